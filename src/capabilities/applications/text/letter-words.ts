import { phrases } from '#kernel/text/text.ts'

/** Letters. They say that there is news and where, and nothing of what it is about: a mailbox may be read by others. */
export const letterWords = phrases({
  draftSubject: { ja: '{city} {申請|しんせい}の{続|つづ}き', 'ja-x-yasashii': '{city} {続|つづ}きの アドレス', en: '{city}: continue your application', pt: '{city}: continue sua solicitação' },
  draftText: {
    ja: '{書|か}きかけの{申請|しんせい}は、{次|つぎ}のアドレスから{続|つづ}けられます。アドレスを{人|ひと}に{教|おし}えないでください。\n\n{address}\n\n{最後|さいご}に{触|ふ}れた{日|ひ}から{days}{日|にち}で{消|き}えます。',
    'ja-x-yasashii': '{下|した}の アドレスから {続|つづ}けて ください。ほかの {人|ひと}に {教|おし}えないで ください。\n\n{address}\n\n{days}{日|にち} {何|なに}も しないと {消|き}えます。',
    en: 'Continue your draft at this address. Show it to nobody.\n\n{address}\n\nThe draft is erased {days} days after you last touched it.',
    pt: 'Continue seu rascunho neste endereço. Não o mostre a ninguém.\n\n{address}\n\nO rascunho é apagado {days} dias após a última alteração.',
  },
  newsSubject: { ja: '{city} {受付番号|うけつけばんごう}{number}のお{知|し}らせ', 'ja-x-yasashii': '{city} {番号|ばんごう}{number}の お{知|し}らせ', en: '{city}: news about {number}', pt: '{city}: novidades sobre {number}' },
  newsText: {
    ja: '{受付番号|うけつけばんごう} {number} の{申請|しんせい}にお{知|し}らせがあります。{内容|ないよう}は{次|つぎ}のページで{見|み}てください。このメールには{内容|ないよう}を{書|か}いていません。\n\n{address}',
    'ja-x-yasashii': '{番号|ばんごう} {number} の {申|もう}し{込|こ}みに お{知|し}らせが あります。{下|した}の ページを {見|み}て ください。\n\n{address}',
    en: 'There is news about your application {number}. Please read it on this page; the mail itself does not say what it is.\n\n{address}',
    pt: 'Há novidades sobre sua solicitação {number}. Leia nesta página; este e-mail não contém os detalhes.\n\n{address}',
  },
  receivedSubject: { ja: '{city} {受付番号|うけつけばんごう}{number}', 'ja-x-yasashii': '{city} {番号|ばんごう}{number}', en: '{city}: received, {number}', pt: '{city}: recebido, {number}' },
  receivedText: {
    ja: '{申請|しんせい}を{受|う}け{付|つ}けました。{受付番号|うけつけばんごう} {number}\n{状況|じょうきょう}は{次|つぎ}のページでいつでも{見|み}られます。\n\n{address}',
    'ja-x-yasashii': '{申|もう}し{込|こ}みを {受|う}け{付|つ}けました。{番号|ばんごう} {number}\n{下|した}の ページで {見|み}る ことが できます。\n\n{address}',
    en: 'We have received your application. Number {number}\nSee at any time how it goes:\n\n{address}',
    pt: 'Recebemos sua solicitação. Número {number}\nConsulte a qualquer momento:\n\n{address}',
  },
})

import { phrases } from '#kernel/text/text.ts'

/** Letters about a subscription itself; plain text, in the language that was chosen. */
export const letterWords = phrases({
  confirmSubject: { ja: '{登録|とうろく}の{確認|かくにん}（{city}のお{知|し}らせ）', 'ja-x-yasashii': '{登録|とうろく}の {確認|かくにん}（{city}の お{知|し}らせ）', en: 'Confirm your subscription – {city}', pt: 'Confirme a inscrição – {city}' },
  confirmText: {
    ja: '{city}のお{知|し}らせの{申|もう}し{込|こ}みを{受|う}けました。\n\n{次|つぎ}のリンクを24{時間|じかん}{以内|いない}に{開|ひら}いて、{登録|とうろく}を{終|お}えてください。\n{link}\n\n{心当|こころあ}たりがないときは、{何|なに}もしないでください。{何|なに}も{送|おく}られません。',
    'ja-x-yasashii': '{city}の お{知|し}らせの {申|もう}し{込|こ}みが ありました。\n\n24{時間|じかん}の {間|あいだ}に この リンクを {開|ひら}いて ください。\n{link}\n\nあなたが {頼|たの}んで いない ときは {何|なに}も しないで ください。',
    en: 'Somebody asked for notices from {city} to be sent to this address.\n\nOpen this link within 24 hours to finish:\n{link}\n\nIf it was not you, do nothing: nothing will be sent.',
    pt: 'Alguém pediu avisos de {city} neste endereço.\n\nAbra este link em até 24 horas para concluir:\n{link}\n\nSe não foi você, não faça nada: nada será enviado.',
  },
  linkSubject: { ja: '{登録|とうろく}の{変更|へんこう}と{停止|ていし}（{city}のお{知|し}らせ）', 'ja-x-yasashii': '{変|か}える・{止|と}める（{city}の お{知|し}らせ）', en: 'Change or leave – {city}', pt: 'Alterar ou sair – {city}' },
  linkText: {
    ja: '{登録|とうろく}の{変更|へんこう}や{停止|ていし}は、{次|つぎ}のリンクからできます。\n{link}\n\nこのリンクは、{他|ほか}の{人|ひと}に{渡|わた}さないでください。',
    'ja-x-yasashii': '{変|か}える・{止|と}めるは この リンクです。\n{link}\n\n{他|ほか}の {人|ひと}に {見|み}せないで ください。',
    en: 'Change your subscription or leave here:\n{link}\n\nDo not pass this link on to others.',
    pt: 'Altere a inscrição ou saia aqui:\n{link}\n\nNão passe este link a outras pessoas.',
  },
})

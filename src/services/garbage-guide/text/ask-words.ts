import { phrases } from '#kernel/text/text.ts'

/** Asking for what is not in the guide, and the letters that answer. */
export const askWords = phrases({
  notFound: { ja: '「{word}」はまだ{載|の}っていません', 'ja-x-yasashii': '「{word}」は まだ ありません', en: '“{word}” is not in the guide yet', pt: '“{word}” ainda não está no guia' },
  notFoundBody: {
    ja: '{担当者|たんとうしゃ}に{尋|たず}ねてください。{答|こた}えはこの{案内|あんない}に{載|の}ります。',
    'ja-x-yasashii': '{市|し}の {人|ひと}に {聞|き}いて ください。{答|こた}えは この ページに {出|で}ます。',
    en: 'Ask the staff: the answer becomes part of this guide.',
    pt: 'Pergunte à equipe: a resposta entra neste guia.',
  },
  title: { ja: '{載|の}っていないものを{尋|たず}ねる', 'ja-x-yasashii': 'ない ものを {聞|き}く', en: 'Ask about something that is missing', pt: 'Perguntar sobre algo que falta' },
  word: { ja: '{尋|たず}ねるもの', 'ja-x-yasashii': '{聞|き}きたい もの', en: 'What you want to throw away', pt: 'O que você quer descartar' },
  wordHint: { ja: '{名前|なまえ}や{電話番号|でんわばんごう}は{書|か}かないでください。', 'ja-x-yasashii': 'あなたの {名前|なまえ}や {電話|でんわ}の {番号|ばんごう}は {書|か}かないで ください。', en: 'Please write no names or telephone numbers.', pt: 'Não escreva nomes nem números de telefone.' },
  address: { ja: '{答|こた}えを{受|う}け{取|と}るメールアドレス', 'ja-x-yasashii': '{答|こた}えを {送|おく}る メールアドレス', en: 'E-mail address for the answer', pt: 'E-mail para receber a resposta' },
  addressHint: {
    ja: '{書|か}かなくても{尋|たず}ねられます。{答|こた}えを{送|おく}るためだけに{使|つか}い、{送|おく}った{後|あと}に{消|け}します。',
    'ja-x-yasashii': '{書|か}かなくても いいです。{答|こた}えを {送|おく}った {後|あと}、{消|け}します。',
    en: 'Not needed. Used only to send the answer, and deleted once it was sent.',
    pt: 'Opcional. Usado só para enviar a resposta e apagado depois do envio.',
  },
  addressWrong: { ja: 'メールアドレスを「name@example.jp」の{形|かたち}で{書|か}くか、{空欄|くうらん}にしてください。', 'ja-x-yasashii': 'メールアドレスを {見|み}て ください。{書|か}かなくても いいです。', en: 'Write an address like name@example.jp, or leave it blank.', pt: 'Escreva um endereço como name@example.jp ou deixe em branco.' },
  ask: { ja: '{担当者|たんとうしゃ}に{尋|たず}ねる', 'ja-x-yasashii': '{市|し}の {人|ひと}に {聞|き}く', en: 'Ask the staff', pt: 'Perguntar à equipe' },
  askOther: { ja: 'さがしているものと{違|ちが}うとき', 'ja-x-yasashii': 'さがして いる ものが ない とき', en: 'Not what you are looking for?', pt: 'Não é o que procura?' },
  asked: { ja: '{尋|たず}ねました。{担当者|たんとうしゃ}が{答|こた}えを{載|の}せます。', 'ja-x-yasashii': '{聞|き}きました。{市|し}の {人|ひと}が {答|こた}えを {書|か}きます。', en: 'Asked. The staff will add the answer to the guide.', pt: 'Pergunta enviada. A equipe vai incluir a resposta no guia.' },
  asksLimit: { ja: 'いまは{多|おお}くの{問|と}い{合|あ}わせを{受|う}けています。{市役所|しやくしょ}に{電話|でんわ}でお{尋|たず}ねください。', 'ja-x-yasashii': '{今|いま} {聞|き}けません。{市役所|しやくしょ}に {電話|でんわ}して ください。', en: 'Too many questions are waiting just now. Please telephone the city hall.', pt: 'Há perguntas demais em espera. Telefone para a prefeitura.' },
  letterSubject: { ja: 'ごみの{分|わ}け{方|かた}のお{答|こた}え: {word}', 'ja-x-yasashii': 'ごみの {答|こた}え: {word}', en: 'Your question about waste: {word}', pt: 'Sua pergunta sobre lixo: {word}' },
  letterGreeting: { ja: 'お{問|と}い{合|あ}わせ「{word}」にお{答|こた}えします。', 'ja-x-yasashii': '「{word}」の {答|こた}えです。', en: 'This answers your question about “{word}”.', pt: 'Esta é a resposta à sua pergunta sobre “{word}”.' },
  letterItem: { ja: '{name}: {classes}', 'ja-x-yasashii': '{name}: {classes}', en: '{name}: {classes}', pt: '{name}: {classes}' },
  letterMore: { ja: '{詳|くわ}しくは{市|し}のサイトの「ごみの{分|わ}け{方|かた}」で「{name}」をさがしてください。', 'ja-x-yasashii': '{市|し}の サイトの ごみの ページで「{name}」を さがして ください。', en: 'For more, search for “{name}” in the waste guide on the city’s site.', pt: 'Para mais detalhes, procure “{name}” no guia do lixo do site da cidade.' },
  letterEnd: { ja: 'このアドレスは、この{返信|へんしん}の{後|あと}に{消|け}します。{city}', 'ja-x-yasashii': 'この メールの {後|あと}、あなたの アドレスを {消|け}します。{city}', en: 'Your address is deleted after this letter. {city}', pt: 'Seu endereço é apagado depois desta mensagem. {city}' },
})

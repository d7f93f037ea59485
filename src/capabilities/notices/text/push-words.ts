import { phrases } from '#kernel/text/text.ts'

/** What people read who subscribe in a browser or on LINE. */
export const pushWords = phrases({
  title: { ja: 'このブラウザーで{受|う}け{取|と}る', 'ja-x-yasashii': 'この スマホや パソコンで もらう', en: 'Get notices in this browser', pt: 'Receber avisos neste navegador' },
  lead: {
    ja: '{選|えら}んでからボタンを{押|お}すと、ブラウザーが{通知|つうち}を{許可|きょか}するか{聞|き}きます。「{許可|きょか}」を{選|えら}んでください。',
    'ja-x-yasashii': 'ボタンを {押|お}すと {質問|しつもん}が {出|で}ます。「{許可|きょか}」を {押|お}して ください。',
    en: 'Choose, press the button, and answer “Allow” when your browser asks.',
    pt: 'Escolha, aperte o botão e responda “Permitir” quando o navegador perguntar.',
  },
  needs: { ja: 'この{方法|ほうほう}に{必要|ひつよう}なもの', 'ja-x-yasashii': '{必要|ひつよう}な もの', en: 'What this needs', pt: 'O que é preciso' },
  needsBody: {
    ja: 'JavaScript と{通知|つうち}が{使|つか}えるブラウザーが{必要|ひつよう}です。iPhone では、{先|さき}にこのサイトをホーム{画面|がめん}に{追加|ついか}してください。{使|つか}えないときは、メールで{受|う}け{取|と}れます。',
    'ja-x-yasashii': 'JavaScript が {使|つか}える ブラウザーが いります。iPhone は {先|さき}に ホーム{画面|がめん}に {入|い}れて ください。できない ときは メールを {使|つか}って ください。',
    en: 'A browser with JavaScript that can show notifications. On an iPhone, add this site to the home screen first. If it does not work, use mail.',
    pt: 'Um navegador com JavaScript que mostre notificações. No iPhone, adicione antes este site à tela de início. Se não der, use o e-mail.',
  },
  allow: { ja: '{通知|つうち}を{許可|きょか}して{申|もう}し{込|こ}む', 'ja-x-yasashii': '{申|もう}し{込|こ}む', en: 'Allow and subscribe', pt: 'Permitir e inscrever-se' },
  notGiven: {
    ja: 'ブラウザーが{通知|つうち}の{宛先|あてさき}をくれませんでした。{通知|つうち}を{許可|きょか}してもう{一度|いちど}{押|お}すか、メールで{申|もう}し{込|こ}んでください。',
    'ja-x-yasashii': 'できませんでした。もう {一度|いちど} {押|お}すか メールを {使|つか}って ください。',
    en: 'Your browser gave no address for notifications. Allow them and press again, or subscribe by mail.',
    pt: 'O navegador não deu um endereço de notificação. Permita e aperte de novo, ou use o e-mail.',
  },
  useMail: { ja: 'メールで{受|う}け{取|と}る', 'ja-x-yasashii': 'メールで もらう', en: 'Use mail instead', pt: 'Usar e-mail' },
  lineTitle: { ja: 'LINE で{受|う}け{取|と}る', 'ja-x-yasashii': 'LINE で もらう', en: 'Get notices on LINE', pt: 'Receber avisos no LINE' },
  lineLead: {
    ja: '{市|し}の LINE を{友|とも}だちに{追加|ついか}すると、トークに{登録|とうろく}のリンクが{届|とど}きます。リンクは24{時間|じかん}{使|つか}えます。',
    'ja-x-yasashii': '{市|し}の LINE を {友|とも}だちに {入|い}れて ください。リンクが {届|とど}きます。',
    en: 'Add the city’s LINE account. It answers with a link for choosing your notices, good for 24 hours.',
    pt: 'Adicione a conta da cidade no LINE. Ela responde com um link para escolher os avisos, válido por 24 horas.',
  },
  addFriend: { ja: '{友|とも}だちに{追加|ついか}する', 'ja-x-yasashii': '{友|とも}だちに {入|い}れる', en: 'Add as a friend', pt: 'Adicionar no LINE' },
  lineChoose: { ja: 'LINE で{受|う}け{取|と}るお{知|し}らせを{選|えら}ぶ', 'ja-x-yasashii': 'LINE の お{知|し}らせを えらぶ', en: 'Choose your notices on LINE', pt: 'Escolher os avisos do LINE' },
  lineNotSet: { ja: '{市|し}の LINE アカウントは、まだつながっていません', 'ja-x-yasashii': 'LINE は まだ {使|つか}えません', en: 'The city’s LINE account is not connected yet', pt: 'A conta do LINE da cidade ainda não está conectada' },
  lineNotSetBody: {
    ja: 'メールかブラウザーで{受|う}け{取|と}れます。',
    'ja-x-yasashii': 'メールを {使|つか}って ください。',
    en: 'Mail and browser notifications work.',
    pt: 'O e-mail e o navegador funcionam.',
  },
  lineReply: {
    ja: 'お{知|し}らせの{登録|とうろく}はこちら（24{時間|じかん}{有効|ゆうこう}）',
    'ja-x-yasashii': 'お{知|し}らせの {登録|とうろく}は こちら（24{時間|じかん}）',
    en: 'Choose your notices here (24 hours)',
    pt: 'Escolha seus avisos aqui (24 horas)',
  },
})

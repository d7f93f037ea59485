import { phrases } from '#kernel/text/text.ts'

export const myWords = phrases({
  title: { ja: 'マイページ', 'ja-x-yasashii': 'マイページ', en: 'My page', pt: 'Minha página' },
  hello: { ja: '{name}さん', 'ja-x-yasashii': '{name}さん', en: 'Hello {name}', pt: 'Olá, {name}' },
  waiting: { ja: 'していただくこと', 'ja-x-yasashii': 'すること', en: 'Waiting for you', pt: 'Esperando por você' },
  nothingWaits: { ja: 'いまは{何|なに}もありません。', 'ja-x-yasashii': 'いまは ありません。', en: 'Nothing just now.', pt: 'Nada no momento.' },
  count: { ja: '{count}{件|けん}', 'ja-x-yasashii': '{count}{件|けん}', en: '{count}', pt: '{count}' },
  offers: { ja: 'できること', 'ja-x-yasashii': 'できること', en: 'What you can do', pt: 'O que você pode fazer' },
  account: { ja: 'アカウント', 'ja-x-yasashii': 'アカウント', en: 'Account', pt: 'Conta' },
  accountSummary: { ja: 'サインインの{方法|ほうほう}、{端末|たんまつ}、{言葉|ことば}', 'ja-x-yasashii': 'サインインの しかたや {言葉|ことば}', en: 'Ways to sign in, devices, language', pt: 'Modos de entrar, aparelhos, idioma' },
  powers: { ja: 'だれのための{手続|てつづ}きか', 'ja-x-yasashii': 'だれの {手続|てつづ}きですか', en: 'For whom you are here', pt: 'Por quem você está aqui' },
  powersSummary: { ja: '{子|こ}どもや、{頼|たの}まれた{人|ひと}のために', 'ja-x-yasashii': '{子|こ}どもや {頼|たの}まれた {人|ひと}', en: 'For your children, or as a proxy', pt: 'Por seus filhos ou como procurador' },
  views: { ja: '{自分|じぶん}の{情報|じょうほう}を{見|み}た{記録|きろく}', 'ja-x-yasashii': '{私|わたし}の {情報|じょうほう}を {見|み}た {記録|きろく}', en: 'Who looked at your data', pt: 'Quem viu seus dados' },
  viewsSummary: { ja: 'どの{課|か}が、いつ、なぜ、どの{法律|ほうりつ}で', 'ja-x-yasashii': 'だれが、いつ、なぜ {見|み}たか', en: 'Which office, when, why, under which law', pt: 'Qual setor, quando, por quê, por qual lei' },
  signTitle: { ja: '{書類|しょるい}に{署名|しょめい}する', 'ja-x-yasashii': '{書類|しょるい}に サインする', en: 'Sign a document', pt: 'Assinar um documento' },
  signLead: {
    ja: 'デジタル{認証|にんしょう}アプリに{移|うつ}り、カードで{署名|しょめい}します。{暗証番号|あんしょうばんごう}は{市|し}に{伝|つた}わりません。',
    'ja-x-yasashii': 'カードで サインします。',
    en: 'Leads to the digital authentication app, where your card signs. Your PIN does not reach the city.',
    pt: 'Leva ao aplicativo de autenticação digital, onde o cartão assina. O PIN não chega à cidade.',
  },
  signDocument: { ja: '{書類|しょるい}', 'ja-x-yasashii': '{書類|しょるい}', en: 'Document', pt: 'Documento' },
  signFingerprint: { ja: '{書類|しょるい}の{指紋|しもん}（SHA-256）', 'ja-x-yasashii': '{書類|しょるい}の {番号|ばんごう}（SHA-256）', en: 'Fingerprint of the document (SHA-256)', pt: 'Impressão digital do documento (SHA-256)' },
  signButton: { ja: 'カードで{署名|しょめい}する', 'ja-x-yasashii': 'カードで サインする', en: 'Sign with the card', pt: 'Assinar com o cartão' },
  signBack: { ja: '{署名|しょめい}せずに{戻|もど}る', 'ja-x-yasashii': '{戻|もど}る', en: 'Back without signing', pt: 'Voltar sem assinar' },
  signRefused: {
    ja: '{前|まえ}の{署名|しょめい}は{受|う}け{付|つ}けられませんでした。サインインしたカードで、もう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii': 'サインが できませんでした。もう{一度|いちど} やって ください。',
    en: 'The last signature was not taken. Try again, with the card you signed in with.',
    pt: 'A última assinatura não foi aceita. Tente de novo com o cartão da entrada.',
  },
})

import { phrases } from '#kernel/text/text.ts'

export const wordingWords = phrases({
  drillTitle: { ja: '【{訓練|くんれん}】', 'ja-x-yasashii': '【{訓練|くんれん}】', en: '[DRILL] ', pt: '[SIMULADO] ' },
  notTranslated: {
    ja: '{日本語|にほんご}でお{知|し}らせします。',
    'ja-x-yasashii': 'まだ やさしい {日本語|にほんご}に なって いません。{普通|ふつう}の {日本語|にほんご}で {書|か}きます。',
    en: 'Not yet translated. Here it is in Japanese.',
    pt: 'Ainda não traduzido. Segue o texto em japonês.',
  },
  byMachine: {
    ja: 'この{文|ぶん}は{機械|きかい}が{訳|やく}しました。',
    'ja-x-yasashii': 'この {文|ぶん}は {機械|きかい}が {作|つく}りました。まちがいが あるかも しれません。',
    en: 'This text was translated by a machine and may contain mistakes.',
    pt: 'Este texto foi traduzido por máquina e pode conter erros.',
  },
  more: {
    ja: 'くわしくは{市|し}のホームページへ。',
    'ja-x-yasashii': 'もっと {知|し}りたい {人|ひと}は {市|し}の ホームページを {見|み}て ください。',
    en: 'More on the city website.',
    pt: 'Mais informações no site da cidade.',
  },
  spokenOpening: {
    ja: 'こちらは{city}です。',
    'ja-x-yasashii': 'こちらは {city}です。',
    en: 'This is {city}.',
    pt: 'Aqui fala a {city}.',
  },
  spokenAgain: { ja: '{繰|く}り{返|かえ}します。', 'ja-x-yasashii': 'もう{一度|いちど} {言|い}います。', en: 'I repeat.', pt: 'Repetindo.' },
  spokenDrill: { ja: 'これは{訓練|くんれん}です。', 'ja-x-yasashii': 'これは {訓練|くんれん}です。', en: 'This is a drill.', pt: 'Isto é um simulado.' },
})

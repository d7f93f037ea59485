import { phrases } from '#kernel/text/text.ts'

export const words = phrases({
  hidden: { ja: '{内部|ないぶ}の{値|あたい}', 'ja-x-yasashii': '{中|なか}の {値|あたい}', en: 'Internal value', pt: 'Valor interno' },
  required: {
    ja: '{入力|にゅうりょく}してください',
    'ja-x-yasashii': 'ここに {書|か}いて ください',
    en: 'Please fill this in',
    pt: 'Preencha este campo',
  },
  fileRequired: {
    ja: 'ファイルを{選|えら}んでください',
    'ja-x-yasashii': 'ファイルを {選|えら}んで ください',
    en: 'Please choose a file',
    pt: 'Escolha um arquivo',
  },
  tooLong: {
    ja: '{max}{文字|もじ}{以内|いない}で{入力|にゅうりょく}してください',
    'ja-x-yasashii': '{max}{文字|もじ}より {短|みじか}く して ください',
    en: 'Please use at most {max} characters',
    pt: 'Use no máximo {max} caracteres',
  },
  tooShort: {
    ja: '{min}{文字|もじ}{以上|いじょう}で{入力|にゅうりょく}してください',
    'ja-x-yasashii': '{min}{文字|もじ}より {長|なが}く して ください',
    en: 'Please use at least {min} characters',
    pt: 'Use pelo menos {min} caracteres',
  },
  tooMuch: {
    ja: '{max}{以下|いか}の{数|かず}を{入力|にゅうりょく}してください',
    'ja-x-yasashii': '{max}より {小|ちい}さい {数|かず}を {書|か}いて ください',
    en: 'Please enter a number up to {max}',
    pt: 'Digite um número até {max}',
  },
  tooLittle: {
    ja: '{min}{以上|いじょう}の{数|かず}を{入力|にゅうりょく}してください',
    'ja-x-yasashii': '{min}より {大|おお}きい {数|かず}を {書|か}いて ください',
    en: 'Please enter a number from {min}',
    pt: 'Digite um número a partir de {min}',
  },
  notANumber: {
    ja: '{整数|せいすう}で{入力|にゅうりょく}してください({例|れい}: 1200)',
    'ja-x-yasashii': '{数字|すうじ}で {書|か}いて ください({例|れい}: 1200)',
    en: 'Please enter a whole number, for example 1200',
    pt: 'Digite um número inteiro, por exemplo 1200',
  },
  notADay: {
    ja: '{実在|じつざい}する{年月日|ねんがっぴ}を{入力|にゅうりょく}してください({例|れい}: 2026-04-01)',
    'ja-x-yasashii': '{年|ねん}と {月|つき}と {日|ひ}を {書|か}いて ください({例|れい}: 2026-04-01)',
    en: 'Please enter a real day, for example 2026-04-01',
    pt: 'Digite uma data que exista, por exemplo 2026-04-01',
  },
  notAChoice: {
    ja: '{一覧|いちらん}から{選|えら}んでください',
    'ja-x-yasashii': 'この {中|なか}から {選|えら}んで ください',
    en: 'Please choose one from the list',
    pt: 'Escolha uma opção da lista',
  },
  notReadable: {
    ja: 'この{形|かたち}では{受|う}け{取|と}れません。{説明|せつめい}のとおりに{入力|にゅうりょく}してください',
    'ja-x-yasashii': '{書|か}き{方|かた}が {違|ちが}います。{説明|せつめい}を {見|み}て ください',
    en: 'This is not in the form described above',
    pt: 'O formato não está correto; veja a explicação',
  },
})

import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  orders: { ja: '{避難情報|ひなんじょうほう}の{発令|はつれい}', 'ja-x-yasashii': '{逃|に}げる お{知|し}らせの {数|かず}', en: 'Evacuation information issued', pt: 'Informações de evacuação emitidas' },
  secondsToIssue: { ja: '{提案|ていあん}から{発令|はつれい}までの{時間|じかん}', 'ja-x-yasashii': '{提案|ていあん}から お{知|し}らせまでの {時間|じかん}', en: 'Time from suggestion to issue', pt: 'Tempo da sugestão à emissão' },
  drills: { ja: '{訓練|くんれん}の{回数|かいすう}', 'ja-x-yasashii': '{訓練|くんれん}の {数|かず}', en: 'Drills held', pt: 'Simulados realizados' },
  sheltersOpened: { ja: '{開設|かいせつ}した{避難所|ひなんじょ}', 'ja-x-yasashii': '{開|ひら}いた {避難所|ひなんじょ}', en: 'Shelters opened', pt: 'Abrigos abertos' },
  shelterPlaces: { ja: '{開設|かいせつ}したことのある{避難所|ひなんじょ}の{数|かず}', 'ja-x-yasashii': '{開|ひら}いた {避難所|ひなんじょ}の {場所|ばしょ}', en: 'Places opened as shelters', pt: 'Locais abertos como abrigo' },
  telegrams: { ja: '{受信|じゅしん}した{電文|でんぶん}', 'ja-x-yasashii': '{受|う}け{取|と}った お{知|し}らせ', en: 'Telegrams received', pt: 'Telegramas recebidos' },
  warnings: { ja: 'レベル3{以上|いじょう}になった{回数|かいすう}', 'ja-x-yasashii': 'レベル3より {上|うえ}に なった {数|かず}', en: 'Times that level 3 or more was reached', pt: 'Vezes em que se chegou ao nível 3 ou mais' },
  times: { ja: '{回|かい}', 'ja-x-yasashii': '{回|かい}', en: 'times', pt: 'vezes' },
  places: { ja: 'か{所|しょ}', 'ja-x-yasashii': 'か{所|しょ}', en: 'places', pt: 'locais' },
  seconds: { ja: '{秒|びょう}', 'ja-x-yasashii': '{秒|びょう}', en: 'seconds', pt: 'segundos' },
  first: { ja: '{防災情報|ぼうさいじょうほう}{伝達|でんたつ}システムの{運用|うんよう}を{始|はじ}めた{年度|ねんど}の{初日|しょにち}。', 'ja-x-yasashii': '{始|はじ}めた {年|とし}の はじめの {日|ひ}です。', en: 'First day of the fiscal year in which the disaster system began.', pt: 'Primeiro dia do ano fiscal em que o sistema começou.' },
})

import { phrases } from '#kernel/text/text.ts'

/** A definition in plain words. */
export const definitionWords = phrases({
  count: { ja: '{記録|きろく}「{fact}」の{件数|けんすう}を{数|かぞ}えます。', 'ja-x-yasashii': '{記録|きろく}「{fact}」が いくつ あるか {数|かぞ}えます。', en: 'Counts the records “{fact}”.', pt: 'Conta os registros “{fact}”.' },
  sum: { ja: '{記録|きろく}「{fact}」の{項目|こうもく}「{field}」を{合計|ごうけい}します。', 'ja-x-yasashii': '{記録|きろく}「{fact}」の「{field}」を ぜんぶ {足|た}します。', en: 'Adds up “{field}” of the records “{fact}”.', pt: 'Soma “{field}” dos registros “{fact}”.' },
  distinct: { ja: '{記録|きろく}「{fact}」の{項目|こうもく}「{field}」に{何|なん}{種類|しゅるい}の{値|あたい}があるかを{数|かぞ}えます。', 'ja-x-yasashii': '{記録|きろく}「{fact}」の「{field}」が {何|なん}{種類|しゅるい} あるか {数|かぞ}えます。', en: 'Counts the different values of “{field}” in the records “{fact}”.', pt: 'Conta os valores diferentes de “{field}” nos registros “{fact}”.' },
  share: { ja: '{記録|きろく}「{fact}」のうち、{次|つぎ}に{当|あ}てはまるものの{割合|わりあい}（%）です。', 'ja-x-yasashii': '{記録|きろく}「{fact}」の {中|なか}で、{次|つぎ}の ものが {何|なん}%か {数|かぞ}えます。', en: 'The share (%) of the records “{fact}” for which this holds:', pt: 'A parcela (%) dos registros “{fact}” em que vale:' },
  median: { ja: '{記録|きろく}「{fact}」の{項目|こうもく}「{field}」の{中央|ちゅうおう}{値|ち}です。', 'ja-x-yasashii': '{記録|きろく}「{fact}」の「{field}」を {小|ちい}さい {順|じゅん}に {並|なら}べた {真|ま}ん{中|なか}の {数|かず}です。', en: 'The median of “{field}” in the records “{fact}”.', pt: 'A mediana de “{field}” nos registros “{fact}”.' },
  percentile: { ja: '{記録|きろく}「{fact}」の{項目|こうもく}「{field}」を{小|ちい}さい{順|じゅん}に{並|なら}べ、{percent}%までが{収|おさ}まる{値|あたい}です。', 'ja-x-yasashii': '{記録|きろく}「{fact}」の「{field}」の {小|ちい}さい ほうから {percent}%の ところの {数|かず}です。', en: 'The value of “{field}” that {percent} % of the records “{fact}” do not exceed.', pt: 'O valor de “{field}” que {percent} % dos registros “{fact}” não excedem.' },
  where: { ja: '{条件|じょうけん}', 'ja-x-yasashii': '{数|かぞ}える もの', en: 'Only where', pt: 'Somente onde' },
  shareOf: { ja: '{割合|わりあい}の{対象|たいしょう}', 'ja-x-yasashii': '{割合|わりあい}を {出|だ}す もの', en: 'Share of those where', pt: 'Parcela em que' },
  is: { ja: '「{field}」が「{value}」', 'ja-x-yasashii': '「{field}」が「{value}」', en: '“{field}” is “{value}”', pt: '“{field}” é “{value}”' },
  isNot: { ja: '「{field}」が「{value}」ではない', 'ja-x-yasashii': '「{field}」が「{value}」では ない', en: '“{field}” is not “{value}”', pt: '“{field}” não é “{value}”' },
  oneOf: { ja: '「{field}」が「{value}」のどれか', 'ja-x-yasashii': '「{field}」が「{value}」の どれか', en: '“{field}” is one of “{value}”', pt: '“{field}” é um de “{value}”' },
  atLeast: { ja: '「{field}」が{value}{以上|いじょう}', 'ja-x-yasashii': '「{field}」が {value}か もっと {多|おお}い', en: '“{field}” is {value} or more', pt: '“{field}” é {value} ou mais' },
  below: { ja: '「{field}」が{value}{未満|みまん}', 'ja-x-yasashii': '「{field}」が {value}より {少|すく}ない', en: '“{field}” is less than {value}', pt: '“{field}” é menor que {value}' },
  monthly: { ja: '{起|お}きた{日|ひ}（{日本|にほん}{時間|じかん}）の{月|つき}に{入|い}れます。', 'ja-x-yasashii': '{日本|にほん}の {日|ひ}にちで {月|つき}を {決|き}めます。', en: 'Each belongs to the month in which it happened in Japan.', pt: 'Cada um pertence ao mês em que ocorreu no Japão.' },
  nothing: { ja: 'なし', 'ja-x-yasashii': 'なし', en: 'nothing', pt: 'nada' },
})

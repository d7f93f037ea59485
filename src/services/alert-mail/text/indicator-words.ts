import { phrases } from '#kernel/text/text.ts'

/** Names of the numbers by which the service is judged. */
export const indicatorWords = phrases({
  first: { ja: '{安心|あんしん}メールが{数|かぞ}え{始|はじ}めた', 'ja-x-yasashii': '{数|かぞ}え{始|はじ}めました', en: 'The alert mail began to count', pt: 'O e-mail de alerta começou a contar' },
  alertsSent: { ja: '{安心|あんしん}メールの{配信|はいしん}{件数|けんすう}', 'ja-x-yasashii': '{安心|あんしん}メールを {送|おく}った {数|かず}', en: 'Alerts sent', pt: 'Alertas enviados' },
  guardiansJoined: { ja: '{学校|がっこう}・{園|えん}の{名簿|めいぼ}に{登録|とうろく}した{保護者|ほごしゃ}', 'ja-x-yasashii': '{登録|とうろく}した {保護者|ほごしゃ}', en: 'Guardians who joined a class list', pt: 'Responsáveis que entraram nas listas' },
  schoolMessages: { ja: '{学校|がっこう}・{園|えん}からの{連絡|れんらく}{件数|けんすう}', 'ja-x-yasashii': '{学校|がっこう}が {送|おく}った {数|かず}', en: 'Messages from schools', pt: 'Mensagens das escolas' },
  readShare: { ja: '{学校|がっこう}の{連絡|れんらく}の{既読率|きどくりつ}({中央値|ちゅうおうち})', 'ja-x-yasashii': '{読|よ}んだ {人|ひと}の わりあい', en: 'Share of guardians who read (median)', pt: 'Proporção de leitura (mediana)' },
  musterShare: { ja: '{職員|しょくいん}{参集|さんしゅう}の{回答率|かいとうりつ}({中央値|ちゅうおうち})', 'ja-x-yasashii': '{答|こた}えた {職員|しょくいん}の わりあい', en: 'Share of staff who replied (median)', pt: 'Proporção de respostas dos servidores (mediana)' },
  musterMinutes: { ja: '{職員|しょくいん}{参集|さんしゅう}の{最初|さいしょ}の{回答|かいとう}までの{分数|ふんすう}({中央値|ちゅうおうち})', 'ja-x-yasashii': '{答|こた}えるまでの {時間|じかん}', en: 'Minutes until a first reply (median)', pt: 'Minutos até a primeira resposta (mediana)' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'sent', pt: 'envios' },
  people: { ja: '{人|にん}', 'ja-x-yasashii': '{人|にん}', en: 'people', pt: 'pessoas' },
  percent: { ja: '%', 'ja-x-yasashii': '%', en: '%', pt: '%' },
  minutes: { ja: '{分|ふん}', 'ja-x-yasashii': '{分|ふん}', en: 'min', pt: 'min' },
})

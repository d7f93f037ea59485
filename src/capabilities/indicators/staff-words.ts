import { phrases } from '#kernel/text/text.ts'

export const staffWords = phrases({
  desk: { ja: '{数字|すうじ}の{確定|かくてい}', 'ja-x-yasashii': '{数字|すうじ}を {決|き}める', en: 'Set figures down', pt: 'Fixar valores' },
  deskSummary: {
    ja: '{年度|ねんど}の{数字|すうじ}を{確定|かくてい}し、{後|あと}の{訂正|ていせい}を{差|さ}として{残|のこ}します。',
    'ja-x-yasashii': '{年度|ねんど}の {数字|すうじ}を {決|き}めます。{後|あと}で {変|か}わったら {違|ちが}いが {見|み}えます。',
    en: 'Set the figures of a year down; later corrections then show as a difference.',
    pt: 'Fixe os valores de um ano; correções posteriores aparecem como diferença.',
  },
  keeper: { ja: '{成果|せいか}の{数字|すうじ}の{確定|かくてい}', 'ja-x-yasashii': '{数字|すうじ}を {決|き}める {人|ひと}', en: 'Setting figures down', pt: 'Fixação de valores' },
  state: { ja: '{状態|じょうたい}', 'ja-x-yasashii': '{今|いま}の ようす', en: 'State', pt: 'Situação' },
  indicator: { ja: '{指標|しひょう}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Indicator', pt: 'Indicador' },
  isSet: { ja: '{確定|かくてい}ずみ', 'ja-x-yasashii': '{決|き}まりました', en: 'Set down', pt: 'Fixado' },
  isOpen: { ja: '{未確定|みかくてい}', 'ja-x-yasashii': 'まだ', en: 'Open', pt: 'Aberto' },
  differs: { ja: '{確定|かくてい}{後|ご}に{差|さ}あり', 'ja-x-yasashii': '{後|あと}で {変|か}わりました', en: 'Differs', pt: 'Difere' },
  setDown: { ja: '{確定|かくてい}する', 'ja-x-yasashii': '{決|き}める', en: 'Set down', pt: 'Fixar' },
  question: { ja: '{year}の「{title}」を{value}{unit}で{確定|かくてい}しますか', 'ja-x-yasashii': '{year}の「{title}」を {value}{unit}に {決|き}めますか', en: 'Set “{title}” of {year} down at {value} {unit}?', pt: 'Fixar “{title}” de {year} em {value} {unit}?' },
  questionBody: {
    ja: '{今|いま}の{数字|すうじ}を、{記録|きろく}の{鎖|くさり}のハッシュと{一緒|いっしょ}に{残|のこ}します。{後|あと}から{届|とど}いた{記録|きろく}や{訂正|ていせい}は、{差|さ}として{示|しめ}されます。{確定|かくてい}は{取|と}り{消|け}せませんが、もう{一度|いちど}{確定|かくてい}できます。',
    'ja-x-yasashii': '{今|いま}の {数字|すうじ}を {残|のこ}します。{後|あと}で {変|か}わったら {違|ちが}いが {見|み}えます。なくす ことは できません。もう{一度|いちど} {決|き}める ことは できます。',
    en: 'The figure is kept as it stands, with the hash of the chain of records. What comes later shows as a difference. It cannot be taken back, but set down again.',
    pt: 'O valor é guardado como está, com o hash da cadeia. O que vier depois aparece como diferença. Não pode ser desfeito, mas fixado de novo.',
  },
  yearRuns: { ja: 'この{年度|ねんど}はまだ{終|お}わっていません', 'ja-x-yasashii': 'この {年度|ねんど}は まだ おわって いません', en: 'This year is not over yet', pt: 'Este ano ainda não terminou' },
  yearRunsBody: { ja: '{確定|かくてい}は{年度|ねんど}が{終|お}わってから{行|おこな}います。', 'ja-x-yasashii': '{年度|ねんど}が おわってから {決|き}めます。', en: 'Figures are set down once the year is over.', pt: 'Os valores são fixados após o fim do ano.' },
  done: { ja: '{確定|かくてい}しました', 'ja-x-yasashii': '{決|き}めました', en: 'The figure was set down', pt: 'O valor foi fixado' },
  changedMeanwhile: { ja: '{数字|すうじ}が{変|か}わったので、もう{一度|いちど}{確|たし}かめてください', 'ja-x-yasashii': '{数字|すうじ}が {変|か}わりました。もう{一度|いちど} {見|み}て ください', en: 'The figure changed meanwhile; please look again', pt: 'O valor mudou; verifique de novo' },
  notComplete: { ja: '{過去|かこ}の{記録|きろく}を{数|かぞ}え{終|お}わってから{確定|かくてい}してください', 'ja-x-yasashii': '{数|かぞ}え おわってから {決|き}めて ください', en: 'Set it down once the earlier records have been counted', pt: 'Fixe após a contagem dos registros anteriores' },
  unchanged: { ja: '{確定|かくてい}した{数字|すうじ}から{変|か}わっていません', 'ja-x-yasashii': '{数字|すうじ}は {変|か}わって いません', en: 'Unchanged since it was set down', pt: 'Inalterado desde que foi fixado' },
})

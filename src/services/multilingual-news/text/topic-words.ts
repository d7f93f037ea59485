import { phrases } from '#kernel/text/text.ts'

export const topicWords = phrases({
  city: { ja: '{市|し}からのお{知|し}らせ', 'ja-x-yasashii': '{市|し}の お{知|し}らせ', en: 'City news', pt: 'Notícias da cidade' },
  cityNews: { ja: 'ニュース（{市|し}から）', 'ja-x-yasashii': 'ニュース（{市|し}の こと）', en: 'News: the city', pt: 'Notícias: a cidade' },
  citySummary: { ja: '{手続|てつづ}きや{制度|せいど}の{変|か}わったこと、{毎月|まいつき}のまとめ', 'ja-x-yasashii': '{変|か}わった ことと、 {毎月|まいつき}の まとめ', en: 'What changes at City Hall, and a digest every month', pt: 'O que muda na prefeitura e um resumo mensal' },
  events: { ja: '{催|もよお}し', 'ja-x-yasashii': 'イベント', en: 'Events', pt: 'Eventos' },
  eventsNews: { ja: 'ニュース（{催|もよお}し）', 'ja-x-yasashii': 'ニュース（イベント）', en: 'News: events', pt: 'Notícias: eventos' },
  eventsSummary: { ja: '{祭|まつ}り、{教室|きょうしつ}、{健診|けんしん}など', 'ja-x-yasashii': 'お{祭|まつ}りや {教室|きょうしつ}', en: 'Festivals, classes, check-ups', pt: 'Festas, cursos, exames' },
  living: { ja: 'くらし', 'ja-x-yasashii': 'くらし', en: 'Daily life', pt: 'Vida diária' },
  livingNews: { ja: 'ニュース（くらし）', 'ja-x-yasashii': 'ニュース（くらし）', en: 'News: daily life', pt: 'Notícias: vida diária' },
  livingSummary: { ja: 'ごみ、{学校|がっこう}、{税金|ぜいきん}、{健康|けんこう}', 'ja-x-yasashii': 'ごみ、 {学校|がっこう}、 {税金|ぜいきん}、 {健康|けんこう}', en: 'Waste, school, taxes, health', pt: 'Lixo, escola, impostos, saúde' },
})

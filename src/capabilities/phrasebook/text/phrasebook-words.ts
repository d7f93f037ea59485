import { phrases } from '#kernel/text/text.ts'

export const words = phrases({
  title: { ja: '{定型文|ていけいぶん}', 'ja-x-yasashii': '{決|き}まった {文|ぶん}', en: 'Phrasebook', pt: 'Frases prontas' },
  summary: {
    ja: '{夜中|よなか}でもすぐに{出|だ}せる、4つの{言葉|ことば}の{承認|しょうにん}された{文|ぶん}',
    'ja-x-yasashii': '{夜|よる}でも すぐに {出|だ}せる、 4つの {言葉|ことば}の {文|ぶん}',
    en: 'Approved words in four languages, ready at any hour',
    pt: 'Frases aprovadas em quatro idiomas, prontas a qualquer hora',
  },
  editor: { ja: '{定型文|ていけいぶん}を{書|か}く', 'ja-x-yasashii': '{決|き}まった {文|ぶん}を {書|か}く', en: 'Writes the phrasebook', pt: 'Escreve as frases prontas' },
  approver: { ja: '{定型文|ていけいぶん}を{承認|しょうにん}する', 'ja-x-yasashii': '{決|き}まった {文|ぶん}を {確|たし}かめる', en: 'Approves the phrasebook', pt: 'Aprova as frases prontas' },
})

import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { Slot } from '../model.ts'

/** What a draft says of what it does not say. */
export const missingWords = phrases({
  title: { ja: 'この{文|ぶん}は、{次|つぎ}のことを{言|い}っていません', 'ja-x-yasashii': 'この {文|ぶん}に ない ことが あります', en: 'These words leave something out', pt: 'Estas frases deixam algo de fora' },
  notGiven: { ja: 'まだ{決|き}まっていないか、わかりません。', 'ja-x-yasashii': 'まだ わかりません。', en: 'not known yet.', pt: 'ainda não se sabe.' },
  noName: { ja: '{languages}の{名前|なまえ}がありません:', 'ja-x-yasashii': '{languages}の {名前|なまえ}が ありません:', en: 'no name in {languages}:', pt: 'sem nome em {languages}:' },
  wayOut: {
    ja: '4つの{言葉|ことば}で{同|おな}じことを{言|い}うため、どの{言葉|ことば}からも{省|はぶ}きました。わかったら、もう{一度|いちど}{作|つく}ってください。',
    'ja-x-yasashii': '4つの {言葉|ことば}に {同|おな}じ ことを {書|か}きます。 わかったら、 もう {一度|いちど} {作|つく}って ください。',
    en: 'It was left out of all four languages, so that they say the same. Make the words again once it is known.',
    pt: 'Foi omitido nos quatro idiomas, para que digam o mesmo. Refaça o texto quando se souber.',
  },
})

export const SLOT_WORDS: Readonly<Record<Slot, Phrase<never>>> = phrases({
  towns: { ja: '{町|まち}の{名前|なまえ}', 'ja-x-yasashii': '{町|まち}の {名前|なまえ}', en: 'Towns', pt: 'Bairros' },
  time: { ja: '{時刻|じこく}', 'ja-x-yasashii': '{時間|じかん}', en: 'Time', pt: 'Hora' },
  place: { ja: '{場所|ばしょ}', 'ja-x-yasashii': '{場所|ばしょ}', en: 'Place', pt: 'Lugar' },
  shelters: { ja: '{開|ひら}いている{避難所|ひなんじょ}', 'ja-x-yasashii': '{開|ひら}いて いる {逃|に}げる {場所|ばしょ}', en: 'Open shelters', pt: 'Abrigos abertos' },
  level: { ja: 'レベル', 'ja-x-yasashii': 'レベル', en: 'Level', pt: 'Nível' },
  river: { ja: '{川|かわ}の{名前|なまえ}', 'ja-x-yasashii': '{川|かわ}の {名前|なまえ}', en: 'River', pt: 'Rio' },
  intensity: { ja: '{震度|しんど}', 'ja-x-yasashii': '{震度|しんど}（{揺|ゆ}れの {強|つよ}さ）', en: 'Seismic intensity', pt: 'Intensidade sísmica' },
})

/**
 * Kana and readings (ふりがな). A reading decides where a name stands in a list: kanji cannot be sorted by themselves.
 */

/** How far katakana ァ–ヶ, ヽ and ヾ stand behind their hiragana in Unicode. */
const KATAKANA_OFFSET = 0x60

/** Katakana → hiragana. ヷ ヸ ヹ ヺ have no hiragana and stay, as do ー, kanji and everything else. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_OFFSET))
}

/** Hiragana → katakana; everything else stays. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA_OFFSET))
}

/**
 * Half-width katakana (JIS X 0201, as in bank and older municipal files) → full-width: ｶﾞ becomes ガ. A sound mark that
 * belongs to no kana becomes ゛ or ゜. Latin letters and digits keep their width.
 */
export function toFullWidthKana(text: string): string {
  return text.replace(/[｡-ﾟ]+/g, (run) =>
    run.normalize('NFKC').replaceAll('\u3099', '゛').replaceAll('\u309A', '゜'),
  )
}

/** One or more kana and nothing else: no space, no half-width form. ー counts as kana. */
export function isKanaOnly(text: string): boolean {
  return /^[ぁ-ゖゝゞァ-ヺヽヾー]+$/.test(text)
}

/** Words of kana parted by single spaces, as a form asks for: `かめやま たろう`. */
export function isReading(text: string): boolean {
  return text.split(/[ \u3000]/).every(isKanaOnly)
}

export const GOJUON_ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'] as const
export type GojuonRow = (typeof GOJUON_ROWS)[number]

const KANA_OF_ROW: Readonly<Record<GojuonRow, string>> = {
  あ: 'あいうえお',
  か: 'かきくけこ',
  さ: 'さしすせそ',
  た: 'たちつてと',
  な: 'なにぬねの',
  は: 'はひふへほ',
  ま: 'まみむめも',
  や: 'やゆよ',
  ら: 'らりるれろ',
  わ: 'わゐゑをん',
}

/** The row of an index (あ・か・さ…) under which a reading stands, or null if it does not begin with kana. ん is under わ. */
export function gojuonRowOf(reading: string): GojuonRow | null {
  const [first] = soundsOf(reading.trimStart())
  if (!first) return null
  return GOJUON_ROWS.find((row) => KANA_OF_ROW[row].includes(first.base)) ?? null
}

/**
 * A key for sorting readings by its code units or bytes (PostgreSQL: COLLATE "C"), after JIS X 4061: first the plain
 * kana, ー as the vowel it lengthens; if all are equal か before が, はあ before ばあ before ぱあ; then ー, small kana,
 * repetition mark, full kana; last hiragana before katakana. A space between words comes before every kana, so that
 * さと うた stands before さとう あい.
 */
export function readingSortKey(reading: string): string {
  const sounds = soundsOf(reading.trim())
  const levels = (['base', 'voicing', 'writing', 'script'] as const).map((level) => sounds.map((sound) => sound[level]))
  return levels.map((level) => level.join('')).join(' ')
}

/** One kana of a reading, taken apart in the order in which JIS X 4061 looks at it. */
interface Sound {
  /** Plain full-size hiragana; another character stands for itself, `!` for the space between two words. */
  readonly base: string
  /** 0 plain, 1 dakuten, 2 handakuten. */
  readonly voicing: 0 | 1 | 2
  readonly writing: (typeof WRITING)[keyof typeof WRITING]
  /** 0 hiragana, 1 katakana. */
  readonly script: 0 | 1
}

const WRITING = { longVowel: 0, small: 1, repetition: 2, full: 3 } as const

const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖ'
const FULL_KANA = 'あいうえおつやゆよわかけ'

/** Kana by the vowel they end in: what ー after them lengthens. */
const KANA_OF_VOWEL: Readonly<Record<string, string>> = {
  あ: 'あかさたなはまやらわ',
  い: 'いきしちにひみりゐ',
  う: 'うくすつぬふむゆる',
  え: 'えけせてねへめれゑ',
  お: 'おこそとのほもよろを',
}

function soundsOf(reading: string): readonly Sound[] {
  const sounds: Sound[] = []
  // NFD parts が into か and a combining mark, so that every voiced kana needs one rule only.
  for (const character of toFullWidthKana(reading).normalize('NFD')) {
    const last = sounds.at(-1)
    const voicing = voicingOf(character)
    if (voicing === null) sounds.push(soundOf(character, last))
    else if (last) sounds[sounds.length - 1] = { ...last, voicing }
  }
  return sounds
}

function soundOf(character: string, before: Sound | undefined): Sound {
  const kana = toHiragana(character)
  const script = kana === character ? 0 : 1
  if (kana === 'ー' && before) return { base: vowelOf(before.base), voicing: 0, writing: WRITING.longVowel, script: 1 }
  if (kana === 'ゝ' && before) return { base: before.base, voicing: 0, writing: WRITING.repetition, script }
  const small = SMALL_KANA.indexOf(kana)
  if (small >= 0) return { base: FULL_KANA.charAt(small), voicing: 0, writing: WRITING.small, script }
  return { base: /\s/.test(kana) ? '!' : kana, voicing: 0, writing: WRITING.full, script }
}

function voicingOf(character: string): 1 | 2 | null {
  if (character === '\u3099' || character === '゛') return 1
  return character === '\u309A' || character === '゜' ? 2 : null
}

function vowelOf(base: string): string {
  for (const [vowel, kana] of Object.entries(KANA_OF_VOWEL)) if (kana.includes(base)) return vowel
  return base
}

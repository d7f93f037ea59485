import { CLAUSE_END, EASY_LIMITS, FORMS, REFUSED_RULES, type EasyRule } from './rules/easy-rules.ts'
import { seenText, SLOT_LETTER, type SeenText } from './rules/easy-reading.ts'
import { HARD_WORDS } from './rules/hard-words.ts'

export type { EasyRule } from './rules/easy-rules.ts'

/** One place in a text that its readers may stumble over. */
export interface Finding {
  /** Where in the text, counted in UTF-16 units from 0, readings and slots included. */
  readonly at: number
  readonly length: number
  /** What stands there, without readings. */
  readonly read: string
  readonly rule: EasyRule
  /** Refused texts are not approved; advice is for the writer to weigh. */
  readonly weight: 'refused' | 'advice'
  /** Words to write instead; null where only the writer can know. */
  readonly instead: string | null
}

/**
 * Looks at a text in easy Japanese (`{漢字|かんじ}` carries a reading, `{towns}` is a slot) under the rules of
 * rules/easy-rules.ts; in the order of the text. What is not found may still be hard: no program replaces a reader.
 */
export function checkEasyJapanese(text: string): readonly Finding[] {
  const seen = seenText(text)
  const found = [...readingFindings(seen), ...formFindings(seen), ...wordFindings(seen), ...sentenceFindings(seen)]
  return found.toSorted((one, other) => one.at - other.at || one.length - other.length)
}

/** Only the readings: for Japanese that is not easy, but is read aloud and printed with readings all the same. */
export function checkReadings(text: string): readonly Finding[] {
  return readingFindings(seenText(text))
}

const KANJI = /[\p{Script=Han}々〆ヶ]/u
const KATAKANA = /[\p{Script=Katakana}ー]/u

function readingFindings(text: SeenText): Finding[] {
  const covered = new Set(text.readings.flatMap(({ at, base }) => Array.from({ length: base.length }, (_, index) => at + 1 + index)))
  const bare: Finding[] = []
  for (const { 0: run, index } of text.seen.matchAll(/[\p{Script=Han}々〆]+/gu)) {
    const first = [...run].findIndex((_, offset) => !covered.has(text.places[index + offset] ?? -1))
    if (first >= 0) bare.push(finding(text, index, run.length, 'reading-missing'))
  }
  const wrong = text.readings.filter(({ base, reading }) => !/^[\p{Script=Hiragana}ー]+$/u.test(reading) || !KANJI.test(base))
  return [...bare, ...wrong.map(({ at, length, base, reading }) => ({ at, length, read: `${base}|${reading}`, rule: 'reading-shape' as const, weight: 'refused' as const, instead: null }))]
}

function formFindings(text: SeenText): Finding[] {
  return FORMS.flatMap(({ rule, form, wayOut }) =>
    [...text.seen.matchAll(form)].map(({ 0: read, index }) => finding(text, index, read.length, rule, wayOut ?? null)))
}

/** Each letter belongs to one word, the longest that fits; a word that was explained once may stand alone afterwards. */
function wordFindings(text: SeenText): Finding[] {
  const found: Finding[] = []
  const explained = new Set<string>()
  for (let index = 0; index < text.seen.length; ) {
    const hard = HARD_WORDS.find(({ word, rule }) => text.seen.startsWith(word, index) && (rule !== 'loan-word' || isWholeLoanWord(text.seen, index, word.length)))
    if (hard === undefined) {
      index += 1
      continue
    }
    const { word, plain, rule } = hard
    if (isExplained(text.seen, index, word.length)) explained.add(word)
    else if (!explained.has(word)) found.push(finding(text, index, word.length, rule, rule === 'official-term' ? `${word}（${plain}）` : plain))
    index += word.length
  }
  return found
}

/** デマ is a word, in デマンド it is none: a word in katakana ends where the katakana end. */
function isWholeLoanWord(seen: string, at: number, length: number): boolean {
  return !KATAKANA.test(seen[at - 1] ?? '') && !KATAKANA.test(seen[at + length] ?? '')
}

/** 避難所（逃げる 場所）, or the other way round: 逃げる 場所（避難所）. */
function isExplained(seen: string, at: number, length: number): boolean {
  const before = seen[at - 1] ?? ''
  const after = seen[at + length] ?? ''
  return '（('.includes(after || ' ') || ('（('.includes(before || ' ') && '）)'.includes(after || ' '))
}

function sentenceFindings(text: SeenText): Finding[] {
  return sentencesIn(text.seen).flatMap(({ from, sentence }) => {
    const short = sentence.replace(/[（(][^（()）]*[）)]/g, '').replace(/\s/g, '')
    const clauses = [...sentence.matchAll(CLAUSE_END)].length + 1
    const run = [...sentence.matchAll(/[^\s、。，．,.!！?？：:（）()「」・\n]+/gu)].find(({ 0: letters }) => letters.replaceAll(SLOT_LETTER, '').length > EASY_LIMITS.lettersInARow)
    return [
      ...(short.length > EASY_LIMITS.sentenceLetters ? [finding(text, from, sentence.length, 'sentence-long')] : []),
      ...(clauses > EASY_LIMITS.clauses ? [finding(text, from, sentence.length, 'clauses-many')] : []),
      ...(run === undefined ? [] : [finding(text, from + run.index, run[0].length, 'no-spaces')]),
    ]
  })
}

function sentencesIn(seen: string): { readonly from: number; readonly sentence: string }[] {
  return [...seen.matchAll(/[^。！？!?\n]+[。！？!?]*/gu)].flatMap(({ 0: sentence, index }) => {
    const lead = sentence.length - sentence.trimStart().length
    return sentence.trim() === '' ? [] : [{ from: index + lead, sentence: sentence.trim() }]
  })
}

function finding(text: SeenText, index: number, length: number, rule: EasyRule, instead: string | null = null): Finding {
  const at = text.places[index] ?? 0
  const last = text.places[index + length - 1] ?? at
  return { at, length: last + 1 - at, read: text.seen.slice(index, index + length).replaceAll(SLOT_LETTER, '…'), rule, weight: REFUSED_RULES.has(rule) ? 'refused' : 'advice', instead }
}

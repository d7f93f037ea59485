import { CHANNEL_LIMITS, plainIn } from '#capabilities/notices/wording.ts'
import { LANGUAGES, partsOf, type Language } from '#kernel/text/text.ts'
import { checkEasyJapanese, checkReadings, type EasyRule, type Finding } from '../easy-japanese.ts'
import { SLOTS, type Template, type TemplateLine } from '../model.ts'
import { slotsIn } from './compose.ts'
import { chainOf } from './keys.ts'

/** Most lines of a template with its title, and letters of a text with readings and slots. */
export const TEMPLATE_LIMITS = { lines: 12, titleLetters: 300, sentenceLetters: 900 } as const

export type ProblemKind =
  | 'no-sentence' | 'too-many-lines' | 'text-blank' | 'text-long' | 'braces' | 'unknown-slot' | 'slots-differ' | 'japanese-letters'
  | 'title-optional' | 'optional-without-slot' | 'general-needs-slot' | 'title-long-for-area-mail'

/** What is wrong with a template, and where. Refused ones are never approved. */
export interface TemplateProblem {
  /** 0 is the title. */
  readonly line: number
  /** Null where it is about the line in all languages. */
  readonly language: Language | null
  readonly kind: ProblemKind | EasyRule
  readonly weight: 'refused' | 'advice'
  readonly read: string
  readonly instead: string | null
}

/** Everything that keeps a template from being approved, and what its writer may want to weigh, from the first line on. */
export function problemsOf({ key, lines }: Template): readonly TemplateProblem[] {
  const found = [...wholeProblems(lines), ...areaMailProblems(key, lines), ...lines.flatMap((line, index) => lineProblems(key, line, index)), ...easyProblems(lines)]
  return found.toSorted((one, other) => one.line - other.line)
}

function wholeProblems(lines: readonly TemplateLine[]): TemplateProblem[] {
  if (lines.length < 2) return [refused(0, null, 'no-sentence')]
  return lines.length > TEMPLATE_LIMITS.lines ? [refused(lines.length - 1, null, 'too-many-lines', String(TEMPLATE_LIMITS.lines))] : []
}

/** What may sound on every phone: area mail has little room for a title, and a longer one would keep the order from it. */
const AREA_MAIL_KEY = /^(?:evacuation\.(?:lowered|cancelled)\.|(?:evacuation|warning)\.[a-z-]+\.[45]$|earthquake\.|linear-rainband$)/

function areaMailProblems(key: string, lines: readonly TemplateLine[]): TemplateProblem[] {
  const { title, measure } = CHANNEL_LIMITS['area-mail']
  const isLong = AREA_MAIL_KEY.test(key) && measure(plainIn(lines[0]?.text.ja ?? '', 'ja')) > title
  return isLong ? [refused(0, 'ja', 'title-long-for-area-mail', String(title))] : []
}

function lineProblems(key: string, { text, isOptional }: TemplateLine, line: number): TemplateProblem[] {
  const slots = LANGUAGES.map((language) => [...new Set(slotsIn(text[language]))].toSorted())
  const all = [...new Set(slots.flat())]
  // The last template of a chain must be sayable whatever is missing.
  const isGeneral = chainOf(key).at(-1) === key && key.split('.').includes('any')
  return [
    ...LANGUAGES.flatMap((language) => textProblems(text[language], language, line)),
    ...all.filter((slot) => !(SLOTS as readonly string[]).includes(slot)).map((slot) => refused(line, null, 'unknown-slot', `{${slot}}`)),
    ...slots.flatMap((own, index) => all.filter((slot) => !own.includes(slot)).map((slot) => refused(line, LANGUAGES[index] ?? 'ja', 'slots-differ', `{${slot}}`))),
    ...(line === 0 && isOptional ? [refused(line, null, 'title-optional')] : []),
    ...(isOptional && all.length === 0 ? [refused(line, null, 'optional-without-slot')] : []),
    ...(isGeneral && !isOptional && all.length > 0 ? [refused(line, null, 'general-needs-slot', `{${all.join('}, {')}}`)] : []),
  ]
}

function textProblems(text: string, language: Language, line: number): TemplateProblem[] {
  if (text.trim() === '') return [refused(line, language, 'text-blank')]
  const most = line === 0 ? TEMPLATE_LIMITS.titleLetters : TEMPLATE_LIMITS.sentenceLetters
  if (text.length > most) return [refused(line, language, 'text-long', String(most))]
  const parts = partsOf(text)
  const loose = parts.find((part) => part.kind === 'text' && /[{}\n]/.test(part.text))
  if (loose !== undefined) return [refused(line, language, 'braces', loose.kind === 'text' ? loose.text : '')]
  const isJapanese = language === 'ja' || language === 'ja-x-yasashii'
  if (isJapanese) return language === 'ja' ? checkReadings(text).map((finding) => ofFinding(finding, line, language)) : []
  const letters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u.exec(parts.map((part) => (part.kind === 'text' ? part.text : part.kind === 'ruby' ? part.base : '')).join(''))
  return letters === null ? [] : [refused(line, language, 'japanese-letters', letters[0])]
}

/** The easy text is looked at as a whole: a word that its title explains may stand alone in a sentence. */
function easyProblems(lines: readonly TemplateLine[]): TemplateProblem[] {
  const texts = lines.map(({ text }) => text['ja-x-yasashii'].replaceAll('\n', ' '))
  const begins = texts.map((_, index) => texts.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0))
  return checkEasyJapanese(texts.join('\n')).map((finding) => {
    const line = begins.findLastIndex((begin) => begin <= finding.at)
    return ofFinding(finding, line, 'ja-x-yasashii')
  })
}

function ofFinding({ rule, weight, read, instead }: Finding, line: number, language: Language): TemplateProblem {
  return { line, language, kind: rule, weight, read, instead }
}

function refused(line: number, language: Language | null, kind: ProblemKind, read = ''): TemplateProblem {
  return { line, language, kind, weight: 'refused', read, instead: null }
}

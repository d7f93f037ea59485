import type { FormProblems, Problem, Typed } from '#kernel/forms/form.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { GUIDE_LIMITS, LANGUAGE_FIELDS } from '../forms.ts'
import type { Guide, Item, Way, Wording } from '../model.ts'
import { staffWords } from '../text/staff-words.ts'

export type TypedItem = { readonly ok: true; readonly item: Item } | { readonly ok: false; readonly problems: FormProblems }

/**
 * The item that a form describes. What belongs together is checked here: a class that exists, and texts in all four
 * languages or in none.
 */
export function itemTyped(key: string, typed: Typed, { classes, dangers }: Pick<Guide, 'classes' | 'dangers'>): TypedItem {
  const problems: Record<string, Problem> = {}
  const text = (name: string): string => {
    const value = typed[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const name = wordingTyped(text, 'name')
  for (const [language, ending] of LANGUAGE_FIELDS) if (name[language] === '') problems[`name.${ending}`] = { phrase: staffWords.missing }
  if (!/^[\p{Script=Hiragana}ー・]+$/u.test(text('reading'))) problems.reading = { phrase: staffWords.readingHint }
  const aliases = [...new Set(text('aliases').split('\n').map((alias) => alias.trim()).filter(Boolean))]
  if (aliases.length > GUIDE_LIMITS.aliasesOfItem) problems.aliases = { phrase: staffWords.tooManyAliases }
  const danger = text('danger')
  if (danger !== '' && !dangers.some((one) => one.key === danger)) problems.danger = { phrase: staffWords.unknownClass }
  const ways = Array.from({ length: GUIDE_LIMITS.ways }, (_, index) => wayTyped(index)).filter((way) => way !== null)
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  return { ok: true, item: { key, name, reading: text('reading'), aliases, ways, dangerKey: danger === '' ? null : danger } }

  /** Null for a way that is not used. */
  function wayTyped(index: number): Way | null {
    const field = `way${index}`
    const classKey = text(`${field}.class`)
    const size = wordingTyped(text, `${field}.size`)
    const note = wordingTyped(text, `${field}.note`)
    const isUsed = classKey !== '' || isBegun(size) || isBegun(note)
    if (!isUsed && index > 0) return null
    if (!classes.some((one) => one.key === classKey)) problems[`${field}.class`] = { phrase: staffWords.unknownClass }
    refuseHalf(`${field}.size`, size)
    refuseHalf(`${field}.note`, note)
    return { classKey, size, note }
  }

  function refuseHalf(field: string, wording: Wording): void {
    if (!isBegun(wording)) return
    for (const [language, ending] of LANGUAGE_FIELDS) {
      if (wording[language] === '') problems[`${field}.${ending}`] = { phrase: staffWords.allLanguages }
    }
  }
}

function isBegun(wording: Wording): boolean {
  return LANGUAGES.some((language) => wording[language] !== '')
}

function wordingTyped(text: (name: string) => string, field: string): Wording {
  return Object.fromEntries(LANGUAGE_FIELDS.map(([language, ending]) => [language, text(`${field}.${ending}`)])) as unknown as Wording
}

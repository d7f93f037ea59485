import { fiscalYearOf, parseFiscalYear } from '#kernel/values/fiscal-year.ts'
import type { FiscalYearNumber } from '../model.ts'
import { figureName, textPieces } from './figure-references.ts'

/** An indicator as far as a text that names it must know it. */
export interface KnownFigure {
  readonly key: string
  /** Official Japanese name: writers also type that into the brackets. */
  readonly title: string
  /** First fiscal year of which its definitions count anything. */
  readonly firstYear: FiscalYearNumber
}

export type ReferenceProblemKind =
  /** No indicator of that name. */
  | 'unknown'
  /** Counted only from a later year on, or the year has not begun. */
  | 'before-first'
  | 'not-begun'
  /** Meant well and read by nothing: full-width brackets, blanks, capitals, 令和3年度. */
  | 'written-otherwise'
  | 'year-unreadable'
  | 'not-closed'
  /** In a field in which no figure is ever filled in. */
  | 'no-figures-here'

export interface ReferenceProblem {
  readonly kind: ReferenceProblemKind
  /** As it stands in the text, shortened where it is very long. */
  readonly source: string
  /** What to write instead, likeliest first; empty where nothing is near. */
  readonly instead: readonly string[]
  /** The year it asks for, and the first that is counted; both where they matter. */
  readonly year?: FiscalYearNumber
  readonly firstYear?: FiscalYearNumber
}

export interface ReferenceTerms {
  readonly reportYear: FiscalYearNumber
  readonly figures: readonly KnownFigure[]
  readonly today: Temporal.PlainDate
  /** False for short fields, where a reference would be printed as it was typed. */
  readonly takesFigures: boolean
}

/** Keys offered in the place of an unknown one; characters of a source that a message repeats. */
const KEYS_OFFERED = 3
const SOURCE_SHOWN = 60

/** A cheap first look: most texts hold no double bracket. */
export function mayHoldReferences(text: string): boolean {
  return /[[［]{2}/.test(text)
}

/** Two opening brackets in any width, what follows them on the line, and up to two closing ones. */
const BRACKETS = /[[［]{2}([^[\]［］\n]*)([\]］]{0,2})/g

/**
 * What a writer must put right before a text is saved: whatever stands in double brackets is either a figure of this
 * city for a year that is counted, or it is told here why not. The text itself is never changed.
 */
export function referenceProblems(text: string, terms: ReferenceTerms): ReferenceProblem[] {
  return [...text.matchAll(BRACKETS)].flatMap(([source, inside = '', closing = '']) => {
    const problem = problemOf(source, inside, closing, terms)
    return problem === null ? [] : [{ ...problem, source: shortened(source) }]
  })
}

type Finding = Omit<ReferenceProblem, 'source'>

function problemOf(source: string, inside: string, closing: string, terms: ReferenceTerms): Finding | null {
  if (!terms.takesFigures) return { kind: 'no-figures-here', instead: [] }
  const { key, year: typedYear } = partsOf(inside)
  const known = terms.figures.find((figure) => figure.key === key)
  if (closing.length < 2) return { kind: 'not-closed', instead: known === undefined ? nearestTo(inside, terms) : [sourceOf(known.key)] }
  if (known === undefined) return { kind: 'unknown', instead: nearestTo(inside, terms) }
  const parsed = typedYear === '' ? null : parseFiscalYear(typedYear)
  if (parsed !== null && !parsed.ok) return { kind: 'year-unreadable', instead: [sourceOf(key, terms.reportYear)] }
  const year = parsed === null ? terms.reportYear : parsed.value
  if (year < known.firstYear) return { kind: 'before-first', instead: [sourceOf(key, known.firstYear)], year, firstYear: known.firstYear }
  if (year > fiscalYearOf(terms.today)) return { kind: 'not-begun', instead: [], year }
  const isRead = textPieces(source, terms.reportYear).some((piece) => typeof piece !== 'string' && figureName(piece) === figureName({ key, year }))
  return isRead ? null : { kind: 'written-otherwise', instead: [sourceOf(key, parsed === null ? undefined : year)] }
}

/** The key and the year that were meant, whatever the width, the case and the blanks. */
function partsOf(inside: string): { readonly key: string; readonly year: string } {
  const [key = '', ...rest] = inside.normalize('NFKC').trim().split(/\s+/)
  return { key: key.toLowerCase(), year: rest.join('') }
}

function sourceOf(key: string, year?: FiscalYearNumber): string {
  return year === undefined ? `[[${key}]]` : `[[${figureName({ key, year })}]]`
}

function shortened(source: string): string {
  const characters = [...source]
  return characters.length <= SOURCE_SHOWN ? source : `${characters.slice(0, SOURCE_SHOWN).join('')}…`
}

/** The keys that were likely meant: by their name, by a slip of the keys, or of the same service. */
function nearestTo(inside: string, { figures }: ReferenceTerms): string[] {
  const { key } = partsOf(inside)
  const name = inside.normalize('NFKC').replace(/\s/g, '')
  const ranked = figures.flatMap((figure) => {
    const rank = rankOf(figure, key, name)
    return rank === null ? [] : [{ key: figure.key, rank }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : 1)).slice(0, KEYS_OFFERED).map((near) => sourceOf(near.key))
}

/** Smaller is nearer; null is not near at all. */
function rankOf({ key, title }: KnownFigure, typed: string, name: string): number | null {
  if (name !== '' && (title.includes(name) || name.includes(title))) return 0
  const distance = editDistance(typed, key)
  if (distance <= Math.max(2, Math.floor(key.length * SLIPS))) return distance
  const service = typed.split('.')[0] ?? ''
  return service !== '' && key.startsWith(`${service}.`) ? key.length : null
}

/** Share of a key's characters that may be wrong for it to be offered. */
const SLIPS = 0.4
/** Longer than any key: what is longer is no slip of the keys. */
const COMPARED_CHARACTERS = 80

/** Letters to put in, take out or replace (Levenshtein). */
function editDistance(one: string, other: string): number {
  if (one.length > COMPARED_CHARACTERS) return Infinity
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let index = 1; index <= one.length; index++) {
    const next = [index]
    for (let place = 1; place <= other.length; place++) {
      const replaced = (row[place - 1] ?? 0) + (one[index - 1] === other[place - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? Infinity
}

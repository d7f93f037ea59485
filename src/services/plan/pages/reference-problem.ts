import type { Problem } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { ReferenceProblem } from '../rules/figure-reference-problems.ts'
import { referenceWords } from '../text/reference-words.ts'

/** Told of one field at once; the rest is told when these are put right. */
const TOLD_AT_ONCE = 5

/** What a writer is told of a text's references: all of the first kind of problem; null where there is none. */
export function referenceProblemOf(problems: readonly ReferenceProblem[]): Problem | null {
  const [first] = problems
  if (first === undefined) return null
  const alike = problems.filter(({ kind, firstYear, year }) => kind === first.kind && firstYear === first.firstYear && year === first.year).slice(0, TOLD_AT_ONCE)
  const list = (texts: readonly string[]) => [...new Set(texts)].join(' ')
  const instead = list(alike.flatMap((problem) => problem.instead))
  const values = { source: list(alike.map(({ source }) => source)), instead, firstYear: String(first.firstYear ?? ''), year: String(first.year ?? '') }
  return { phrase: phraseOf(first, instead !== ''), values }
}

function phraseOf({ kind }: ReferenceProblem, hasInstead: boolean): Phrase {
  switch (kind) {
    case 'unknown':
      return hasInstead ? referenceWords.unknownNear : referenceWords.unknown
    case 'not-closed':
      return hasInstead ? referenceWords.notClosedNear : referenceWords.notClosed
    case 'before-first':
      return referenceWords.beforeFirst
    case 'not-begun':
      return referenceWords.notBegun
    case 'written-otherwise':
      return referenceWords.writtenOtherwise
    case 'year-unreadable':
      return referenceWords.yearUnreadable
    case 'no-figures-here':
      return referenceWords.noFiguresHere
    default:
      return assertNever(kind)
  }
}

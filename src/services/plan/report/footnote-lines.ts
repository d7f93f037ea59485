import { shortYear } from './report-shape.ts'
import type { Footnote } from '../rules/figure-references.ts'
import { FORM } from './form-words.ts'

/**
 * A footnote in official Japanese: what was counted, for which year, from how many facts, up to which place of the chain,
 * and the address under which the facts themselves are listed.
 */
export function footnoteLine({ mark, figure }: Footnote): string {
  const { key, year, title, printed, facts, position, hash, printedNow } = figure
  const set = hash === null ? FORM.figureCounted : `${FORM.figureSet} ${hash.slice(0, 16)}`
  const now = printedNow === null ? '' : `、${FORM.figureNow} ${printedNow}`
  return `${mark} ${title} (${shortYear(year)}) ${printed}: ${FORM.figureFacts} ${facts}、${FORM.figurePosition} ${position}、${set}${now}、/evidence/${key}?year=${year}`
}

/** The footnotes whose marks stand in these texts. */
export function footnotesIn(texts: readonly string[], footnotes: readonly Footnote[]): Footnote[] {
  return footnotes.filter(({ printed }) => texts.some((text) => text.includes(printed)))
}

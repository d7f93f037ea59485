import { listAllIndicators } from '#capabilities/indicators/indicators.ts'
import type { KeptIndicator } from '#capabilities/indicators/model.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { officialVoice } from '#kernel/text/text.ts'
import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import type { PlanDocument } from '../model.ts'
import { type KnownFigure, type ReferenceProblem, referenceProblems } from '../rules/figure-reference-problems.ts'
import { takesFigures } from '../rules/figure-references.ts'

/** Finds the references in one field's text that cannot be filled in. */
export type ReferenceCheck = (field: string, text: string) => ReferenceProblem[]

export async function loadReferenceCheck(tx: Tx, document: Pick<PlanDocument, 'reportYear'>): Promise<ReferenceCheck> {
  return referenceCheck(await listAllIndicators(tx), document, tx.today)
}

export function referenceCheck(indicators: readonly KeptIndicator[], { reportYear }: Pick<PlanDocument, 'reportYear'>, today: Temporal.PlainDate): ReferenceCheck {
  const figures = indicators.map(knownFigureOf)
  return (field, text) => referenceProblems(text, { reportYear, figures, today, takesFigures: takesFigures(field) })
}

/** An indicator by what a reference to it must know. */
export function knownFigureOf({ key, title, definitions }: KeptIndicator): KnownFigure {
  const from = definitions[0]?.from
  return { key, title: officialVoice.plain(title), firstYear: from === undefined ? Infinity : fiscalYearOf(Temporal.PlainDate.from(from)) }
}

import { figure, frozen, isTargetMet, listFiguresFor } from '#capabilities/indicators/indicators.ts'
import type { Figure, KeptIndicator } from '#capabilities/indicators/model.ts'
import { foundOnce } from '#kernel/database/held-values.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { officialVoice, type Voice } from '#kernel/text/text.ts'
import type { FiscalYearNumber, PlanDocument } from '../model.ts'
import { figureName, type FigureReference, type MeasuredFigure, type MeasuredFigures, NO_FIGURES, referencesIn } from '../rules/figure-references.ts'
import type { MeasuredResult } from '../rules/measure-against-mark.ts'

/** The figures that the texts of a report refer to; a report without any asks the database nothing. */
export async function loadMeasured(tx: Tx, document: PlanDocument): Promise<MeasuredFigures> {
  const references = referencesOf(document)
  if (references.length === 0) return NO_FIGURES
  const found = await Promise.all(references.map((reference) => findMeasured(tx, reference)))
  return new Map(found.flatMap((each) => (each === undefined ? [] : [[figureName(each), each]])))
}

const referencesOf = foundOnce(referencesIn)

/** The figures that speak for a project, by what its sheet's year counted; beside the texts on the sheet. */
export function listProjectFigures(tx: Tx, projectKey: string, year: FiscalYearNumber): Promise<Figure[]> {
  return listFiguresFor(tx, projectKey, { fiscalYear: year })
}

/** `1,234件`; a dash where there is nothing to tell. */
export function figureText(voice: Voice, { unit }: Pick<KeptIndicator, 'unit'>, value: number | null): string {
  return value === null ? '－' : `${voice.number(value)}${voice.plain(unit)}`
}

/** What was set down for the year, else what has been counted so far. */
async function findMeasured(tx: Tx, { key, year }: Pick<FigureReference, 'key' | 'year'>): Promise<MeasuredFigure | undefined> {
  const [now, set] = await Promise.all([figure(tx, key, { fiscalYear: year }), frozen(tx, key, year)])
  if (now === undefined) return undefined
  const { indicator } = now
  const isDifferent = set !== undefined && set.value !== now.value
  return {
    key,
    year,
    title: officialVoice.plain(indicator.title),
    printed: figureText(officialVoice, indicator, set === undefined ? now.value : set.value),
    facts: set?.facts ?? now.facts,
    position: set?.position ?? now.countedTo,
    hash: set?.hash ?? null,
    printedNow: isDifferent ? figureText(officialVoice, indicator, now.value) : null,
  }
}

/** A figure against the target of a fiscal year; null where there is none, or where it is not counted yet. */
export function resultOf({ indicator, value, isComplete }: Figure, year: FiscalYearNumber): MeasuredResult | null {
  const target = indicator.targets.find(({ fiscalYear }) => fiscalYear === year)
  const isMet = isTargetMet(indicator.direction, value, target)
  if (target === undefined || value === null || isMet === null || !isComplete) return null
  return { direction: indicator.direction, value, baseline: indicator.baseline?.value ?? null, target: target.value, isMet }
}

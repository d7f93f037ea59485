import type { DecidingRow, ProcedureVersion } from '../procedure.ts'
import type { Answers } from '../model.ts'
import { weigh } from './weighing.ts'

/** 専決: the first row of the version's table that fits the amount and the answers. The last one is for whatever is left. */
export function decidingRow({ deciders }: ProcedureVersion, amountYen: number | null, answers: Answers): DecidingRow {
  const fits = ({ mostYen, when }: DecidingRow) =>
    (mostYen === undefined || (amountYen !== null && amountYen <= mostYen)) && (when === undefined || weigh(when, answers) === 'yes')
  return deciders.find(fits) ?? (deciders.at(-1) as DecidingRow)
}

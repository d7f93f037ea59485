import { Fault } from '#kernel/faults/faults.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { figure } from '../indicators.ts'
import type { Figure } from '../model.ts'

/** The figure of the indicator that the address names; the fault `not-found` when there is no such indicator. */
export async function getFigure({ tx, params }: Pick<Visit, 'tx' | 'params'>, fiscalYear: number): Promise<Figure> {
  const found = await figure(tx, params.key ?? '', { fiscalYear })
  if (found === undefined) throw new Fault('not-found')
  return found
}

import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '#kernel/database/transaction.ts'
import { plan } from './rows.ts'
import type { Words } from './words.ts'

/** A number from the report or its sources. */
export interface Figure {
  readonly year: number | null
  readonly kind: 'result' | 'target' | 'change' | 'outline'
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly asOf: string
  readonly source: string
  readonly words: Words
}

/** The figures of all projects. */
export function listFigures(tx: Tx, planKey: string): Promise<(Figure & { readonly projectKey: string })[]> {
  return tx.list(
    plan
      .selectFrom('plan.figure')
      .select(['project_key as projectKey', 'year', 'name', 'value', 'unit', 'as_of as asOf', 'source'])
      .select((figure) => [figure.ref('kind').$castTo<Figure['kind']>().as('kind'), figure.ref('words').$castTo<Words>().as('words')])
      .where('plan_key', '=', planKey)
      .orderBy('id'),
  )
}

/** What the plan gives to the plan above it: numbers and names from the top down. */
export interface Contribution {
  readonly upperTitle: string
  readonly path: readonly { readonly number: string; readonly name: string; readonly words: Words }[]
  readonly words: Words
}

/** What stands above a plan: its principle in other languages, and what it contributes to. */
export interface PlanSurroundings {
  readonly words: Words
  readonly contributions: readonly Contribution[]
}

export async function findSurroundings(tx: Tx, planKey: string): Promise<PlanSurroundings> {
  const row = await tx.get(
    plan
      .selectFrom('plan.plan as p')
      .select((own) => own.ref('p.words').$castTo<Words>().as('words'))
      .select((own) =>
        jsonArrayFrom(
          own
            .selectFrom('plan.contribution as c')
            .select(['c.upper_title as upperTitle', 'c.path', 'c.words'])
            .whereRef('c.plan_key', '=', 'p.key')
            .orderBy('c.position'),
        )
          .$castTo<Contribution[]>()
          .as('contributions'),
      )
      .where('p.key', '=', planKey),
  )
  return row
}

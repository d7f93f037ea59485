import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { insertRows, plan, statement } from './rows.ts'
import type { Words } from './words.ts'

/** A direction that a project may take, as the city names it. */
export interface Direction {
  readonly key: string
  readonly label: string
  readonly words: Words
}

/** What was chosen for a project in a year's report, with what became of it where that has been told. */
export interface DirectionChoice {
  readonly id: number
  readonly year: number
  readonly directionKey: string
  readonly reason: string
  readonly at: Temporal.Instant
  readonly outcome: string | null
  readonly outcomeAt: Temporal.Instant | null
}

export async function listDirections(tx: Tx): Promise<Direction[]> {
  const rows = await tx.list(plan.selectFrom('plan.direction').select(['key', 'label', 'words']).orderBy('position'))
  return rows.map((row) => ({ ...row, words: row.words as Words }))
}

/** The latest choice of each year up to `year`, the newest year first; `until`: as residents see it at a publication. */
export function listChoices(tx: Tx, planKey: string, projectKey: string, year: number, until?: Temporal.Instant): Promise<DirectionChoice[]> {
  const limit = until ?? tx.now
  return tx.list(
    statement(sql<DirectionChoice>`select distinct on (c.year) c.id, c.year, c.direction_key as "directionKey", c.reason, c.at,
        o.text as outcome, o.at as "outcomeAt"
      from plan.direction_choice c
      left join lateral (select text, at from plan.direction_outcome where choice_id = c.id and at <= ${limit} order by id desc limit 1) o on true
      where c.plan_key = ${planKey} and c.project_key = ${projectKey} and c.year <= ${year} and c.at <= ${limit}
      order by c.year desc, c.id desc`),
  )
}

export async function keepChoice(tx: Tx, planKey: string, year: number, projectKey: string, directionKey: string, reason: string): Promise<void> {
  const row = { plan_key: planKey, year, project_key: projectKey, direction_key: directionKey, reason, ...doer(tx) }
  await insertRows(tx, 'plan.direction_choice', [row])
}

export async function keepOutcome(tx: Tx, choiceId: number, text: string): Promise<void> {
  await insertRows(tx, 'plan.direction_outcome', [{ choice_id: choiceId, text, ...doer(tx) }])
}

function doer({ actor, now }: Tx) {
  return { by: actor.id, by_name: actor.person?.name ?? '', unit_code: actor.person?.unitCode ?? null, at: now }
}

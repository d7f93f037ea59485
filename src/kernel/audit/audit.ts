import type { Actor } from '#kernel/access/actor.ts'

/** That somebody saw or used data about a person: what, about whom, and the rule that allows it. */
export interface PersonalView {
  readonly act: string
  readonly subject: string
  /** Law article, ordinance or internal rule. */
  readonly basis: string
}

export function auditStatement(actor: Actor, view: PersonalView): { sql: string; parameters: readonly string[] } {
  return { sql: 'select kernel.note($1, $2, $3, $4)', parameters: [actor.id, view.act, view.subject, view.basis] }
}

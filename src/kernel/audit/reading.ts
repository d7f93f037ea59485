import { sql } from 'kysely'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { beginOf } from '#kernel/time/clock.ts'

const kernel = queriesOver<KernelTables>()

/** One line of the audit: who saw or did what about whom, when, and under which rule. */
export interface AuditLine {
  readonly entry: number
  readonly at: Temporal.Instant
  /** A person's id, `visitor` or `system`. */
  readonly actor: string
  /** Login and name where the actor is a known person. */
  readonly login: string | null
  readonly name: string | null
  readonly service: string
  readonly act: string
  readonly subject: string
  /** Login and name where the subject is a person at work, `person:<id>`. */
  readonly aboutLogin: string | null
  readonly aboutName: string | null
  readonly basis: string
}

export interface AuditWishes {
  /** A login, or an actor as it is written: a person's id, `visitor`, `system`. */
  readonly who?: string
  /** A subject as it is written, e.g. `project:1-3-1`, or a login for the person behind it. */
  readonly subject?: string
  /** A day in Japan. */
  readonly day?: Temporal.PlainDate
  /** Only lines written before this one: how one turns the page. */
  readonly before?: number
  readonly limit: number
}

/** The audit's lines, the latest first. Whoever calls it notes that the audit was read. */
export function listAudit(tx: Tx, wishes: AuditWishes): Promise<AuditLine[]> {
  const { who, subject, day, before, limit } = wishes
  let query = kernel
    .selectFrom('kernel.audit as audit')
    .leftJoin('kernel.person as person', (join) => join.on(sql<boolean>`person.id::text = audit.actor`))
    .leftJoin('kernel.person as about', (join) => join.on(sql<boolean>`'person:' || about.id::text = audit.subject`))
    .select([
      'audit.entry',
      'audit.at',
      'audit.actor',
      'person.login',
      'person.name',
      'audit.service',
      'audit.act',
      'audit.subject',
      'about.login as aboutLogin',
      'about.name as aboutName',
      'audit.basis',
    ])
    .orderBy('audit.entry', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('audit.entry', '<', before)
  if (subject !== undefined) {
    query = query.where(
      sql<boolean>`audit.subject = coalesce((select 'person:' || id::text from kernel.person where login = ${subject}), ${subject})`,
    )
  }
  if (day !== undefined)
    query = query.where('audit.at', '>=', beginOf(day)).where('audit.at', '<', beginOf(day.add({ days: 1 })))
  if (who !== undefined) {
    query = query.where(
      sql<boolean>`audit.actor = coalesce((select id::text from kernel.person where login = ${who}), ${who})`,
    )
  }
  return tx.within('kernel', () => tx.list(query))
}

/** One line of the audit as the person hears of it whom it is about: the unit that did it, not only the clerk. */
export interface ViewLine {
  readonly entry: number
  readonly at: Temporal.Instant
  /** As it is written: a person's id, `resident:<account>`, `visitor` or `system`. */
  readonly actor: string
  readonly clerkName: string | null
  readonly unitName: string | null
  readonly unitNameEn: string | null
  readonly unitNamePt: string | null
  readonly service: string
  readonly act: string
  readonly basis: string
}

export interface ViewWishes {
  /** Subjects as they are written, e.g. `resident:<key>`: everything that one person is called. */
  readonly subjects: readonly string[]
  /** Only lines written before this one. */
  readonly before?: number
  readonly limit: number
}

/**
 * What was seen or done about somebody, the latest first. Each subject is asked for by the index over it, so the length
 * of the whole audit does not matter. Whoever calls it has made sure that the reader may see these subjects.
 */
export async function listViewsAbout(tx: Tx, { subjects, before, limit }: ViewWishes): Promise<ViewLine[]> {
  if (subjects.length === 0) return []
  // Materialised, so that the planner never walks the audit from its end in the hope of meeting these subjects.
  let query = kernel
    .with(
      (name) => name('about').materialized(),
      (from) => from.selectFrom('kernel.audit').selectAll().where('subject', 'in', [...subjects]),
    )
    .selectFrom('about as audit')
    .leftJoin('kernel.person as person', (join) => join.on(sql<boolean>`person.id::text = audit.actor`))
    .leftJoin('kernel.unit as unit', 'unit.code', 'person.unit_code')
    .select([
      'audit.entry',
      'audit.at',
      'audit.actor',
      'person.name as clerkName',
      'unit.name as unitName',
      'unit.name_en as unitNameEn',
      'unit.name_pt as unitNamePt',
      'audit.service',
      'audit.act',
      'audit.basis',
    ])
    .orderBy('audit.entry', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('audit.entry', '<', before)
  return tx.within('kernel', () => tx.list(query))
}

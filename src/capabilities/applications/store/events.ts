import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { ApplicationEvent, EventKind } from '../model.ts'
import type { ApplicationsTables } from '../tables.ts'

const applications = queriesOver<ApplicationsTables>()

/** Writes down what happened, in the name of who acts. */
export async function keepEvent(tx: Tx, id: string, kind: EventKind, terms: { text?: string; isInternal?: boolean } = {}): Promise<void> {
  const { text = '', isInternal = false } = terms
  const row = { application_id: id, at: tx.now, by: tx.actor.id, by_name: tx.actor.person?.name ?? '', kind, is_internal: isInternal, text }
  await tx.run(applications.insertInto('applications.event').values(row))
}

/** In the order in which it happened. */
export function listEvents(tx: Tx, id: string): Promise<ApplicationEvent[]> {
  return tx.list(
    applications
      .selectFrom('applications.event')
      .select(['entry', 'at', 'by', 'by_name as byName', 'is_internal as isInternal', 'text'])
      .select((event) => event.ref('kind').$castTo<EventKind>().as('kind'))
      .where('application_id', '=', id)
      .orderBy('entry'),
  )
}

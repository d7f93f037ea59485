import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/facts/fact.ts'
import type { Listener } from '#kernel/service/manifest.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { endPlacesOf } from '../actions/class-lists.ts'
import { keepSuggestion } from '../store/muster.ts'
import { musterSettingOn } from '../store/roster.ts'

/**
 * A guardian who left at the channel itself is off the class lists too, so that the school sees whom nothing reaches. A
 * contact that was stopped may come back, and stays: the class's page says that it is not reached.
 */
const onContactLeft: Listener = { factName: 'notices.left', handle: async (tx, { subject }) => (isUuid(subject) ? endPlacesOf(tx, subject) : undefined) }

/** Evidence that staff may be needed: the dated table names the class, a person decides. */
const onOrderIssued: Listener = { factName: 'disaster-information.order-issued', handle: suggest }

async function suggest(tx: Tx, { subject, body }: Fact): Promise<void> {
  const { level, realm } = body as { readonly level?: unknown; readonly realm?: unknown }
  if (typeof level !== 'number') return
  const classKey = (await musterSettingOn(tx, tx.today)).classByLevel[String(level)]
  if (classKey !== undefined) await keepSuggestion(tx, { subject, level, classKey, isDrill: realm !== 'live' })
}

export const listeners: readonly Listener[] = [onContactLeft, onOrderIssued]

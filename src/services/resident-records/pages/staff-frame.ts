import { listPeople as listStaff } from '#kernel/access/people.ts'
import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Crumb } from '#kernel/web/answers.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { EntryStatus } from '../model.ts'
import { STATUS_WORDS } from '../text/entry-words.ts'
import { serviceWords } from '../text/service-words.ts'

export const DESK = '/staff/residents'

export const personPath = (id: string): string => `${DESK}/people/${id}`
export const householdPath = (id: string): string => `${DESK}/households/${id}`
export const entryPath = (id: string): string => `${DESK}/entries/${id}`

export function deskCrumb(voice: Voice): Crumb {
  return { href: DESK, label: voice.say(serviceWords.title) }
}

const TONES: Readonly<Record<EntryStatus, BadgeTone>> = { draft: 'neutral', review: 'info', approved: 'accent', applied: 'success', cancelled: 'warning', withdrawn: 'neutral' }

export function renderStatus(voice: Voice, status: EntryStatus): Html {
  return renderBadge({ label: voice.say(STATUS_WORDS[status]), tone: TONES[status] })
}

/** Names of members of staff by their ids; the city's machinery bears the id it acts under. */
export async function staffNames(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id): id is string => id !== null && isUuid(id))
  return new Map((await listStaff(tx, { ids: known, limit: known.length + 1 })).map(({ id, name }) => [id, name]))
}

/** 住民基本台帳法 as the basis under which staff look: written into the audit with every view. */
export const VIEW_BASIS = '住民基本台帳法第5条・第8条 (住民基本台帳の整備・記録)'

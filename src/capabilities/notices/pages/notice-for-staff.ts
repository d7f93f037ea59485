import { Fault } from '#kernel/faults/faults.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Notice } from '../model.ts'
import { findNoticeRow } from '../store/notices.ts'

/** The notice of the address, drills too. */
export async function noticeForStaff({ tx, params }: Visit): Promise<Notice> {
  const id = params.id ?? ''
  const notice = isUuid(id) ? await findNoticeRow(tx, id) : undefined
  if (notice === undefined) throw new Fault('not-found', 'there is no such notice')
  return notice
}

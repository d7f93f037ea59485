import { Fault } from '#kernel/faults/faults.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { capSurroundings } from '../feeds/cap-surroundings.ts'
import { HAND_OVER_CHANNELS } from '../hand-over/hand-over-work.ts'
import { noticeForStaff } from '../pages/notice-for-staff.ts'
import { capOf } from '../rules/cap.ts'
import { findFile } from '../store/hand-overs.ts'

/**
 * What a channel is handed, as a file to be brought by hand where the line is cut: the very bytes of every try, or what the
 * first one will bring. Also as CAP, in which drills are found nowhere else.
 */
export async function showHandOverFile(visit: Visit): Promise<Answer> {
  const { tx, city, directory, params } = visit
  const notice = await noticeForStaff(visit)
  if (params.channel === 'cap') {
    return fileAnswer(capOf(notice, await capSurroundings(tx, city, directory.parts, notice)), 'application/cap+xml; charset=utf-8', `cap-${notice.id}.xml`)
  }
  const channel = HAND_OVER_CHANNELS.find(({ key }) => key === params.channel)
  if (channel === undefined) throw new Fault('not-found', 'there is no such channel')
  const file = (await findFile(tx, notice.id, channel.key)) ?? (await channel.write({ tx, city, parts: directory.parts, notice }))
  return fileAnswer(file.body, file.type, file.name)
}

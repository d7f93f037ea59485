import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { capOf } from '../rules/cap.ts'
import { capSurroundings } from './cap-surroundings.ts'
import { noticeIn } from './feed-visit.ts'

export async function showCap(visit: Visit): Promise<Answer> {
  const notice = await noticeIn(visit)
  const { tx, city, directory } = visit
  return fileAnswer(capOf(notice, await capSurroundings(tx, city, directory.parts, notice)), 'application/cap+xml; charset=utf-8')
}

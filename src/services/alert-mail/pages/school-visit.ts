import { Fault } from '#kernel/faults/faults.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { School, SchoolClass } from '../model.ts'
import { findClass, findSchool, listKeptSchools } from '../store/schools.ts'
import { serviceWords } from '../text/service-words.ts'

export const LIST_BASIS = '個人情報の保護に関する法律 第69条第1項(利用目的のための利用): 学校からの連絡'

/**
 * The school of the address, for who keeps its lists today. Another's try is written down and refused as if nothing were
 * there.
 */
export async function keptSchool({ tx, actor, params }: Visit): Promise<School> {
  const key = params.school ?? ''
  const school = (await listKeptSchools(tx, actor.id)).find((one) => one.key === key)
  if (school !== undefined) return school
  if ((await findSchool(tx, key)) !== undefined) await tx.note({ act: 'refused: school lists', subject: `school:${key}`, basis: LIST_BASIS })
  throw new Fault('not-found', 'there is no such school, or it is not entrusted to this person')
}

/** The class of the address, at a school that the person keeps. The view of its list is written down. */
export async function keptClass(visit: Visit, act: string): Promise<{ readonly school: School; readonly one: SchoolClass }> {
  const school = await keptSchool(visit)
  const one = await findClass(visit.tx, visit.params.class ?? '')
  if (one?.schoolKey !== school.key) throw new Fault('not-found', 'there is no such class at this school')
  await visit.tx.note({ act, subject: `class:${one.id}`, basis: LIST_BASIS })
  return { school, one }
}

export function schoolPath({ key }: Pick<School, 'key'>, rest = ''): string {
  return `/staff/schools/${key}${rest}`
}

export function schoolCrumbs(voice: Voice, school?: School): Crumb[] {
  const desk = { href: '/staff/schools', label: voice.say(serviceWords.schoolDesk) }
  return school === undefined ? [desk] : [desk, { href: schoolPath(school), label: voice.say(school.name) }]
}

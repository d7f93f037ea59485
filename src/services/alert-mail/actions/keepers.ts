import { findPersonByLogin } from '#kernel/access/people.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { endKeeperForm, keeperForm } from '../forms/school-forms.ts'
import { showKeepersAgain } from '../pages/keepers-page.ts'
import { endKeeping, entrustSchool, findSchool } from '../store/schools.ts'
import { schoolWords as words } from '../text/school-words.ts'

const PAGE = '/staff/schools-keepers'

export async function entrust(visit: Submission<ValuesOf<typeof keeperForm>>): Promise<Answer> {
  const { tx, values } = visit
  const [person, school] = [await findPersonByLogin(tx, values.login.trim()), await findSchool(tx, values.school)]
  if (person === undefined || school === undefined) return showKeepersAgain(visit, { typed: visit.typed, problems: { login: { phrase: words.unknownLogin } } })
  await entrustSchool(tx, person.id, school.key)
  return redirect(PAGE, { notice: words.added })
}

export async function askKeeperAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showKeepersAgain(visit, visit)
}

export async function endEntrusting({ tx, values }: Submission<ValuesOf<typeof endKeeperForm>>): Promise<Answer> {
  if (!/^[0-9a-f-]{36}$/.test(values.person)) throw new Fault('bad-request', 'that is no person')
  await endKeeping(tx, values.person, values.school)
  return redirect(PAGE, { notice: words.takenOff })
}

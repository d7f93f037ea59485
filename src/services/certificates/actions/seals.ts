import { randomUUID } from 'node:crypto'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { personForm, sealForm } from '../forms.ts'
import { facts } from '../facts.ts'
import { personPath } from '../pages/desk-frame.ts'
import { showRefusedSeal } from '../pages/person.ts'
import { ageOn, SEAL_AGE } from '../rules/decide.ts'
import { readImpression } from '../rules/impression.ts'
import { barSeals, endSeals, isBarred, keepSeal, liftBar, type SealEnd } from '../store/seals.ts'
import { impressionWords, sealWords } from '../text/seal-words.ts'
import { askForCopy } from './read-register.ts'

const BASIS = '印鑑登録及び証明に関する条例'

/** 印鑑登録: the owner stands at the counter, is fifteen or older, has no other seal, and the impression is of the right size. */
export async function registerSeal(visit: Submission<ValuesOf<typeof sealForm>>): Promise<Answer> {
  const { tx, values } = visit
  const copy = isUuid(values.person) ? await askForCopy(tx, values.person) : null
  const person = copy === null || copy === 'unavailable' ? undefined : copy.people.find(({ id, standing }) => id === values.person && standing === 'resident')
  if (person === undefined) throw new Fault('not-found')
  const refuse = (phrase: Phrase<never>) => showRefusedSeal(visit, values.person, phrase)
  if (ageOn(person.birthDate, tx.today) < SEAL_AGE) return refuse(sealWords.minor)
  if (await isBarred(tx, person.id)) return refuse(sealWords.barred)
  const impression = readImpression(values.impression.bytes, values.dotsPerInch)
  if (!impression.ok) return refuse(impressionWords[impression.problem])
  const applicant = { kind: 'self', name: values.applicantName, document: values.document, reason: '' } as const
  const number = await keepSeal(tx, { ...impression, id: randomUUID(), personId: person.id, registeredName: person.name, applicant })
  if (number === null) return refuse(sealWords.hasOne)
  await tx.note({ act: 'register seal', subject: `resident:${person.id}`, basis: BASIS })
  tx.publish(facts.sealRegistered, `seal:${number}`, {})
  return redirect(personPath(person.id), { notice: sealWords.registered })
}

/** 廃止: nothing is issued on the seal from the commit of this action on. */
export function endSeal(because: SealEnd): (visit: Submission<ValuesOf<typeof personForm>>) => Promise<Answer> {
  return async ({ tx, values }) => {
    if (!isUuid(values.person)) throw new Fault('not-found')
    if ((await endSeals(tx, [values.person], because)) === 0) throw new Fault('conflict', 'no seal stands')
    await tx.note({ act: 'end seal', subject: `resident:${values.person}`, basis: BASIS })
    tx.publish(facts.sealEnded, 'seal:ended', { because })
    return redirect(personPath(values.person), { notice: sealWords.ended })
  }
}

/** 意思能力を有しない者 registers no seal, and a seal that stands falls. */
export async function bar({ tx, values }: Submission<ValuesOf<typeof personForm>>): Promise<Answer> {
  if (!isUuid(values.person)) throw new Fault('not-found')
  await barSeals(tx, values.person)
  await endSeals(tx, [values.person], 'guardianship')
  await tx.note({ act: 'bar seal', subject: `resident:${values.person}`, basis: BASIS })
  return redirect(personPath(values.person), { notice: sealWords.barChanged })
}

export async function unbar({ tx, values }: Submission<ValuesOf<typeof personForm>>): Promise<Answer> {
  if (!isUuid(values.person)) throw new Fault('not-found')
  await liftBar(tx, values.person)
  await tx.note({ act: 'lift bar', subject: `resident:${values.person}`, basis: BASIS })
  return redirect(personPath(values.person), { notice: sealWords.barChanged })
}

import { residentCopyOf, type CopiedPerson, type RecordCopy } from '#capabilities/residents/record-copy.ts'
import { revealNumber, type NumberKind } from '#capabilities/number-vault/number-vault.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { CertificateRequest, PaperContent, Refusal } from '../model.ts'
import { calendarOf } from '../rules/calendar-file.ts'
import { decide } from '../rules/decide.ts'
import { isOpen } from '../rules/hours.ts'
import { contentOf, type Numbers } from '../rules/paper-rows.ts'
import { findSeal, getImage, isBarred, type Seal } from '../store/seals.ts'
import { stoppedAmong } from '../store/stops.ts'

export type RegisterReading =
  | { readonly ok: true; readonly content: PaperContent; readonly registerVersion: string; readonly knownAt: Temporal.Instant }
  | { readonly ok: false; readonly refusal: Refusal }

export type Asked = Pick<CertificateRequest, 'kind' | 'way' | 'subjectId' | 'people' | 'options' | 'applicant' | 'ownPersonId'>

/**
 * Reads everything that will stand on the paper, and decides. `tx` must be a reading transaction (`database.read`): it sees
 * one state of the database from its first query to its last, so a change of the register meanwhile is on the paper
 * wholly or not at all.
 */
export async function readRegister(tx: Tx, city: City, asked: Asked): Promise<RegisterReading> {
  const looked = await lookAt(tx, city, asked)
  if (!looked.ok) return looked
  const { copy, people, seal } = looked
  const content = contentOf({
    request: asked, copy, people, numbers: await numbersFor(tx, asked, people),
    seal: seal === null ? null : { ...seal, png: await getImage(tx, seal) },
  })
  return { ok: true, content, registerVersion: copy.version, knownAt: copy.knownAt }
}

export type Looked =
  | { readonly ok: true; readonly copy: RecordCopy; readonly people: readonly CopiedPerson[]; readonly seal: Seal | null }
  | { readonly ok: false; readonly refusal: Refusal }

/** The decision alone, before anything is asked of the vault: also for a form, so that nobody pays for what will be refused. */
export async function lookAt(tx: Tx, city: City, asked: Asked): Promise<Looked> {
  const copy = await askForCopy(tx, asked.subjectId)
  if (copy === 'unavailable') return { ok: false, refusal: 'register-unavailable' }
  const seal = asked.kind === 'seal-certificate' && !(await isBarred(tx, asked.subjectId)) ? ((await findSeal(tx, asked.subjectId)) ?? null) : null
  const stopped = await stoppedAmong(tx, [asked.subjectId, ...(copy?.people ?? []).map(({ id }) => id)])
  const decision = decide(asked, { copy, seal, stopped, today: tx.today, isOpen: isOpenNow(tx, city, asked) })
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  return copy === null ? { ok: false, refusal: 'not-registered' } : { ok: true, copy, people: decision.people, seal }
}

export function isOpenNow(tx: Tx, city: City, { way, kind }: Pick<Asked, 'way' | 'kind'>): boolean {
  return isOpen(calendarOf(city), way, kind, tx.now.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime())
}

/** A city may run without a register; its pages then say that nothing can be issued. */
export async function askForCopy(tx: Tx, personId: string): Promise<RecordCopy | null | 'unavailable'> {
  try {
    return await tx.ask(residentCopyOf, { key: personId })
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'unavailable') return 'unavailable'
    throw thrown
  }
}

async function numbersFor(tx: Tx, { options }: Asked, people: readonly CopiedPerson[]): Promise<Numbers> {
  const read = async (isChosen: boolean, kind: NumberKind) => {
    const numbers = new Map<string, string>()
    if (!isChosen) return numbers
    for (const { id } of people) numbers.set(id, (await revealNumber(tx, id, 'certificate', kind)) ?? '')
    return numbers
  }
  return { individual: await read(options.includes('individual-number'), 'individual-number'), residentCode: await read(options.includes('resident-code'), 'resident-code') }
}

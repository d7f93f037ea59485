import { Fault } from '#kernel/faults/faults.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { VIEW_BASIS } from '../pages/staff-frame.ts'
import { certificateOf } from '../rules/moving-certificate.ts'
import { peopleAbout } from '../rules/telling.ts'
import { compareEntry } from '../store/comparing.ts'
import { findEntry } from '../store/entries.ts'
import { findHousehold } from '../store/households.ts'
import { findPerson } from '../store/people.ts'

/** 転出証明書情報 of an approved moving out, for the city they move to. */
export async function showMovingCertificate({ tx, city, params }: Visit): Promise<Answer> {
  const entry = isUuid(params.id ?? '') ? await findEntry(tx, params.id ?? '') : undefined
  const isCertified = entry?.kind === 'out' && (entry.status === 'approved' || entry.status === 'applied')
  if (entry === undefined || !isCertified) throw new Fault('not-found', 'there is no such moving out')
  const about = new Set(peopleAbout('out', entry.plan.changes))
  const people = (await compareEntry(tx, entry)).flatMap((each) => (each.kind === 'person' && about.has(each.id) && each.before !== null ? [each.before] : []))
  for (const id of about) await tx.note({ act: 'moving-out certificate', subject: `resident:${id}`, basis: `${VIEW_BASIS}・住民基本台帳法第24条` })
  const certificate = certificateOf({ issuedBy: city.code, issuedOn: tx.today, movesOn: entry.occurredOn, movesTo: entry.typed.movedTo ?? '', head: await headOf(tx, people[0]?.householdId), people })
  return fileAnswer(`${JSON.stringify(certificate, null, 2)}\n`, 'application/json; charset=utf-8', `moving-certificate-${entry.number}.json`)
}

async function headOf(tx: Visit['tx'], householdId: string | undefined): Promise<string> {
  const household = householdId === undefined ? undefined : await findHousehold(tx, householdId)
  const headId = household?.registration.headId ?? null
  return headId === null ? '' : ((await findPerson(tx, headId))?.registration.name ?? '')
}

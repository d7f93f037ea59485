import type { Tx } from '#kernel/database/transaction.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { shelterActForm } from '../forms/shelters.ts'
import type { Realm } from '../model.ts'
import { showSheltersWith, type ShelterRefusal } from '../pages/shelter-desk.ts'
import { isCounting, realmIn, standingAfter, type ShelterAct } from '../rules/shelter-acts.ts'
import type { Shelter } from '../rules/shelters.ts'
import { changeOpening, closeOpening, findOpeningHeld, findShelterEver, openShelter } from '../store/shelters.ts'
import { shelterWords as words } from '../text/shelter-words.ts'

type ShelterVisit = Submission<ValuesOf<typeof shelterActForm>>

/** One press: opens, counts, marks or closes. What was overtaken is told with what stands there now, and changes nothing. */
export async function actAtShelter(visit: ShelterVisit): Promise<Answer> {
  const { tx, values } = visit
  const realm = realmIn(values.realm)
  if (realm === undefined) throw new Fault('bad-request', 'realm: live, or drill: and its id')
  const shelter = await findShelterEver(tx, values.shelter)
  if (shelter === undefined) throw new Fault('not-found', 'there is no such shelter')
  const outcome = await take(tx, { realm, shelter, act: values.act, seen: values.seen, typed: values.occupants })
  if (outcome.kind === 'refused') return showSheltersWith(visit, realm, outcome.refusal)
  return redirect(`/staff/disaster/shelters?${backTo(values.view, realm)}#shelter-${shelter.id}`, { notice: outcome.notice })
}

/** The number typed cannot be read, or the page was not ours. */
export async function actAgain(visit: ShelterVisit): Promise<Answer> {
  const realm = realmIn(typeof visit.typed.realm === 'string' ? visit.typed.realm : '')
  if (realm === undefined) throw new Fault('bad-request', 'realm: live, or drill: and its id')
  const problem = visit.problems.occupants
  if (problem === undefined) throw new Fault('bad-request', 'the form lacks a hidden field')
  return showSheltersWith(visit, realm, { why: 'bad-number', problem })
}

interface Press {
  readonly realm: Realm
  readonly shelter: Shelter & { readonly isListed: boolean }
  readonly act: ShelterAct
  readonly seen: string
  readonly typed: number | null
}

type Outcome = { readonly kind: 'done'; readonly notice: Phrase<never> } | { readonly kind: 'refused'; readonly refusal: ShelterRefusal }

async function take(tx: Tx, { realm, shelter, act, seen, typed }: Press): Promise<Outcome> {
  const name = shelter.name.written
  const body = { realm, shelter: shelter.id }
  if (act === 'open') {
    if (!shelter.isListed) return { kind: 'refused', refusal: { why: 'not-listed' } }
    if (!(await openShelter(tx, realm, shelter.id, { occupants: 0, isFull: false, takesPets: shelter.takesPets }))) return refused({ why: 'overtaken', name })
    tx.publish(facts.shelterOpened, shelter.id, body)
    return { kind: 'done', notice: words.didOpen }
  }
  const opening = await findOpeningHeld(tx, realm, shelter.id)
  if (opening === undefined || (!isCounting(act) && seen !== String(opening.edition))) return refused({ why: 'overtaken', name })
  if (act === 'close') {
    // Whoever is still counted inside must not vanish from the list.
    if (opening.occupants > 0) return refused({ why: 'people-inside', name, count: opening.occupants })
    await closeOpening(tx, opening.id, opening.edition)
    tx.publish(facts.shelterClosed, shelter.id, body)
    return { kind: 'done', notice: words.didClose }
  }
  const standing = standingAfter(opening, act, typed)
  await changeOpening(tx, opening.id, opening.edition, standing)
  tx.publish(facts.shelterChanged, shelter.id, { ...body, occupants: standing.occupants })
  return { kind: 'done', notice: words.didChange }
}

function refused(refusal: ShelterRefusal): Outcome {
  return { kind: 'refused', refusal }
}

/** The page's own filters, as far as they are known ones. */
function backTo(view: string, realm: Realm): string {
  const given = new URLSearchParams(view)
  const kept = ['q', 'district', 'hazard', 'kind'].flatMap((name) => (given.get(name) ? [[name, given.get(name) as string]] : []))
  return new URLSearchParams([...kept, ...(realm === 'live' ? [] : [['realm', realm]])]).toString()
}

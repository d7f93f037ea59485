import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/facts/fact.ts'
import type { Listener } from '#kernel/service/manifest.ts'
import { z } from 'zod'
import { end } from '../actions/issue.ts'
import { askForCopy } from '../actions/read-register.ts'
import { changeRequest, holdRequest, keepStep } from '../store/requests.ts'
import { endSeals, findSeal, type SealEnd } from '../store/seals.ts'
import { facts } from '../facts.ts'

const payment = z.object({ reference: z.string() })
const people = z.object({ people: z.array(z.uuid()) })

/** Fees that came in, and people who left or bear another name. */
export const listeners: readonly Listener[] = [
  { factName: 'payments.paid', handle: (tx, fact) => withRequest(tx, fact, markPaid) },
  { factName: 'payments.taken-back', handle: (tx, fact) => withRequest(tx, fact, markUnpaid) },
  { factName: 'payments.expired', handle: (tx, fact) => withRequest(tx, fact, markExpired) },
  { factName: 'resident-records.moved-out', handle: (tx, fact) => sealsFall(tx, fact, 'moved-out') },
  { factName: 'resident-records.died', handle: (tx, fact) => sealsFall(tx, fact, 'died') },
  { factName: 'resident-records.amended', handle: sealsOfOtherNamesFall },
  { factName: 'resident-records.corrected', handle: sealsOfOtherNamesFall },
]

type Held = NonNullable<Awaited<ReturnType<typeof holdRequest>>>

async function withRequest(tx: Tx, fact: Fact, work: (tx: Tx, request: Held) => Promise<void>): Promise<void> {
  const { reference } = payment.parse(fact.body)
  const [service, id = ''] = reference.split(':')
  const request = service === 'certificates' ? await holdRequest(tx, id) : undefined
  if (request !== undefined) await work(tx, request)
}

async function markPaid(tx: Tx, { id, paidAt }: Held): Promise<void> {
  if (paidAt !== null) return
  await changeRequest(tx, id, { paid_at: tx.now })
  await keepStep(tx, id, 'paid')
}

async function markUnpaid(tx: Tx, { id }: Held): Promise<void> {
  await changeRequest(tx, id, { paid_at: null })
  await keepStep(tx, id, 'trouble', 'the payment was taken back')
}

async function markExpired(tx: Tx, request: Held): Promise<void> {
  if (request.issuedAt === null && request.endedAt === null && request.paidAt === null) await end(tx, request, 'unpaid')
}

async function sealsFall(tx: Tx, fact: Fact, because: SealEnd): Promise<void> {
  const ended = await endSeals(tx, people.parse(fact.body).people, because)
  if (ended > 0) tx.publish(facts.sealEnded, 'seal:ended', { because })
}

/** The seal stands for the name under which it was registered; the register is asked, because facts carry no names. */
async function sealsOfOtherNamesFall(tx: Tx, fact: Fact): Promise<void> {
  for (const personId of people.parse(fact.body).people) {
    const seal = await findSeal(tx, personId)
    const copy = seal === undefined ? null : await askForCopy(tx, personId)
    if (seal === undefined || copy === 'unavailable') continue
    const person = copy?.people.find(({ id }) => id === personId)
    const because = person === undefined || person.standing !== 'resident' ? 'removed' : person.name === seal.registeredName ? null : 'name-changed'
    if (because !== null && (await endSeals(tx, [personId], because)) > 0) tx.publish(facts.sealEnded, 'seal:ended', { because })
  }
}

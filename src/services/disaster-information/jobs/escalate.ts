import { isMailAddress, sendMail } from '#capabilities/mail/mail.ts'
import { findPerson, findPersonByLogin } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { job } from '#kernel/jobs/job.ts'
import { officialVoice as voice } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import { nextOnRoster, settingOn, type RosterLine } from '../rules/escalation.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import { keepAsk, listAsks, listRoster, listSettings } from '../store/duty.ts'
import { findOrder } from '../store/orders.ts'
import { HAZARD_NAMES, dutyWords } from '../text/duty-words.ts'

interface Escalation {
  readonly order: string
  /** The step after which nobody answered. */
  readonly step: number
  /** Scheme and host that a mail leads back to. */
  readonly origin: string
}

/** Nobody confirmed in time: writes that down and asks the next on the roster, until there is no next. */
export const escalate = job<Escalation>('disaster-information.escalate', {
  run: async (tx, { order: id, step, origin }) => {
    const order = await findOrder(tx, id)
    if (order === undefined || order.state !== 'asked') return
    const next = step + 1
    const asked = await askNext(tx, order, { step: next, origin })
    tx.publish(facts.confirmationEscalated, id, { realm: order.realm, step: next })
    if (asked === null) return
    const minutes = settingOn(await listSettings(tx), 'confirm-minutes', tx.today)
    tx.enqueue(escalate, { order: id, step: next, origin }, { runAt: tx.now.add({ minutes }), onceKey: `${id} ${next}` })
  },
})

/** Asks the next on the roster who may confirm; returns their name, or null where nobody is left. */
export async function askNext(tx: Tx, order: EvacuationOrder, { step, origin }: Omit<Escalation, 'order'>): Promise<string | null> {
  const line = await nextOfficer(tx, order)
  const person = line === undefined ? undefined : await findPersonByLogin(tx, line.login)
  const wasKept = await keepAsk(tx, { orderId: order.id, step, login: line?.login ?? '', name: person?.name ?? '' })
  if (!wasKept || line === undefined || person === undefined) return person?.name ?? null
  if (order.realm === 'live' && isMailAddress(line.mail)) {
    await tx.note({ act: 'ask to confirm', subject: `person:${person.id}`, basis: 'on the duty roster, by the address given for it' })
    await sendMail(tx, { to: line.mail, subject: subjectOf(order), text: letterOf(order, origin), purpose: 'disaster-information.confirmation' })
  }
  return person.name
}

/** Who is on the roster but no officer (any more) is passed over: the confirming page would refuse them. */
async function nextOfficer(tx: Tx, order: EvacuationOrder): Promise<RosterLine | undefined> {
  const roster = await listRoster(tx)
  const asker = order.askedBy === null ? '' : ((await findPerson(tx, order.askedBy))?.login ?? '')
  const asked = (await listAsks(tx, [order.id])).map(({ login }) => login)
  for (;;) {
    const line = nextOnRoster(roster, tx.today, asker, asked)
    if (line === undefined) return undefined
    const person = await findPersonByLogin(tx, line.login)
    if (person?.isActive === true && person.duties.includes('disaster-officer')) return line
    asked.push(line.login)
  }
}

function subjectOf({ hazard, level }: EvacuationOrder): string {
  return voice.plain(dutyWords.letterSubject, { hazard: voice.plain(HAZARD_NAMES[hazard]), level })
}

function letterOf(order: EvacuationOrder, origin: string): string {
  const { ja } = order.texts
  return [
    voice.plain(dutyWords.letterBody, { name: order.askedByName, reason: order.reason }), '',
    `${origin}/staff/disaster/confirm/${order.id}`, '',
    ja.title, ...ja.sentences,
  ].join('\n')
}

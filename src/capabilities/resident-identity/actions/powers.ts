import { actFor, endActingFor } from '#kernel/access/resident-sessions.ts'
import type { Power } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { FormProblems, ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import type { actForm, offerForm, takeForm } from '../forms.ts'
import { accountSubject, BASIS } from '../model.ts'
import { showOffered, showPowers } from '../pages/powers.ts'
import { LIMITS } from '../rules/limits.ts'
import { newProxyCode, normalProxyCode } from '../rules/proxy-codes.ts'
import { returnWay } from '../rules/return-way.ts'
import { addAttempt, countFor, waitForTurn } from '../store/attempts.ts'
import { endProxy, findHeld, findOffer, listGiven, offerProxy, takeOffer } from '../store/proxies.ts'
import { powerWords as words } from '../text/powers.ts'
import { residentOf } from './resident.ts'
import { tellOwner } from './security-letters.ts'
import { listWards } from './wards.ts'

/** From now on this session is for somebody else, or for oneself again. What was sent is only a wish: the right is looked up. */
export async function chooseWhom(visit: Submission<ValuesOf<typeof actForm>>): Promise<Answer> {
  const { tx, values } = visit
  const { accountId, sessionId } = residentOf(visit)
  if (values.whom === 'self') {
    await actFor(tx, sessionId, null)
    return redirect(returnWay(values.return), { notice: words.forYourself })
  }
  const power = await powerMeant(visit, values.whom)
  // Somebody else's key, a child who has grown up, a power that was taken back: none of them exists.
  if (power === null) throw new Fault('not-found')
  await actFor(tx, sessionId, power)
  await tx.note({ act: `act as ${power.kind}`, subject: `resident:${power.personId}`, basis: power.kind === 'guardian' ? GUARDIAN_BASIS : PROXY_BASIS })
  tx.publish(facts.actingBegun, accountSubject(accountId), { kind: power.kind })
  return redirect(returnWay(values.return))
}

const GUARDIAN_BASIS = '民法第824条(親権者の代理権)'
const PROXY_BASIS = '民法第99条(代理行為)'

async function powerMeant(visit: Visit, whom: string): Promise<Power | null> {
  const [kind, id = ''] = whom.split(' ')
  const { personId, proof } = residentOf(visit)
  if (personId === null || proof !== 'card') return null
  if (kind === 'guardian') {
    const ward = (await listWards(visit.tx, personId)).find((one) => one.personId === id)
    return ward === undefined ? null : { personId: ward.personId, name: ward.name, kind: 'guardian', until: ward.until }
  }
  const held = kind === 'proxy' ? await findHeld(visit.tx, personId, id) : undefined
  return held === undefined ? null : { personId: held.principalId, name: held.principalName, kind: 'proxy', until: held.validTo }
}

/** A code that another proven person turns into the power to act. It is shown once. */
export async function offerPower(visit: Submission<ValuesOf<typeof offerForm>>): Promise<Answer> {
  const { tx, values, seal } = visit
  const { accountId, personId, name } = residentOf(visit)
  const problems = await problemsWithOffer(visit)
  if (personId === null || Object.keys(problems).length > 0) return showPowers(visit, { offer: { typed: visit.typed, problems } })
  const code = newProxyCode()
  const codeMac = seal.mac(codeText(code.replaceAll('-', '')))
  await offerProxy(tx, { codeMac, principalId: personId, principalAccount: accountId, principalName: name, validFrom: values.from, validTo: values.to })
  await tx.note({ act: 'offer power', subject: `resident:${personId}`, basis: PROXY_BASIS })
  tx.publish(facts.powerOffered, accountSubject(accountId), {})
  return showOffered(visit, code)
}

async function problemsWithOffer(visit: Submission<ValuesOf<typeof offerForm>>): Promise<FormProblems> {
  const { tx, values } = visit
  const { personId, actsFor } = residentOf(visit)
  if (actsFor !== null) return { from: { phrase: words.notForOthers } }
  if (personId === null) return { from: { phrase: words.notMatched } }
  if (Temporal.PlainDate.compare(values.from, tx.today) < 0) return { from: { phrase: words.fromPast } }
  if (Temporal.PlainDate.compare(values.to, values.from) < 0) return { to: { phrase: words.toBeforeFrom } }
  if (values.from.until(values.to).total('days') > LIMITS.proxyMostDays) return { to: { phrase: words.tooLong } }
  if ((await listGiven(tx, personId)).length >= LIMITS.openProxies) return { from: { phrase: words.tooMany } }
  return {}
}

/** Whoever brings the code becomes the proxy: proven by card, and somebody else than who gave it. */
export async function takePower(visit: Submission<ValuesOf<typeof takeForm>>): Promise<Answer> {
  const { tx, values, seal, client } = visit
  const { accountId, personId, name } = residentOf(visit)
  const refuse = (phrase: typeof words.codeWrong) => showPowers(visit, { take: { typed: visit.typed, problems: { code: { phrase } } } })
  const accountMac = seal.mac(`account ${accountId}`)
  await waitForTurn(tx, accountId)
  if ((await countFor(tx, accountMac, 'code', tx.now.subtract({ hours: 24 }))) >= LIMITS.proxyTriesPerDay) return refuse(words.tooManyTries)
  const letters = normalProxyCode(values.code)
  const offer = letters === null ? undefined : await findOffer(tx, seal.mac(codeText(letters)))
  if (offer === undefined || offer.principalAccount === accountId || personId === null) {
    await addAttempt(tx, { what: 'code', addressMac: accountMac, network: client.address, isFailure: true })
    return refuse(personId === null ? words.notMatched : words.codeWrong)
  }
  await takeOffer(tx, offer.id, { accountId, personId, name })
  await tellOwner(tx, offer.principalAccount, 'power-taken')
  await tx.note({ act: 'take power', subject: `resident:${offer.principalId}`, basis: PROXY_BASIS })
  tx.publish(facts.powerGiven, `power:${offer.id}`, { days: offer.validFrom.until(offer.validTo).total('days') + 1 })
  return redirect('/my/powers', { notice: words.taken })
}

/** Either of the two ends it, at once: sessions that act by it are brought back. */
export async function endPower(visit: Visit): Promise<Answer> {
  const { tx, params } = visit
  const { personId } = residentOf(visit)
  const ended = personId === null ? undefined : await endProxy(tx, personId, params['id'] ?? '')
  if (ended === undefined || personId === null) throw new Fault('not-found')
  if (ended.holderAccount !== null) await endActingFor(tx, ended.principalId, ended.holderAccount)
  await tx.note({ act: 'end power', subject: `resident:${ended.principalId}`, basis: BASIS })
  tx.publish(facts.powerEnded, `power:${ended.id}`, { by: ended.principalId === personId ? 'principal' : 'holder' })
  return redirect('/my/powers', { notice: words.ended })
}

function codeText(letters: string): string {
  return `proxy code ${letters}`
}

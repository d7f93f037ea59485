import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { redirect } from '#kernel/web/answers.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { action, residentProven } from '#kernel/web/routes.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { mail } from '../mail/manifest.ts'
import { residents } from '../residents/manifest.ts'
import { residentFacts } from '../residents/resident-facts.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { beginCardSignature, signatureOf } from './card-signatures.ts'
import { isSignatureOver } from './card/signature-check.ts'
import { bareForm } from './forms.ts'
import { residentIdentity } from './manifest.ts'
import { listDemoCards, type DemoCard } from './store/stand-in.ts'
import { formOn, TrialBrowser } from './testing/trial-browser.ts'
import { TrialRegister } from './testing/trial-register.ts'

const register = new TrialRegister()
const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
const hash = createHash('sha256').update('an application').digest()
let asked = ''
/** A part that has a document signed. */
const counter: Manifest = {
  name: 'counter', kind: 'service', title: words, summary: words, folder: `${import.meta.dirname}/testing`,
  routes: [
    action('/trial/sign', residentProven, bareForm, async (visit) => {
      const { id, path } = await beginCardSignature(visit, { hash, title: '転居届', returnPath: '/my/account' })
      asked = id
      return redirect(path)
    }, async () => redirect('/my')),
  ],
}
const registerPart: Manifest = { ...register.part, facts: residentFacts }

let city: TestWeb
let cards: DemoCard[]
let known: DemoCard
let stranger: DemoCard
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, residents, mail, residentIdentity, registerPart, counter])
  cards = (await city.open.database.read('resident-identity', systemActor, listDemoCards)).filter(({ state }) => state === 'valid')
  known = cards[0] as DemoCard
  stranger = cards.find(({ note }) => note === 'another city') as DemoCard
  register.register(known)
})
afterAll(() => city.close())

const start = '/my/sign-in/card?return=%2Fmy'
async function signedIn(card: DemoCard): Promise<TrialBrowser> {
  const browser = new TrialBrowser(city.web)
  await browser.withCard(start, card.id)
  return browser
}
async function clerk(...duties: string[]): Promise<TrialBrowser> {
  const browser = new TrialBrowser(city.web)
  browser.cookies.set(SESSION_COOKIE, (await city.signInWith(...duties)).split('=')[1] as string)
  return browser
}
const caseOf = async (browser: TrialBrowser) => /\/staff\/identity\/cases\/[\w-]{36}/.exec((await browser.open('/staff/identity')).body)?.[0] ?? ''
const personOfAccount = async (card: DemoCard) => (await city.open.owner<{ person_id: string | null }[]>`select r.person_id from kernel.resident r join resident_identity.card c on c.account_id = r.id where c.certificate_serial = ${card.serial} and r.is_open`)[0]?.person_id

describe('the work list', () => {
  test('shows no name in the list, two attributes in the case, and lets a clerk decide with a reason', async () => {
    await signedIn(stranger)
    const matcher = await clerk('identity-matcher')
    expect((await matcher.open('/staff/identity')).body).not.toContain(stranger.name)
    const path = await caseOf(matcher)
    const page = await matcher.open(path)
    expect(page.body).toContain(stranger.name)
    expect(page.body).toContain(stranger.birthDate.toString())
    expect(page.body).not.toContain(stranger.address)
    const candidate = register.register({ ...stranger, id: randomUUID(), name: '遠山 遥' })
    const found = await matcher.submit(path, `${path}/find`, { words: '遠山' })
    const fields = formOn(found, `${path}/match`)
    expect(fields['personId']).toBe(candidate.id)
    expect((await matcher.send(`${path}/match`, { ...fields, why: '' })).status).toBe(422)
    expect(await matcher.send(`${path}/match`, { ...fields, why: '旅券を確かめた' })).toMatchObject({ status: 303, location: '/staff/identity' })
    expect(await personOfAccount(stranger)).toBe(candidate.id)
    const [row] = await city.open.owner`select sealed_attributes, why from resident_identity.match_case where outcome = 'matched'`
    expect(row).toEqual({ sealed_attributes: '', why: '旅券を確かめた' })
    const looked = await city.open.owner`select act from kernel.audit where act in ('view card attributes', 'match account') and subject like 'resident:%'`
    expect(looked.length).toBeGreaterThanOrEqual(3)
  })

  test('moves the card to the account that the person has already', async () => {
    await signedIn(known)
    const other = cards.find((card) => card !== known && card !== stranger) as DemoCard
    await signedIn(other)
    const matcher = await clerk('identity-matcher')
    const path = await caseOf(matcher)
    const found = await matcher.submit(path, `${path}/find`, { words: known.name })
    await matcher.send(`${path}/match`, { ...formOn(found, `${path}/match`), why: '改名の前後' })
    expect(await personOfAccount(other)).toBe(known.id)
    expect((await (await signedIn(other)).open('/my')).status).toBe(200)
  })

  test('is closed to whoever does not hold the duty, and a second clerk comes too late', async () => {
    const unknown = cards.filter((card) => card !== known && card !== stranger)[1] as DemoCard
    await signedIn(unknown)
    const [one, two] = [await clerk('identity-matcher'), await clerk('identity-matcher')]
    const path = await caseOf(one)
    expect((await (await clerk()).open(path)).status).toBe(403)
    const fields = formOn(await two.open(path), `${path}/decline`)
    await one.submit(path, `${path}/decline`, { why: '市民ではない' })
    expect((await two.send(`${path}/decline`, { ...fields, why: '同じ' })).location).toBe('/staff/identity')
    expect(await city.open.owner`select why from resident_identity.match_case where outcome = 'declined'`).toEqual([{ why: '市民ではない' }])
  })
})

describe('signing with the card', () => {
  const stateOf = (id: string) => city.open.database.read('counter', systemActor, (tx) => signatureOf(tx, id))
  async function begun(browser: TrialBrowser): Promise<string> {
    const token = formOn(await browser.open('/my/account'), '/my/account/language')['csrf'] as string
    return (await browser.send('/trial/sign', { csrf: token })).location
  }

  test('gives a signature over the document that its certificate bears out', async () => {
    const signer = await signedIn(known)
    const path = await begun(signer)
    expect((await signer.open(path)).body).toContain('転居届')
    expect(await stateOf(asked)).toEqual({ state: 'waiting' })
    expect(await signer.withCard(`${path}/card`, known.id)).toMatchObject({ status: 303, location: '/my/account' })
    const signed = await stateOf(asked)
    if (signed?.state !== 'signed') throw new Error('nothing was signed')
    expect(isSignatureOver(hash, signed.signature, signed.certificate)).toBe(true)
    expect(isSignatureOver(createHash('sha256').update('another').digest(), signed.signature, signed.certificate)).toBe(false)
    expect(isSignatureOver(hash, signed.signature, Buffer.from('no certificate'))).toBe(false)
  })

  test('is not done by somebody else’s card', async () => {
    const signer = await signedIn(known)
    const path = await begun(signer)
    expect((await signer.withCard(`${path}/card`, stranger.id)).status).toBe(422)
    expect(await stateOf(asked)).toEqual({ state: 'refused', reason: 'another-person' })
    expect((await signer.withCard(`${path}/card`, known.id)).status).toBe(303)
    expect(await stateOf(asked)).toMatchObject({ state: 'signed' })
  })

  test('shows a document to nobody but its signer, and its signature to no other service', async () => {
    const path = await begun(await signedIn(known))
    const other = await signedIn(stranger)
    for (const way of [path, `${path}/card`, `/my/sign/${randomUUID()}`, '/my/sign/1']) expect((await other.open(way)).status).toBe(404)
    expect(await city.open.database.read('mail', systemActor, (tx) => signatureOf(tx, asked))).toBeNull()
  })
})

describe('the stand-in', () => {
  test('shows its traffic without a value, and renews and revokes cards', async () => {
    const administrator = await clerk('system-administrator')
    const page = await administrator.open('/staff/identity/stand-in')
    expect(page.body).toContain('/kameyama/digital-id/token')
    expect(page.body).toContain('code_challenge')
    const card = (id: string) => city.open.database.read('resident-identity', systemActor, async (tx) => (await listDemoCards(tx)).find((one) => one.id === id))
    const token = formOn(page, '/staff/identity/stand-in')['csrf'] as string
    await administrator.send('/staff/identity/stand-in', { csrf: token, card: known.id, act: 'renew' })
    expect(await card(known.id)).toMatchObject({ previousSerial: known.serial, state: 'valid' })
    expect((await (await signedIn(known)).open('/my')).status).toBe(200)
    await administrator.send('/staff/identity/stand-in', { csrf: token, card: known.id, act: 'revoke' })
    expect((await new TrialBrowser(city.web).withCard(start, known.id)).status).toBe(422)
  })
})

describe('the register', () => {
  test('ends the account of who has died', async () => {
    const browser = await signedIn(stranger)
    const [row] = await city.open.owner<{ person_id: string }[]>`select person_id from kernel.resident where name = ${stranger.name} and is_open`
    await city.open.database.act('resident-records', systemActor, async (tx) => {
      tx.publish(residentFacts.died, `entry:${randomUUID()}`, { people: [row?.person_id ?? ''], householdId: randomUUID(), on: '2026-11-20' })
    })
    await city.workers.settle()
    expect((await browser.open('/my')).status).toBe(401)
  })
})

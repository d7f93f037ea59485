import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personMeant, residentActor } from '#kernel/access/actor.ts'
import { page, residentProven } from '#kernel/web/routes.ts'
import { shown } from '#kernel/web/answers.ts'
import { html } from '#kernel/html/html.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../testing.ts'
import { mail } from '../mail/manifest.ts'
import { residents } from '../residents/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { residentIdentity } from './manifest.ts'
import type { MyPage } from './my-pages.ts'
import { LIMITS } from './rules/limits.ts'
import type { DemoCard } from './store/stand-in.ts'
import { formOn, MovableClock, TrialBrowser } from './testing/trial-browser.ts'
import { TrialRegister } from './testing/trial-register.ts'

const clock = new MovableClock('2026-11-23T09:00:00+09:00')
const register = new TrialRegister()
const words = { ja: '窓口', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' }
const ownPage: MyPage = {
  path: '/trial', title: words, summary: words, icon: 'document',
  waits: async (_, resident) => ({ count: 2, next: { label: words, path: `/trial?for=${personMeant(residentActor(resident))}` } }),
}
/** A part that says for whom somebody is there. */
const counter: Manifest = {
  name: 'counter', kind: 'service', title: words, summary: words, folder: `${import.meta.dirname}/testing`, myPages: [ownPage],
  routes: [page('/trial', residentProven, async (visit) => shown({ title: 'trial', main: html`<p>${personMeant(visit.actor)}</p>` }))],
}

let city: TestWeb
beforeAll(async () => {
  city = await openTestWeb([staffIdentity, residents, mail, residentIdentity, register.part, counter], { clock })
})
afterAll(() => city.close())

function inhabitant(name: string, birthDate: string, terms: { relationship?: string; householdId?: string } = {}) {
  const id = randomUUID()
  const card: DemoCard = {
    id, name, birthDate: Temporal.PlainDate.from(birthDate), address: '本町1', sex: 'female', issuer: '', serial: '00', previousSerial: null, subjectSeed: id, state: 'valid', note: '',
  }
  return register.register(card, terms)
}

async function signedIn(personId: string | null, name: string, proof: 'card' | 'mail' = 'card'): Promise<TrialBrowser> {
  const browser = new TrialBrowser(city.web)
  browser.cookies.set(SESSION_COOKIE, (await signInResident(city, { personId, proof, name })).split('=')[1] as string)
  return browser
}

const tokenOf = async (browser: TrialBrowser) => formOn(await browser.open('/my/account'), '/my/account/language')['csrf'] as string
const act = async (browser: TrialBrowser, whom: string) => browser.send('/my/powers/act', { csrf: await tokenOf(browser), whom })

describe('a parent', () => {
  const mother = inhabitant('母', '1985-03-01')
  const child = inhabitant('子', '2015-06-10', { relationship: '子', householdId: mother.householdId })
  const grown = inhabitant('兄', '2007-06-10', { relationship: '子', householdId: mother.householdId })
  const neighbour = inhabitant('隣', '2015-01-01', { relationship: '子' })

  test('acts for a minor child of the household, and every page says so', async () => {
    const browser = await signedIn(mother.id, '母')
    expect((await browser.open('/my/powers')).body).toContain('子')
    expect(await act(browser, `guardian ${child.id}`)).toMatchObject({ status: 303, location: '/my' })
    const seen = await browser.open('/trial')
    expect(seen.body).toContain(child.id)
    for (const path of ['/trial', '/my', '/my/account', '/my/views']) expect((await browser.open(path)).body).toContain('子さんの')
    await act(browser, 'self')
    expect((await browser.open('/trial')).body).toContain(mother.id)
  })

  test.each([
    ['a child who has grown up', () => `guardian ${grown.id}`],
    ['another household’s child', () => `guardian ${neighbour.id}`],
    ['herself as her own ward', () => `guardian ${mother.id}`],
    ['a guess', () => `guardian ${randomUUID()}`],
    ['a power that does not exist', () => `proxy ${randomUUID()}`],
    ['no power at all', () => 'nothing'],
  ])('does not act for %s', async (_, whom) => {
    const browser = await signedIn(mother.id, '母')
    expect((await act(browser, whom())).status).toBe(404)
    expect((await browser.open('/trial')).body).toContain(mother.id)
  })

  test('does not act for anybody with a mailed link', async () => {
    const browser = await signedIn(mother.id, '母', 'mail')
    const token = formOn(await browser.open('/my/account'), '/my/account/language')['csrf'] as string
    expect((await browser.send('/my/powers/act', { csrf: token, whom: `guardian ${child.id}` })).status).toBe(404)
  })

  test('acts until the day before the 18th birthday, in the middle of a session too', async () => {
    const young = inhabitant('末', clock.today().subtract({ years: 18 }).add({ days: 1 }).toString(), { relationship: '子', householdId: mother.householdId })
    const browser = await signedIn(mother.id, '母')
    await act(browser, `guardian ${young.id}`)
    expect((await browser.open('/trial')).body).toContain(young.id)
    // Used every quarter of an hour, the session lives on; the power does not.
    for (let minutes = 0; minutes < 11 * 60; minutes += 25) {
      clock.pass({ minutes: 25 })
      await browser.open('/my')
    }
    expect((await browser.open('/my')).status).toBe(200)
    clock.pass({ hours: 24 })
    const next = await signedIn(mother.id, '母')
    expect((await act(next, `guardian ${young.id}`)).status).toBe(404)
  })
})

describe('a proxy', () => {
  const giver = inhabitant('委任', '1950-01-01')
  const taker = inhabitant('受任', '1980-01-01')
  const day = (days: number) => clock.today().add({ days }).toString()

  async function offered(browser: TrialBrowser, from = 0, to = 30): Promise<string> {
    const answer = await browser.submit('/my/powers', '/my/powers/offer', { from: day(from), to: day(to) })
    return /<code>([A-Z0-9-]+)<\/code>/.exec(answer.body)?.[1] ?? ''
  }
  const take = (browser: TrialBrowser, code: string) => browser.submit('/my/powers', '/my/powers/take', { code })
  const proxyOf = (body: string) => /name="whom" value="(proxy [\w-]+)"/.exec(body)?.[1] ?? ''

  test('takes the code, acts, and stops at once when the power is taken back', async () => {
    const [principal, holder] = [await signedIn(giver.id, '委任'), await signedIn(taker.id, '受任')]
    const code = await offered(principal)
    expect(code).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/)
    expect((await take(holder, code.toLowerCase().replaceAll('-', ' '))).status).toBe(303)
    expect((await act(holder, proxyOf((await holder.open('/my/powers')).body))).status).toBe(303)
    expect((await holder.open('/trial')).body).toContain(giver.id)
    const end = /\/my\/powers\/[\w-]{36}\/end/.exec((await principal.open('/my/powers')).body)?.[0] ?? ''
    await principal.submit(end, end)
    expect((await holder.open('/trial')).body).toContain(taker.id)
    expect((await holder.open('/trial')).body).not.toContain(giver.id)
  })

  test('is good once, for somebody else, for seven days', async () => {
    const [principal, holder, third] = [await signedIn(giver.id, '委任'), await signedIn(taker.id, '受任'), await signedIn(inhabitant('他', '1970-01-01').id, '他')]
    const code = await offered(principal)
    expect((await take(principal, code)).status).toBe(422)
    expect((await take(holder, code)).status).toBe(303)
    expect((await take(third, code)).status).toBe(422)
    const late = await offered(principal)
    clock.pass({ hours: 24 * LIMITS.proxyOfferDays })
    expect((await take(await signedIn(taker.id, '受任'), late)).status).toBe(422)
  })

  test('begins and ends with its days', async () => {
    const [principal, holder] = [await signedIn(giver.id, '委任'), await signedIn(inhabitant('後日', '1975-01-01').id, '後日')]
    await take(holder, await offered(principal, 1, 2))
    expect(proxyOf((await holder.open('/my/powers')).body)).toBe('')
    clock.pass({ hours: 24 })
    const later = await signedIn((await city.open.owner<{ id: string }[]>`select person_id as id from kernel.resident where name = '後日'`)[0]?.id ?? '', '後日')
    const whom = proxyOf((await later.open('/my/powers')).body)
    expect((await act(later, whom)).status).toBe(303)
    clock.pass({ hours: 48 })
    const over = await signedIn((await city.open.owner<{ id: string }[]>`select person_id as id from kernel.resident where name = '後日'`)[0]?.id ?? '', '後日')
    expect((await act(over, whom)).status).toBe(404)
  })

  test.each([
    ['a day gone by', -1, 5],
    ['an end before its beginning', 5, 4],
    ['more than a year', 0, 400],
  ])('is not made for %s', async (_, from, to) => {
    const answer = await (await signedIn(giver.id, '委任')).submit('/my/powers', '/my/powers/offer', { from: day(from), to: day(to) })
    expect(answer.status).toBe(422)
  })

  test('cannot be found by guessing: ten tries a day', async () => {
    const guesser = await signedIn(inhabitant('推測', '1990-01-01').id, '推測')
    for (let times = 0; times < LIMITS.proxyTriesPerDay; times++) expect((await take(guesser, 'AAAA-AAAA-AAAA')).body).toContain('期限')
    const code = await offered(await signedIn(inhabitant('親切', '1960-01-01').id, '親切'))
    expect((await take(guesser, code)).status).toBe(422)
  })

  test('of somebody is not another’s to end', async () => {
    const principal = await signedIn(inhabitant('本人', '1966-01-01').id, '本人')
    await offered(principal)
    const end = /\/my\/powers\/[\w-]{36}\/end/.exec((await principal.open('/my/powers')).body)?.[0] ?? ''
    const stranger = await signedIn(taker.id, '受任')
    expect((await stranger.open(end)).status).toBe(404)
    const token = formOn(await stranger.open('/my/powers'), '/my/powers/take')['csrf'] as string
    expect((await stranger.send(end, { csrf: token })).status).toBe(404)
    // To the stranger it does not exist; the city sees who tried.
    const [tried] = await city.open.owner`select actor from kernel.audit where act = 'denied' and subject = ${`address:${end}`} limit 1`
    expect(tried).toMatchObject({ actor: expect.stringMatching(/^resident:/) })
    // What is no identity may be somebody's secret: it is not written down.
    expect((await stranger.open('/my/powers/a-guessed-secret/end')).status).toBe(404)
    const subjects = await city.open.owner<{ subject: string }[]>`select subject from kernel.audit where act = 'denied' and subject like 'address:/my/powers/%'`
    expect(subjects.map(({ subject }) => subject)).toContain('address:/my/powers/:id/end')
    expect(subjects.some(({ subject }) => subject.includes('guessed'))).toBe(false)
  })

  test('cannot hand on what was given to them', async () => {
    const [principal, holder] = [await signedIn(inhabitant('甲', '1955-01-01').id, '甲'), await signedIn(inhabitant('乙', '1985-01-01').id, '乙')]
    await take(holder, await offered(principal))
    await act(holder, proxyOf((await holder.open('/my/powers')).body))
    const answer = await holder.submit('/my/powers', '/my/powers/offer', { from: day(0), to: day(1) })
    expect(answer.status).toBe(422)
  })
})

describe('My page', () => {
  test('shows what waits at the city’s parts, for whom one is here', async () => {
    const resident = inhabitant('住民', '1990-05-05')
    const { body } = await (await signedIn(resident.id, '住民')).open('/my')
    expect(body).toContain(`/trial?for=${resident.id}`)
    expect(body).toContain('2件')
  })
})

describe('views of my data', () => {
  const subject = inhabitant('閲覧', '1991-01-01')
  const other = inhabitant('別人', '1992-01-01')

  test('name the unit and the rule, not the clerk, and nobody sees another’s', async () => {
    const clerk = (await city.open.owner<{ id: string; name: string; unit: string }[]>`select p.id, p.name, u.name as unit from kernel.person p join kernel.unit u on u.code = p.unit_code limit 1`)[0]
    await city.open.owner`insert into kernel.audit (actor, service, act, subject, basis) values (${clerk?.id ?? ''}, 'mail', 'view', ${`resident:${subject.id}`}, '住民基本台帳法第1条')`
    const seen = await (await signedIn(subject.id, '閲覧')).open('/my/views')
    expect(seen.body).toContain(clerk?.unit)
    expect(seen.body).toContain('住民基本台帳法第1条')
    expect(seen.body).not.toContain(clerk?.name)
    const others = await (await signedIn(other.id, '別人')).open(`/my/views?subject=resident:${subject.id}`)
    expect(others.body).not.toContain('住民基本台帳法第1条')
  })

  test('are a file too', async () => {
    const csv = await (await signedIn(subject.id, '閲覧')).open('/my/views.csv')
    expect(csv.body).toContain('住民基本台帳法第1条')
    expect(csv.body).not.toMatch(/<|ruby/)
  })

  test('are the resident’s own even while acting for somebody', async () => {
    const mother = inhabitant('親', '1980-01-01')
    const child = inhabitant('児', '2018-01-01', { relationship: '子', householdId: mother.householdId })
    await city.open.owner`insert into kernel.audit (actor, service, act, subject, basis) values ('system', 'mail', 'view', ${`resident:${child.id}`}, '子だけの根拠')`
    const browser = await signedIn(mother.id, '親')
    await act(browser, `guardian ${child.id}`)
    expect((await browser.open('/my/views')).body).not.toContain('子だけの根拠')
  })
})

test('what is done for somebody is written down by whom', async () => {
  const rows = await city.open.owner`select actor, subject from kernel.audit where act = 'act as guardian' limit 1`
  expect(rows[0]).toMatchObject({ actor: expect.stringMatching(/^resident:/), subject: expect.stringMatching(/^resident:/) })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SoftwareAuthenticator } from '#capabilities/passkeys/trial-authenticator.ts'
import { SESSION_COOKIE } from '#kernel/web/cookies.ts'
import { openTestWeb, signInResident, type TestWeb } from '../../testing.ts'
import { mail } from '../mail/manifest.ts'
import { residents } from '../residents/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { residentIdentity } from './manifest.ts'
import { LIMITS } from './rules/limits.ts'
import { formOn, MovableClock, TrialBrowser, unescaped } from './testing/trial-browser.ts'
import { TrialRegister } from './testing/trial-register.ts'

const clock = new MovableClock('2026-11-23T09:00:00+09:00')
let city: TestWeb

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, residents, mail, residentIdentity, new TrialRegister().part], { clock })
})
afterAll(() => city.close())

let visitors = 0
/** Each from a place of its own, so that no test fills another's limits. */
const browser = () => new TrialBrowser(city.web, { address: `203.0.113.${++visitors}` })
const askFor = (visitor: TrialBrowser, address: string, way = '/my/account') => visitor.submit(`/my/sign-in?return=${encodeURIComponent(way)}`, '/my/sign-in/mail', { address })

/** The path of the link in the latest letter to an address. */
async function linkTo(address: string): Promise<string> {
  const [letter] = await city.open.owner<{ text: string }[]>`select body as text from mail.letter where recipient = ${address} order by written_at desc, ctid desc limit 1`
  return /\/my\/sign-in\/mail\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''
}

async function signedInByMail(address: string): Promise<TrialBrowser> {
  const visitor = browser()
  await askFor(visitor, address)
  const link = await linkTo(address)
  await visitor.submit(link, link)
  return visitor
}

describe('a mailed link', () => {
  test('signs in by its button, and leads to where one wanted to go', async () => {
    const visitor = browser()
    const asked = await askFor(visitor, 'hanako@example.jp')
    expect(asked).toMatchObject({ status: 303, location: '/my/sign-in/mail/sent' })
    const link = await linkTo('hanako@example.jp')
    expect(await visitor.submit(link, link)).toMatchObject({ status: 303, location: '/my/account' })
    expect((await visitor.open('/my/account')).body).toContain('ha…@example.jp')
  })

  test('is not used up by programs that open the links of a letter', async () => {
    const visitor = browser()
    await askFor(visitor, 'scanned@example.jp')
    const link = await linkTo('scanned@example.jp')
    for (let times = 0; times < 3; times++) expect((await browser().open(link)).status).toBe(200)
    expect((await visitor.submit(link, link)).status).toBe(303)
  })

  test('is good once, and only in the browser that asked', async () => {
    const visitor = browser()
    await askFor(visitor, 'once@example.jp')
    const link = await linkTo('once@example.jp')
    const thief = browser()
    expect((await thief.submit(link, link)).status).toBe(422)
    expect((await visitor.submit(link, link)).status).toBe(303)
    expect((await visitor.submit(link, link)).status).toBe(422)
    expect(thief.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  test('ends after a quarter of an hour', async () => {
    const visitor = browser()
    await askFor(visitor, 'late@example.jp')
    const link = await linkTo('late@example.jp')
    clock.pass({ minutes: LIMITS.mailLinkMinutes })
    expect((await visitor.submit(link, link)).status).toBe(422)
  })

  test('leads back to the same account', async () => {
    for (let times = 0; times < 2; times++) await signedInByMail('again@example.jp')
    expect(await city.open.owner`select id from kernel.resident where name = 'ag…@example.jp'`).toHaveLength(1)
  })

  test('says the same for an address that is known and one that is not', async () => {
    await signedInByMail('known@example.jp')
    const answers = []
    for (const address of ['known@example.jp', 'unknown@example.jp']) {
      const visitor = browser()
      const asked = await askFor(visitor, address)
      answers.push({ ...asked, page: (await visitor.open(asked.location)).body, letters: (await linkTo(address)) !== '' })
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test.each(['no address', 'two@example.jp, three@example.jp', 'a@b', 'x@example.jp\nBcc: y@example.jp'])('is not sent to %j', async (address) => {
    const answer = await askFor(browser(), address)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('メールアドレスの')
  })

  test('leads to the city, whatever host name the browser says', async () => {
    const visitor = new TrialBrowser(city.web, { host: 'evil.example', address: '203.0.113.240' })
    await askFor(visitor, 'host@example.jp')
    const [letter] = await city.open.owner<{ text: string }[]>`select body as text from mail.letter where recipient = 'host@example.jp'`
    expect(letter?.text).toContain('https://kameyama.localhost/my/sign-in/mail/')
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('never leads to %s', async (wished) => {
    const address = `away${wished.length}@example.jp`
    const visitor = browser()
    await askFor(visitor, address, wished)
    const link = await linkTo(address)
    expect(await visitor.submit(link, link)).toMatchObject({ status: 303, location: '/my' })
  })
})

describe('limits', () => {
  test('letters to one address, whoever asks', async () => {
    for (let times = 0; times < LIMITS.lettersPerAddressPerHour; times++) expect((await askFor(browser(), 'flooded@example.jp')).status).toBe(303)
    expect((await askFor(browser(), 'flooded@example.jp')).status).toBe(422)
    clock.pass({ hours: 1 })
    expect((await askFor(browser(), 'flooded@example.jp')).status).toBe(303)
  })

  test('letters asked for from one place, whomever they are for', async () => {
    const crowd = new TrialBrowser(city.web, { address: '198.51.100.1' })
    const sent = []
    for (let times = 0; times <= LIMITS.lettersPerNetworkPerHour; times++) sent.push((await askFor(crowd, `many${times}@example.jp`)).status)
    expect(sent.filter((status) => status === 303)).toHaveLength(LIMITS.lettersPerNetworkPerHour)
    expect(sent.at(-1)).toBe(422)
  })

  test('ten thousand guesses at a link leave sixty lines and open nothing', async () => {
    const guesser = new TrialBrowser(city.web, { address: '198.51.100.2' })
    const page = await guesser.open('/my/sign-in/mail/guess')
    const fields = formOn(page, '/my/sign-in/mail/guess')
    // The limit is the database's, so most of the tries are written there as if they had come.
    await city.open.owner`insert into resident_identity.attempt (at, what, network, is_failure) select ${clock.now().toString()}, 'link', '198.51.100.2', true from generate_series(1, 58)`
    const count = async () => Number((await city.open.owner`select count(*) from resident_identity.attempt where network = '198.51.100.2' and what = 'link'`)[0]?.['count'])
    for (let times = 0; times < 50; times++) expect((await guesser.send(`/my/sign-in/mail/guess${times}`, fields)).status).toBe(422)
    expect(await count()).toBe(LIMITS.failuresPerNetworkPerHour)
    expect(guesser.cookies.has(SESSION_COOKIE)).toBe(false)
  })

  test('even the right link waits behind too many wrong ones from one place', async () => {
    const place = '198.51.100.3'
    await city.open.owner`insert into resident_identity.attempt (at, what, network, is_failure) select ${clock.now().toString()}, 'link', ${place}, true from generate_series(1, 10000)`
    const visitor = new TrialBrowser(city.web, { address: place })
    await askFor(visitor, 'waits@example.jp')
    const link = await linkTo('waits@example.jp')
    expect((await visitor.submit(link, link)).status).toBe(422)
    clock.pass({ hours: 1 })
    await askFor(visitor, 'waits@example.jp')
    const fresh = await linkTo('waits@example.jp')
    expect((await visitor.submit(fresh, fresh)).status).toBe(303)
  })
})

describe('a passkey', () => {
  const optionsOn = (body: string) => JSON.parse(unescaped(/data-options="([^"]+)"/.exec(body)?.[1] ?? '')) as never

  async function withPasskey(address: string): Promise<{ device: SoftwareAuthenticator; owner: TrialBrowser }> {
    const owner = await signedInByMail(address)
    const device = new SoftwareAuthenticator('http://localhost')
    const page = await owner.open('/my/account')
    const made = await owner.send('/my/account/passkeys', { ...formOn(page, '/my/account/passkeys'), name: 'phone', credential: device.create(optionsOn(page.body)) })
    expect(made).toMatchObject({ status: 303, location: '/my/account' })
    return { device, owner }
  }

  test('signs in to the account that made it, and proves no more than that', async () => {
    const { device } = await withPasskey('passkey@example.jp')
    const visitor = browser()
    const page = await visitor.open('/my/sign-in')
    const fields = formOn(page, '/my/sign-in/passkey')
    const credential = device.get(optionsOn(page.body))
    expect((await visitor.send('/my/sign-in/passkey', { ...fields, credential })).status).toBe(303)
    expect((await visitor.open('/my/account')).body).toContain('phone')
    expect((await visitor.open('/my/views')).status).toBe(401)
    // The same answer again signs nobody in.
    const thief = browser()
    const again = formOn(await thief.open('/my/sign-in'), '/my/sign-in/passkey')
    expect((await thief.send('/my/sign-in/passkey', { ...again, credential })).status).toBe(422)
  })

  test('of another origin, or one that nobody made here, is refused', async () => {
    const { device } = await withPasskey('phone@example.jp')
    for (const [authenticator, wrong] of [[device, { origin: 'https://evil.example' }], [new SoftwareAuthenticator('http://localhost'), {}]] as const) {
      const visitor = browser()
      const page = await visitor.open('/my/sign-in')
      const credential = authenticator.get(optionsOn(page.body), wrong)
      expect((await visitor.send('/my/sign-in/passkey', { ...formOn(page, '/my/sign-in/passkey'), credential })).status).toBe(422)
    }
  })
})

describe('the account', () => {
  test('keeps its last way in, and lets others go', async () => {
    const owner = await signedInByMail('keeps@example.jp')
    const idOf = async () => (await city.open.owner<{ id: string }[]>`select mailbox.id from resident_identity.mailbox join kernel.resident r on r.id = account_id where r.name = 'ke…@example.jp' order by since`).map(({ id }) => id)
    const [first] = await idOf()
    expect((await owner.submit(`/my/account/ways/mail/${first}/remove`, `/my/account/ways/mail/${first}/remove`)).location).toBe('/my/account')
    expect(await idOf()).toHaveLength(1)
    await owner.submit('/my/account', '/my/account/mail', { address: 'second@example.jp' })
    const link = await linkTo('second@example.jp')
    await owner.submit(link, link)
    expect(await idOf()).toHaveLength(2)
    await owner.submit(`/my/account/ways/mail/${first}/remove`, `/my/account/ways/mail/${first}/remove`)
    expect(await idOf()).toHaveLength(1)
  })

  test('gives a link that adds a mailbox to nobody else', async () => {
    const [owner, other] = [await signedInByMail('adder@example.jp'), await signedInByMail('other@example.jp')]
    await owner.submit('/my/account', '/my/account/mail', { address: 'wanted@example.jp' })
    const link = await linkTo('wanted@example.jp')
    other.cookies.set('tsunagu-mail', owner.cookies.get('tsunagu-mail') ?? '')
    expect((await other.submit(link, link)).status).toBe(422)
    expect(await city.open.owner`select 1 from resident_identity.mailbox m join kernel.resident r on r.id = m.account_id where r.name = 'ot…@example.jp' having count(*) > 1`).toEqual([])
  })

  test('signs out everywhere at once', async () => {
    const [one, two] = [await signedInByMail('both@example.jp'), await signedInByMail('both@example.jp')]
    await one.submit('/my/account/sign-out-everywhere', '/my/account/sign-out-everywhere')
    for (const visitor of [one, two]) expect((await visitor.open('/my')).status).toBe(401)
  })

  test('ends another device of its own, and nobody else’s', async () => {
    const [one, two, stranger] = [await signedInByMail('devices@example.jp'), await signedInByMail('devices@example.jp'), await signedInByMail('stranger@example.jp')]
    const ids = [...(await one.open('/my/account')).body.matchAll(/devices\/([\w-]{36})\/end/g)].map(([, id]) => id as string)
    expect(ids).toHaveLength(2)
    const token = formOn(await stranger.open('/my/account'), '/my/account/language')['csrf'] as string
    for (const id of ids) expect((await stranger.send(`/my/account/devices/${id}/end`, { csrf: token })).status).toBe(404)
    // The one that is left over ends itself.
    const first = formOn(await one.open('/my/account'), '/my/account/language')['csrf'] as string
    await one.send(`/my/account/devices/${ids[0]}/end`, { csrf: first })
    const left = (await one.open('/my')).status === 200 ? one : two
    const last = formOn(await left.open('/my/account'), '/my/account/language')['csrf'] as string
    await left.send(`/my/account/devices/${ids[1]}/end`, { csrf: last })
    for (const visitor of [one, two]) expect((await visitor.open('/my')).status).toBe(401)
    expect((await stranger.open('/my')).status).toBe(200)
  })

  test('that is closed lets nobody in; a new sign-in opens a new one', async () => {
    const owner = await signedInByMail('closed@example.jp')
    await owner.submit('/my/account/close', '/my/account/close')
    expect((await owner.open('/my')).status).toBe(401)
    await signedInByMail('closed@example.jp')
    expect((await city.open.owner`select is_open from kernel.resident where name = 'cl…@example.jp' order by is_open`).map((row) => row['is_open'])).toEqual([false, true])
  })

  test('takes no field that its forms do not have', async () => {
    const owner = await signedInByMail('mass@example.jp')
    await owner.submit('/my/account', '/my/account/language', { language: 'en', personId: '00000000-0000-4000-8000-000000000001', person_id: 'x', is_open: 'false', proof: 'card' })
    const [row] = await city.open.owner`select language, person_id, is_open from kernel.resident where name = 'ma…@example.jp'`
    expect(row).toEqual({ language: 'en', person_id: null, is_open: true })
  })

  test('ends a session that is not used for half an hour', async () => {
    const owner = await signedInByMail('idle@example.jp')
    clock.pass({ minutes: 29 })
    expect((await owner.open('/my')).status).toBe(200)
    clock.pass({ minutes: 31 })
    expect((await owner.open('/my')).status).toBe(401)
  })
})

describe('a form from elsewhere', () => {
  const closing = '/my/account/close'

  test('without the page’s number, with another’s, or sent by another site changes nothing', async () => {
    const [owner, other] = [await signedInByMail('csrf@example.jp'), await signedInByMail('attacker@example.jp')]
    const foreign = formOn(await other.open(closing), closing)
    const own = formOn(await owner.open(closing), closing)
    expect((await owner.send(closing, {})).status).toBe(403)
    expect((await owner.send(closing, foreign)).status).toBe(403)
    expect((await owner.send(closing, own, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await owner.send(closing, own, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await owner.open('/my')).status).toBe(200)
  })

  test('that signs out leaves a clerk signed in', async () => {
    const clerk = browser()
    clerk.cookies.set(SESSION_COOKIE, (await city.signInWith()).split('=')[1] as string)
    const token = formOn(await clerk.open('/my/sign-in'), '/my/sign-in/mail')['csrf'] as string
    await clerk.send('/my/sign-out', { csrf: token })
    expect((await clerk.open('/account')).status).toBe(200)
  })
})

describe('the frame', () => {
  test('names the resident, leads to My page, and signs out', async () => {
    const cookie = await signInResident(city, { personId: null, proof: 'mail', name: '森川 誠' })
    const { body } = await city.web.inject({ url: '/my', headers: { cookie } })
    expect(body).toContain('森川 誠')
    expect(body).toContain('href="/my"')
    expect(body).toContain('action="/my/sign-out"')
  })
})

test('a change of the account is told to its mailboxes, in their owner’s language', async () => {
  const owner = await signedInByMail('told@example.jp')
  await owner.submit('/my/account', '/my/account/language', { language: 'pt' })
  await owner.submit('/my/account', '/my/account/mail', { address: 'further@example.jp' })
  const link = await linkTo('further@example.jp')
  await owner.submit(link, link)
  const [letter] = await city.open.owner<{ body: string }[]>`select body from mail.letter where recipient = 'told@example.jp' and purpose = 'resident-identity.change'`
  expect(letter?.body).toContain('Um modo de entrar foi adicionado.')
})

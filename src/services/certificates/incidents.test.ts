import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closePress } from '#capabilities/documents/pdf.ts'
import { readPdfText } from '#capabilities/documents/pdf-text.ts'
import { verifyPdf } from '#capabilities/signing/signing.ts'
import { residentActor, systemActor, type Actor } from '#kernel/access/actor.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { imports } from '../../capabilities/imports/manifest.ts'
import { mail } from '../../capabilities/mail/manifest.ts'
import { numberVault } from '../../capabilities/number-vault/manifest.ts'
import { payments } from '../../capabilities/payments/manifest.ts'
import { residentIdentity } from '../../capabilities/resident-identity/manifest.ts'
import { residents } from '../../capabilities/residents/manifest.ts'
import { signing } from '../../capabilities/signing/manifest.ts'
import { staffIdentity } from '../../capabilities/staff-identity/manifest.ts'
import { issuePaper, type IssuingPlace } from './actions/issue.ts'
import { certificates } from './manifest.ts'
import type { CertificateKind } from './model.ts'
import { findFile } from './store/papers.ts'
import { findRequest, keepRequest } from './store/requests.ts'
import { endSeals, keepSeal } from './store/seals.ts'
import { beginStop } from './store/stops.ts'
import { enrol, idOf, layOutRegister, testRegister, type Member } from './testing/register.ts'

/**
 * The real mis-issuances of 2023 and 2024, each under the name of the city where it happened. A certificate of somebody else,
 * or one that should not exist, must not leave this program by any of these ways.
 */
let city: TestWeb
let place: IssuingPlace

beforeAll(async () => {
  city = await openTestWeb([staffIdentity, residents, numberVault, imports, mail, residentIdentity, payments, signing, testRegister({ pauseMs: 5 }), certificates])
  await layOutRegister(city.open.owner, city.open.database.rolePrefix)
  place = city.open
})
afterAll(async () => {
  await city.close()
  closePress()
})

const asService = <Result>(work: Parameters<typeof city.open.database.act<Result>>[2]) => city.open.database.act('certificates', systemActor, work)
const enrolled = (household: string, address: string, members: readonly Member[]) => city.open.database.act('resident-records', systemActor, (tx) => enrol(tx, household, address, members))
const askerFor = (person: string): Actor => residentActor({ accountId: randomUUID(), name: '', proof: 'card', personId: idOf(person), actsFor: null })

async function asked(person: string, kind: CertificateKind = 'resident-copy'): Promise<string> {
  const id = randomUUID()
  await asService((tx) => keepRequest(tx, {
    id, requestKey: `online:${id}`, kind, way: 'online', subjectId: idOf(person), people: [], options: kind === 'seal-certificate' ? [] : ['relationship'], accountId: randomUUID(),
    ownPersonId: idOf(person), applicant: null, reduction: '', origin: 'http://kameyama.example',
  }))
  return id
}

const fileOf = (id: string) => asService((tx) => findFile(tx, id))
const requestOf = async (id: string) => (await asService((tx) => findRequest(tx, id))) as NonNullable<Awaited<ReturnType<typeof findRequest>>>
const textOf = async (id: string) => readPdfText((await fileOf(id)) as Buffer)

describe('川崎市 2023・高松市 2024: two requests at once, each gets the paper of the other', () => {
  const count = 40
  const personAt = (index: number) => `crowd-${index}`
  beforeEach(async () => {
    for (let index = 0; index < count; index++) await enrolled(personAt(index), `亀山市本丸町${index}番地`, [{ key: personAt(index), name: `群衆 辻\u{E0100}${index}郎` }])
  })

  test('forty people, twenty papers at once, every request taken up twice: everybody gets their own, nobody two', async () => {
    const ids = await Promise.all(Array.from({ length: count }, (_, index) => asked(personAt(index))))
    const outcomes: string[] = []
    const waiting = [...ids.entries()]
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, id] = next
        // As two processes would that see the same request in the same millisecond.
        outcomes.push(...await Promise.all([issuePaper(place, id, askerFor(personAt(index))), issuePaper(place, id, askerFor(personAt(index)))]))
      }
    }
    await Promise.all(Array.from({ length: 10 }, worker))
    expect(outcomes.filter((outcome) => outcome === 'issued')).toHaveLength(count)
    for (const [index, id] of ids.entries()) {
      const text = (await textOf(id)).join('')
      expect(text).toContain(`氏名群衆 辻\u{E0100}${index}郎氏名の振り仮名`)
      expect(text.match(/群衆/g)).toHaveLength(2)
    }
    const papers = await city.open.owner`select count(*)::int as papers, count(distinct code)::int as codes from certificates.paper where request_id = any(${ids})`
    expect(papers).toMatchObject([{ papers: count, codes: count }])
  }, 60_000)
})

describe('横浜市 2023: the print queue is overloaded, a waiting job takes another image', () => {
  test('a press that cannot serve gives no paper at all, and the request waits', async () => {
    await enrolled('yokohama', '亀山市東町1番地', [{ key: 'yokohama', name: '横浜 待子' }])
    const id = await asked('yokohama')
    expect(await issuePaper({ ...place, standInOrigin: 'http://127.0.0.1:9' }, id, askerFor('yokohama'))).toBe('waits')
    expect(await requestOf(id)).toMatchObject({ issuedAt: null, endedAt: null, trouble: 'no-time-stamp' })
    expect(await fileOf(id)).toBeUndefined()
  })
})

describe('足立区 2023: the register is updated while a certificate is made', () => {
  test('before or after, never mixed', async () => {
    const states = [0, 1].map((state) => ({ address: `亀山市西町${state}番地`, members: [{ key: 'adachi', name: `足立 親${state}` }, { key: 'adachi-child', name: `足立 子${state}` }] }))
    await enrolled('adachi', states[0]?.address ?? '', states[0]?.members ?? [])
    const ids = await Promise.all(Array.from({ length: 12 }, () => asked('adachi')))
    const papers = Promise.all(ids.map((id) => issuePaper(place, id, askerFor('adachi')))).then(() => 'done')
    const writer = (async () => {
      for (let turn = 1; (await Promise.race([papers, Promise.resolve('going on')])) !== 'done'; turn++) {
        const state = states[turn % 2] as (typeof states)[number]
        await enrolled('adachi', state.address, state.members)
      }
    })()
    await papers
    await writer
    for (const id of ids) {
      const text = (await textOf(id)).join('')
      const states = new Set([...text.matchAll(/西町(\d)番地|足立 [親子](\d)/g)].map(([, one, other]) => one ?? other))
      expect(states.size).toBe(1)
    }
  }, 60_000)
})

describe('徳島市 2023: pages of two people in one set', () => {
  test('every page bears the number of its own paper and its place among the pages', async () => {
    const members = Array.from({ length: 14 }, (_, index) => ({ key: `tokushima-${index}`, name: `徳島 第${index}子` }))
    await enrolled('tokushima', '亀山市南町1番地', members)
    const id = await asked('tokushima-0')
    expect(await issuePaper(place, id, askerFor('tokushima-0'))).toBe('issued')
    const pages = await textOf(id)
    const codes = pages.map((page) => /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(page)?.[0])
    expect(pages.length).toBeGreaterThan(1)
    expect(new Set(codes).size).toBe(1)
    pages.forEach((page, index) => expect(page).toContain(`${index + 1} / ${pages.length}`))
  })
})

describe('新潟市・さいたま市・熊本市 2023: a certificate of a seal that was abolished', () => {
  const register = async (person: string) => {
    await enrolled(person, '亀山市北町1番地', [{ key: person, name: '印 鑑子' }])
    await asService((tx) => keepSeal(tx, { id: randomUUID(), personId: idOf(person), registeredName: '印 鑑子', png: ONE_DOT, widthTenths: 150, heightTenths: 150, applicant: { kind: 'self', name: '印 鑑子', document: 'passport', reason: '' } }))
  }

  test('is issued while it stands', async () => {
    await register('seal-good')
    const id = await asked('seal-good', 'seal-certificate')
    expect(await issuePaper(place, id, askerFor('seal-good'))).toBe('issued')
    expect((await textOf(id)).join('')).toContain('印鑑登録証明書')
  })

  test.each(['own-wish', 'lost-card', 'moved-out', 'died'] as const)('is refused at once when it ended: %s', async (because) => {
    await register(`seal-${because}`)
    const id = await asked(`seal-${because}`, 'seal-certificate')
    await asService((tx) => endSeals(tx, [idOf(`seal-${because}`)], because))
    expect(await issuePaper(place, id, askerFor(`seal-${because}`))).toBe('refused')
    expect(await requestOf(id)).toMatchObject({ issuedAt: null, endedBecause: 'no-seal' })
  })

  test('is refused when the name changed, though nobody has told the seals yet', async () => {
    await register('seal-renamed')
    await enrolled('seal-renamed', '亀山市北町1番地', [{ key: 'seal-renamed', name: '印 改子' }])
    const id = await asked('seal-renamed', 'seal-certificate')
    expect(await issuePaper(place, id, askerFor('seal-renamed'))).toBe('refused')
    expect(await requestOf(id)).toMatchObject({ endedBecause: 'name-changed' })
  })

  test.each([['moved-out', 'moved-out'], ['deceased', 'deceased'], ['removed', 'removed']] as const)('is refused for a person who is %s', async (standing, reason) => {
    await register(`seal-of-${standing}`)
    await enrolled(`seal-of-${standing}`, '亀山市北町1番地', [{ key: `seal-of-${standing}`, name: '印 鑑子', details: { standing } }])
    const id = await asked(`seal-of-${standing}`, 'seal-certificate')
    expect(await issuePaper(place, id, askerFor(`seal-of-${standing}`))).toBe('refused')
    expect(await requestOf(id)).toMatchObject({ endedBecause: reason })
  })

  test('発行停止 that comes while the paper is being made still refuses it', async () => {
    await enrolled('stopped', '亀山市北町2番地', [{ key: 'stopped', name: '停 止子' }])
    const id = await asked('stopped')
    const making = issuePaper(place, id, askerFor('stopped'))
    await asService((tx) => beginStop(tx, idOf('stopped'), 'lost-card'))
    expect(await making).toBe('refused')
    expect(await fileOf(id)).toBeUndefined()
  })

  test('a protected person (支援措置) gets nothing online, and reads the same sentence as everybody who is stopped', async () => {
    await enrolled('protected', '亀山市北町3番地', [{ key: 'protected', name: '支援 措置子', details: { isProtected: true } }])
    const id = await asked('protected')
    expect(await issuePaper(place, id, askerFor('protected'))).toBe('refused')
    expect(await requestOf(id)).toMatchObject({ endedBecause: 'stopped' })
  })
})

describe('one request, one paper', () => {
  test('a paper is made once, is genuine, and can be verified by its number without learning more than it says', async () => {
    await enrolled('once', '亀山市中町1番地', [{ key: 'once', name: '一度 限子' }])
    const id = await asked('once')
    expect(await issuePaper(place, id, askerFor('once'))).toBe('issued')
    const first = (await fileOf(id)) as Buffer
    expect(await issuePaper(place, id, askerFor('once'))).toBe('elsewhere')
    expect((await fileOf(id))?.equals(first)).toBe(true)
    expect(await city.open.database.read('certificates', systemActor, (tx) => verifyPdf({ tx, city: city.open.city }, first))).toMatchObject({ isGenuine: true, level: 'B-T' })
    const code = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec((await textOf(id))[0] ?? '')?.[0] ?? ''
    const { body, statusCode } = await city.web.inject({ url: `/verify/${code}`, headers: { cookie: 'language=ja' } })
    expect(statusCode).toBe(200)
    expect(body).toContain('発行')
    for (const secret of ['限子', '中町', id, idOf('once')]) expect(body).not.toContain(secret)
    expect((await city.web.inject({ url: '/verify/0000-0000-0000-0000' })).statusCode).toBe(404)
  })

  test('the number of a request is taken once for ever', async () => {
    const wish = { requestKey: 'kiosk:0001', kind: 'resident-copy', way: 'kiosk', subjectId: idOf('once'), people: [], options: [], accountId: null, ownPersonId: null, applicant: null, reduction: '', origin: '' } as const
    expect([await asService((tx) => keepRequest(tx, { ...wish, id: randomUUID() })), await asService((tx) => keepRequest(tx, { ...wish, id: randomUUID() }))]).toEqual([true, false])
  })

  test('a name that no font draws waits for a clerk, with its sorts named, and is never printed as another', async () => {
    await enrolled('unprintable', '亀山市中町2番地', [{ key: 'unprintable', name: '渡邉\u{E01EE} 花子' }])
    const id = await asked('unprintable')
    expect(await issuePaper(place, id, askerFor('unprintable'))).toBe('waits')
    expect(await requestOf(id)).toMatchObject({ issuedAt: null, trouble: 'characters-missing', missingSorts: ['邉\u{E01EE}'] })
  })

  test('the log of what happened cannot be altered, and the file lies sealed', async () => {
    const refused = city.open.database.act('certificates', systemActor, (tx) => tx.run({ compile: () => ({ sql: 'delete from certificates.paper', parameters: [], query: {} as never, queryId: {} as never }) }))
    await expect(refused).rejects.toThrow(/permission denied/)
    const [{ sealed } = { sealed: Buffer.alloc(0) }] = await city.open.owner`select sealed from certificates.paper_file limit 1`
    expect((sealed as Buffer).includes('%PDF')).toBe(false)
  })
})

/** A PNG of one black dot, as a scanner would send a very small impression. */
const ONE_DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64')

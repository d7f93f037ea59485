import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ManifestFault } from '#kernel/service/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { assertImporters } from './imports.ts'
import { imports } from './manifest.ts'
import { confirmedIn, fieldIn, seenIn, TrialDesk } from './trial-desk.ts'
import { trialLedger } from './trial-ledger.ts'

let city: TestWeb
let desk: TrialDesk
let baba: string

beforeAll(async () => {
  city = await openTestWeb([imports, trialLedger()])
  desk = await TrialDesk.open(city)
  baba = await desk.signInAs('馬場', ['ledger-keeper'])
})
afterAll(() => city.close())

describe('from upload to apply', () => {
  test('questions are answered one by one, and what was answered is applied', async () => {
    const { content, mark } = desk.ledger(2, ['１２円', 'x', '七', '=1+1'])
    const path = await desk.brought(content)
    expect((await desk.get(path)).body).toContain('“１２円” is not a number')
    const first = await desk.answer(path, 1, { answer: 'accept' })
    expect(first.headers.location).toBe(`${path}?at=2&after=1#question-2`)
    await desk.answer(path, 2, { answer: 'edit', text: '34' })
    const skipped = await desk.answer(path, 3, { answer: 'skip' })
    expect(skipped.headers.location).toBe(`${path}?at=4&after=3#question-4`)
    expect((await desk.questions(path)).map(({ state, answer, name }) => [state, answer, name])).toEqual([
      ['accepted', null, '青木'], ['edited', '34', '青木'], ['skipped', null, '青木'], ['open', null, null],
    ])
    expect((await desk.get(`${path}/apply`)).body).toContain('For the 2 unanswered questions the proposals are used')
    expect((await desk.apply(path)).headers.location).toBe(path)
    expect(await desk.entries()).toMatchObject({ [`${mark}-s0`]: '100', [`${mark}-d0`]: '12', [`${mark}-d1`]: '34', [`${mark}-d2`]: '0', [`${mark}-d3`]: '11' })
    const summary = (await desk.get(path)).body
    expect([summary.includes('Applied'), summary.includes('href="/staff"')]).toEqual([true, true])
    expect((await desk.facts(path)).map(({ service, name, body }) => [service, name, body])).toEqual([
      ['imports', 'imports.file-read', { importer: 'ledger', questions: 4, isAgain: false }],
      ['imports', 'imports.question-answered', { importer: 'ledger', act: 'accept', count: 1 }],
      ['imports', 'imports.question-answered', { importer: 'ledger', act: 'edit', count: 1 }],
      ['imports', 'imports.question-answered', { importer: 'ledger', act: 'skip', count: 1 }],
      ['imports', 'imports.applied', { importer: 'ledger', changes: 6, accepted: 1, edited: 1, unanswered: 2 }],
    ])
    const own = await city.open.owner`select service from kernel.outbox where name = 'ledger.imported'`
    expect([...own]).toEqual([{ service: 'ledger' }])
  })

  test('a file without doubts goes straight to applying', async () => {
    const { content, mark } = desk.ledger(3)
    const path = await desk.brought(content)
    expect((await desk.get(path)).body).toContain('Nothing was doubtful')
    expect((await desk.apply(path)).statusCode).toBe(303)
    expect(await desk.entries()).toHaveProperty(`${mark}-s2`, '102')
  })

  test('an answer is taken back, and the log keeps both', async () => {
    const path = await desk.brought(desk.ledger(0, ['a1', 'a2']).content)
    await desk.answer(path, 1, { answer: 'edit', text: '9' })
    const undone = await desk.answer(path, 1, { answer: 'undo' })
    expect(undone.headers.location).toBe(`${path}?at=1#question-1`)
    expect((await desk.questions(path))[0]).toEqual({ state: 'open', answer: null, name: null })
    await desk.answer(path, 1, { answer: 'accept' }, baba)
    expect(await desk.log(path)).toEqual(['青木 edit', '青木 undo', '馬場 accept'])
  })

  test('the rest is accepted together after a question that says how many', async () => {
    const path = await desk.brought(desk.ledger(0, ['b1', 'b2', 'b3', 'b4']).content)
    await desk.answer(path, 2, { answer: 'skip' })
    const asked = (await desk.get(`${path}/accept-all`)).body
    expect(asked).toContain('Accept 3 proposals at once?')
    expect(asked).toContain('The 1 left for later stay as they are.')
    await desk.answer(path, 1, { answer: 'accept' }, baba)
    const overtaken = await desk.post(`${path}/accept-all`, confirmedIn(asked))
    expect([overtaken.statusCode, overtaken.body.includes('Accept 2 proposals at once?')]).toEqual([409, true])
    await desk.post(`${path}/accept-all`, confirmedIn(overtaken.body))
    expect((await desk.questions(path)).map(({ state }) => state)).toEqual(['accepted', 'skipped', 'accepted', 'accepted'])
    expect(await desk.log(path)).toEqual(['青木 skip', '馬場 accept', '青木 accept (bulk)', '青木 accept (bulk)'])
  })

  test('a review that is left applies nothing and cannot be applied any more', async () => {
    const { content, mark } = desk.ledger(1)
    const path = await desk.brought(content)
    const asked = (await desk.get(`${path}/apply`)).body
    await desk.post(`${path}/leave`, { csrf: fieldIn((await desk.get(`${path}/leave`)).body, 'csrf') })
    const late = await desk.post(`${path}/apply`, confirmedIn(asked))
    expect(late.headers.location).toBe(path)
    expect(await desk.entries()).not.toHaveProperty(`${mark}-s0`)
    expect((await desk.facts(path)).at(-1)).toMatchObject({ name: 'imports.left', body: { importer: 'ledger' } })
  })

  test('what a view is narrowed to stays through an answer', async () => {
    const path = await desk.brought(desk.ledger(0, ['k1', 'k2', 'k3']).content)
    await desk.answer(path, 1, { answer: 'skip' })
    await desk.answer(path, 3, { answer: 'skip' })
    const { body } = await desk.get(`${path}?state=skipped`)
    expect(fieldIn(body, 'state')).toBe('skipped')
    const next = await desk.post(path, { ...seenIn(body), state: 'skipped', answer: 'accept' })
    expect(next.headers.location).toBe(`${path}?state=skipped&at=3&after=1#question-3`)
  })

  test('5,000 questions: listed by pages, searched, accepted and applied', async () => {
    const { content, mark } = desk.ledger(0, Array.from({ length: 5_000 }, (_, index) => `n${index}`))
    const path = await desk.brought(content)
    const list = (await desk.get(`${path}/questions?page=100`)).body
    expect(list).toContain(`${mark}-d4999`)
    expect(list.match(/<th scope="row"/g)).toHaveLength(50)
    expect((await desk.get(`${path}/questions?q=${encodeURIComponent('Ｎ4321')}`)).body).toContain(`${mark}-d4321`)
    expect((await desk.get(`${path}?q=nothing-like-it`)).body).toContain('No question matches')
    const asked = (await desk.get(`${path}/accept-all?kind=not-a-number`)).body
    const accepted = await desk.post(`${path}/accept-all`, { ...confirmedIn(asked), kind: 'not-a-number' })
    expect(accepted.statusCode).toBe(303)
    expect((await desk.apply(path)).statusCode).toBe(303)
    expect(await desk.entries()).toHaveProperty(`${mark}-d4999`, '4999')
  })
})

describe('two people', () => {
  test('the second to answer is told by whom, and nothing is overwritten', async () => {
    const path = await desk.brought(desk.ledger(0, ['c1']).content)
    const seen = seenIn((await desk.get(`${path}?at=1`, baba)).body)
    await desk.answer(path, 1, { answer: 'edit', text: '5' })
    const late = await desk.post(path, { ...seen, answer: 'edit', text: '777' }, baba)
    expect(late.statusCode).toBe(409)
    for (const words of ['Somebody else answered first', 'Answered by 青木', '777']) expect(late.body).toContain(words)
    expect(await desk.questions(path)).toEqual([{ state: 'edited', answer: '5', name: '青木' }])
    expect(await desk.log(path)).toEqual(['青木 edit'])
  })

  test('of two answers in the same moment one is taken', async () => {
    const path = await desk.brought(desk.ledger(0, ['c2']).content)
    const [one, other] = await Promise.all([desk.get(`${path}?at=1`), desk.get(`${path}?at=1`, baba)])
    const responses = await Promise.all([
      desk.post(path, { ...seenIn(one.body), answer: 'accept' }),
      desk.post(path, { ...seenIn(other.body), answer: 'edit', text: '6' }, baba),
    ])
    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(await desk.log(path)).toHaveLength(1)
  })

  test('applied once, however many press the button', async () => {
    const path = await desk.brought(desk.ledger(1, ['c3']).content)
    const cookies = [desk.cookie, baba, desk.cookie]
    const pages = await Promise.all(cookies.map((cookie) => desk.get(`${path}/apply`, cookie)))
    const responses = await Promise.all(pages.map(({ body }, index) => desk.post(`${path}/apply`, confirmedIn(body), cookies[index])))
    expect(responses.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    expect((await desk.facts(path)).filter(({ name }) => name === 'imports.applied')).toHaveLength(1)
  })

  test('the same form sent twice counts once', async () => {
    const path = await desk.brought(desk.ledger(0, ['c4', 'c5']).content)
    const fields = { ...seenIn((await desk.get(`${path}?at=1`)).body), answer: 'accept' }
    const [one, other] = await Promise.all([desk.post(path, fields), desk.post(path, fields)])
    expect([one.statusCode, other.statusCode]).toEqual([303, 303])
    expect(one.headers.location).toBe(other.headers.location)
    expect(await desk.log(path)).toEqual(['青木 accept'])
  })

  test('an answer after the page that asked whether to apply is noticed', async () => {
    const { content, mark } = desk.ledger(0, ['c6'])
    const path = await desk.brought(content)
    const asked = (await desk.get(`${path}/apply`)).body
    await desk.answer(path, 1, { answer: 'edit', text: '8' }, baba)
    const late = await desk.post(`${path}/apply`, confirmedIn(asked))
    expect([late.statusCode, late.body.includes('Answers have changed in the meantime')]).toEqual([409, true])
    expect(await desk.entries()).not.toHaveProperty(`${mark}-d0`)
  })
})

describe('what is handed in is held to its word when a city opens', () => {
  const ledger = trialLedger()
  test.each([
    ['two importers of one name', [ledger, { ...ledger, name: 'other' }], 'Two parts claim the importer ledger'],
    ['a duty that nobody declares', [{ ...ledger, duties: [] }], 'needs the unknown duty ledger-keeper'],
  ])('%s', (_, parts, why) => {
    expect(() => assertImporters(parts)).toThrow(ManifestFault)
    expect(() => assertImporters(parts)).toThrow(why)
  })

  test('a sound city', () => expect(() => assertImporters([imports, ledger])).not.toThrow())
})

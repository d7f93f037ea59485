import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor, visitorActor } from '#kernel/access/actor.ts'
import { applyWithProposals, bringFile, findImporter } from '../imports/imports.ts'
import { imports } from '../imports/manifest.ts'
import { notices } from '../notices/manifest.ts'
import { staffIdentity } from '../staff-identity/manifest.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { phrasebook } from './manifest.ts'
import { composeTexts } from './phrasebook.ts'
import { CATALOGUE_KEYS } from './rules/catalogue.ts'

const parts = [staffIdentity, imports, notices, phrasebook]
const BOOK = '/staff/phrasebook'
let city: TestWeb
let editor: string
let approver: string
let both: string

beforeAll(async () => {
  city = await openTestWeb(parts)
  editor = await city.signInWith('phrasebook-editor')
  approver = await city.signInWith('phrasebook-approver')
  both = await city.signInWith('phrasebook-editor', 'phrasebook-approver')
})
afterAll(() => city.close())

const get = (url: string, cookie = editor) => city.web.inject({ url, headers: { cookie } })
const page = (key: string) => `${BOOK}/templates/${key}`
const composed = (key: string) => city.open.database.read('phrasebook', visitorActor, (tx) => composeTexts(tx, { key, slots: {} }))

const WORDS = {
  'line0.ja': '{試|ため}し', 'line0.easy': '{試|ため}し', 'line0.en': 'A trial', 'line0.pt': 'Um teste',
  'line1.ja': '{外|そと}に{出|で}ないでください。', 'line1.easy': '{外|そと}に {出|で}ないで ください。', 'line1.en': 'Stay in.', 'line1.pt': 'Fique dentro.',
  reason: 'a trial',
}

async function edit(key: string, values: Record<string, string>, cookie = editor, act = 'propose') {
  const seen = /name="seen" value="([^"]*)"/.exec((await get(`${page(key)}/edit`, cookie)).body)?.[1] ?? ''
  return city.send({ page: `${page(key)}/edit`, action: `${page(key)}/edit`, values: { seen, act, ...values }, cookie })
}

async function decideOn(key: string, verdict: string, cookie: string, version?: string) {
  const shown = await get(page(key), cookie)
  const waiting = version ?? /name="version" value="([^"]*)"/.exec(shown.body)?.[1] ?? ''
  return city.send({ page: page(key), action: `${page(key)}/decide`, values: { version: waiting, verdict, remark: '' }, cookie })
}

describe('from draft to words in force', () => {
  test('the old words stay in force until somebody else approves', async () => {
    const before = (await composed('scam-calls'))?.texts.en?.title
    expect((await edit('scam-calls', WORDS)).statusCode).toBe(303)
    expect((await composed('scam-calls'))?.texts.en?.title).toBe(before)
    expect((await decideOn('scam-calls', 'approved', approver)).statusCode).toBe(303)
    expect((await composed('scam-calls'))?.texts.en?.title).toBe('A trial')
  })

  test('nobody approves their own words, whatever duties they hold', async () => {
    await edit('bear-sighting', WORDS, both)
    const version = /name="version" value="([^"]*)"/.exec((await get(page('bear-sighting'), both)).body)?.[1] ?? ''
    await decideOn('bear-sighting', 'approved', both, version)
    expect((await composed('bear-sighting'))?.texts.en?.title).toBe('A bear has been seen')
    expect((await decideOn('bear-sighting', 'withdrawn', both)).statusCode).toBe(303)
    expect((await get(page('bear-sighting'), approver)).body).not.toContain('id="waiting"')
  })

  test('an editor without the duty does not approve another’s words', async () => {
    await edit('school.closed', WORDS, both)
    await city.send({ page: `${page('school.closed')}/edit`, action: `${page('school.closed')}/decide`, cookie: editor,
      values: { version: /name="version" value="([^"]*)"/.exec((await get(page('school.closed'), approver)).body)?.[1] ?? '', verdict: 'approved', remark: '' } })
    expect((await composed('school.closed'))?.texts.en?.title).toBe('School is closed')
  })

  test.each([
    ['an unknown slot', { 'line1.ja': '{town}に{出|で}ないでください。' }, '{town}'],
    ['a slot in one language only', { 'line1.en': 'Stay in {towns}.' }, '{towns}'],
    ['a missing translation', { 'line1.pt': '' }, 'この'],
    ['a kanji without a reading', { 'line1.easy': '{外|そと}に 出ないで ください。' }, '「出」'],
    ['an official word without its explanation', { 'line1.easy': '{避難指示|ひなんしじ}が {出|で}ました。' }, '「避難指示」'],
  ])('%s keeps words from being approved, and is named', async (_, mistake, named) => {
    const key = 'missing-person'
    expect((await edit(key, { ...WORDS, ...mistake, reason: named })).statusCode).toBe(303)
    await decideOn(key, 'approved', approver)
    const shown = await get(page(key), approver)
    expect(shown.body.replace(/<r[tp]>[^<]*<\/r[tp]>|<\/?ruby>/g, '')).toContain(named)
    expect((await composed(key))?.texts.en?.title).toBe('A person is missing')
  })

  test('what somebody else changed meanwhile is not overwritten', async () => {
    const { body } = await get(`${page('muster.call')}/edit`)
    const seen = /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
    await edit('muster.call', WORDS, both)
    const late = await city.send({ page: `${page('muster.call')}/edit`, action: `${page('muster.call')}/edit`, values: { ...WORDS, 'line0.en': 'Too late', seen, act: 'propose' }, cookie: editor })
    expect(late.statusCode).toBe(422)
    expect(late.body).toContain('Too late')
    expect((await get(page('muster.call'))).body).not.toContain('Too late')
  })

  test('checking keeps nothing and gives everything back', async () => {
    const checked = await edit('shelter.closed', { ...WORDS, 'line0.en': 'Only looked at' }, editor, 'check')
    expect(checked.statusCode).toBe(200)
    expect(checked.body).toContain('Only looked at')
    expect((await get(`${page('shelter.closed')}/history`)).body).not.toContain('Only looked at')
  })

  test('earlier words are proposed again, and approved like any others', async () => {
    const history = await get(`${page('scam-calls')}/history`)
    const version = /name="version" value="([^"]*)"/.exec(history.body)?.[1] ?? ''
    const seen = /name="seen" value="([^"]*)"/.exec(history.body)?.[1] ?? ''
    expect((await city.send({ page: `${page('scam-calls')}/history`, action: `${page('scam-calls')}/undo`, values: { version, seen }, cookie: editor })).statusCode).toBe(303)
    expect((await composed('scam-calls'))?.texts.en?.title).toBe('A trial')
    await decideOn('scam-calls', 'approved', approver)
    expect((await composed('scam-calls'))?.texts.en?.title).toBe('Beware of scam calls')
  })
})

describe('pages', () => {
  test('every occasion stands in the matrix, and none is a gap', async () => {
    const { body } = await get(BOOK, approver)
    for (const key of CATALOGUE_KEYS) expect(body).toContain(`${BOOK}/templates/${key}"`)
    expect(body.match(/badge-error/g)).toHaveLength(1)
  })

  test('the preview says what becomes of the text without a name', async () => {
    expect((await get(`${page('evacuation.flood.4')}?without-shelters=yes`)).body).not.toContain('Rei Elementary School')
    expect((await get(page('evacuation.flood.4'))).body).toContain('Rei Elementary School')
    expect((await get(`${page('shelter.opened')}?without-shelters=yes`)).body).toContain('notice-error')
  })

  test.each(['/staff/phrasebook/templates/no.such.thing', '/staff/phrasebook/templates/..%2f..', '/staff/phrasebook/templates/x/history'])('%s is not there', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })

  test('only staff with a duty enter', async () => {
    expect((await get(BOOK, '')).statusCode).not.toBe(200)
    expect((await get(`${page('muster.call')}/edit`, approver)).statusCode).toBe(403)
  })

  test('the booklet is one PDF', async () => {
    const answer = await get(`${BOOK}/booklet.pdf`)
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  }, 60_000)
})

describe('tables', () => {
  test.each(['csv', 'xlsx'])('what is written out as %s comes back without a change', async (format) => {
    const file = await get(`${BOOK}/phrasebook.${format}`)
    expect(await taken(`phrasebook.${format}`, file.rawPayload)).toBe(0)
  })

  test('a changed row becomes a proposal, and nothing is in force yet', async () => {
    const text = (await get(`${BOOK}/phrasebook.csv`)).body
    expect(text).toContain('Snow melt advisory')
    expect(await taken('changed.csv', Buffer.from(text.replace('Snow melt advisory', 'Melting snow advisory')))).toBe(1)
    expect((await composed('warning.snow-melt.2'))?.texts.en?.title).toBe('Snow melt advisory')
    expect((await get(page('warning.snow-melt.2'))).body).toContain('Melting snow advisory')
  })

  test('a wrong row is named by row and column, and its template left out', async () => {
    const text = (await get(`${BOOK}/phrasebook.csv`)).body
    const owned = findImporter(parts, 'phrasebook')!
    const read = await city.open.database.read('phrasebook', systemActor, (tx) => owned.importer.read(tx, { fileName: 'a.csv', bytes: Buffer.from(text.replace('bear-sighting,2,', 'bear-sighting,zwei,')) }))
    expect(read).toMatchObject({ ok: true, questions: [{ column: 'line', read: 'zwei', kind: 'row' }] })
  })

  async function taken(fileName: string, bytes: Buffer): Promise<number> {
    return city.open.database.act('imports', systemActor, async (tx) => {
      const owned = findImporter(parts, 'phrasebook')!
      const brought = await bringFile(tx, owned, { fileName, bytes })
      if (brought.kind !== 'read') throw new Error(brought.kind)
      const applied = await applyWithProposals(tx, owned, brought.readingId)
      return applied.kind === 'applied' ? applied.changes : -1
    })
  }
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestWeb, type TestWeb } from '../../testing.ts'
import { imports } from './manifest.ts'
import { confirmedIn, fieldIn, TrialDesk } from './trial-desk.ts'
import { setEntry, trialLedger } from './trial-ledger.ts'

let city: TestWeb
let desk: TrialDesk
let baba: string

beforeAll(async () => {
  city = await openTestWeb([imports, trialLedger()])
  desk = await TrialDesk.open(city)
  baba = await desk.signInAs('馬場', ['ledger-keeper'])
})
afterAll(() => city.close())

function change(name: string, amount: string): Promise<number> {
  return city.open.database.act('ledger', systemActor, (tx) => setEntry(tx, name, amount))
}

async function readAgain(path: string) {
  return desk.post(`${path}/read-again`, { csrf: fieldIn((await desk.get(`${path}/read-again`)).body, 'csrf') })
}

describe('the same file again', () => {
  test('leads to its open review, and after the end to its outcome, from where it can be read anew', async () => {
    const { content } = desk.ledger(1, ['e1'])
    const path = await desk.brought(content)
    await desk.answer(path, 1, { answer: 'edit', text: '3' })
    expect(await desk.brought(content, baba)).toBe(path)
    await desk.apply(path)
    expect(await desk.brought(content)).toBe(path)
    const anew = await desk.post(`${path}/read-again`, { csrf: fieldIn((await desk.get(path)).body, 'csrf') })
    const second = anew.headers.location as string
    expect(second).not.toBe(path)
    expect(await desk.questions(second)).toMatchObject([{ state: 'open' }])
    expect(await desk.brought(content)).toBe(second)
  })

  test('two who bring it in the same moment share one review', async () => {
    const { content } = desk.ledger(2, ['e2'])
    const [one, other] = await Promise.all([desk.brought(content), desk.brought(content, baba)])
    expect(one).toBe(other)
  })

  test('reads differently after the city changed: shown, nothing applied, answers that still hold are kept', async () => {
    const { content, mark } = desk.ledger(1, ['f1', 'f2'])
    const path = await desk.brought(content)
    await desk.answer(path, 1, { answer: 'edit', text: '4' })
    const asked = (await desk.get(`${path}/apply`)).body
    await change(`${mark}-s0`, '999')
    const stopped = await desk.post(`${path}/apply`, confirmedIn(asked))
    expect(stopped.statusCode).toBe(409)
    for (const words of ['Nothing has been applied', 'New questions: 1']) expect(stopped.body).toContain(words)
    expect(await desk.entries()).toMatchObject({ [`${mark}-s0`]: '999' })
    await desk.post(`${path}/read-again`, { csrf: fieldIn(stopped.body, 'csrf') })
    expect(await desk.questions(path)).toMatchObject([{ state: 'open' }, { state: 'edited', answer: '4', name: '青木' }, { state: 'open' }])
    await desk.apply(path)
    expect(await desk.entries()).toMatchObject({ [`${mark}-s0`]: '100', [`${mark}-d0`]: '4' })
  })

  test('a question that is gone loses its answer, and the log says so', async () => {
    const { content, mark } = desk.ledger(1)
    const path = await desk.brought(content)
    await change(`${mark}-s0`, '5')
    await readAgain(path)
    await desk.answer(path, 1, { answer: 'accept' })
    await change(`${mark}-s0`, '100')
    expect((await desk.get(`${path}/read-again`)).body).toContain('Answers to be given again: 1')
    await readAgain(path)
    expect(await desk.questions(path)).toEqual([])
    expect(await desk.log(path)).toEqual(['青木 accept', '青木 withdraw (bulk)'])
  })

  test('a form of a question that has since changed answers nothing', async () => {
    const { content, mark } = desk.ledger(1)
    const path = await desk.brought(content)
    await change(`${mark}-s0`, '5')
    await readAgain(path)
    const { body } = await desk.get(`${path}?at=1`)
    await change(`${mark}-s0`, '100')
    await readAgain(path)
    const late = await desk.post(path, { ...confirmedIn(body), position: '1', question: fieldIn(body, 'question'), answer: 'accept' })
    expect([late.statusCode, late.body.includes('the question has changed')]).toEqual([409, true])
  })
})

describe('what is refused', () => {
  test.each<[string, string | Buffer, string]>([
    ['another kind of file', 'hello', 'This is no ledger: line 1 says “hello”'],
    ['an empty file', '', 'The file is empty'],
    ['script in its name and text', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a file over the limit', Buffer.alloc(25 * 1024 * 1024 + 1, 'x'), 'larger than 25 MB'],
    ['more questions than can be reviewed', ['#ledger', ...Array.from({ length: 20_001 }, (_, index) => `n${index}\tx`)].join('\n'), '20,001 places are doubtful'],
    ['a text longer than a question holds', `#ledger\nlong\t${'x'.repeat(20_001)}`, 'of row “long” is longer than'],
  ])('%s: the form comes back and says why', async (_, content, why) => {
    const response = await desk.upload(content, desk.cookie, '<script>x</script>.txt')
    expect([response.statusCode, response.body.includes(why)]).toEqual([422, true])
    expect(response.body).not.toMatch(/<script>(alert|x)/)
  })

  test('a correction that its service cannot use comes back on its card with what was typed', async () => {
    const path = await desk.brought(desk.ledger(0, ['g1']).content)
    const response = await desk.answer(path, 1, { answer: 'edit', text: 'twelve<b>' })
    expect(response.statusCode).toBe(422)
    for (const words of ['Digits only, please', 'twelve&lt;b&gt;</textarea>']) expect(response.body).toContain(words)
    expect(await desk.log(path)).toEqual([])
  })

  test('a text where only some answers are possible', async () => {
    const path = await desk.brought(desk.ledger(0, ['?']).content)
    expect((await desk.get(path)).body).toMatch(/type="radio"[^>]*value="1"/)
    const response = await desk.answer(path, 1, { answer: 'edit', text: '2' })
    expect([response.statusCode, response.body.includes('Only these are possible here: 0 1')]).toEqual([422, true])
    await desk.answer(path, 1, { answer: 'edit', text: '1' })
    expect(await desk.questions(path)).toMatchObject([{ state: 'edited', answer: '1' }])
  })

  test.each([['too long', '1'.repeat(20_001)], ['with a NUL', '1\0']])('a correction %s', async (_, typed) => {
    const path = await desk.brought(desk.ledger(0, ['g2']).content)
    expect((await desk.answer(path, 1, { answer: 'edit', text: typed })).statusCode).toBe(422)
    expect(await desk.log(path)).toEqual([])
  })

  test('a service that refuses to apply leaves everything as it was', async () => {
    const path = await desk.brought('#ledger\nCLOSED\t1')
    const response = await desk.apply(path)
    expect([response.statusCode, response.body.includes('The ledger is closed')]).toEqual([422, true])
    expect(await desk.entries()).not.toHaveProperty('CLOSED')
    expect((await desk.get(path)).body).toContain('Go on to apply')
  })

  test('people without the duty, and people nobody knows', async () => {
    const chiba = await desk.signInAs('千葉', [])
    const path = await desk.brought(desk.ledger(0, ['h1']).content)
    const { body } = await desk.get('/staff/imports', chiba)
    expect(body).toContain('No kind of file is entrusted to you')
    const csrf = fieldIn(body, 'csrf')
    expect((await desk.get(path, chiba)).statusCode).toBe(403)
    expect((await desk.get(`${path}/file`, chiba)).statusCode).toBe(403)
    expect((await desk.post(`${path}/leave`, { csrf }, chiba)).statusCode).toBe(403)
    expect((await desk.get(path, '')).statusCode).toBe(401)
  })

  test('a form without a file, without its kind, and an answer without its question', async () => {
    const path = await desk.brought(desk.ledger(0, ['i1']).content)
    const { body } = await desk.get('/staff/imports')
    const empty = await desk.post('/staff/imports', { csrf: fieldIn(body, 'csrf'), importer: 'ledger' })
    expect([empty.statusCode, empty.body.includes('Please choose a file')]).toEqual([422, true])
    expect((await desk.post('/staff/imports', { csrf: fieldIn(body, 'csrf') })).statusCode).toBe(400)
    expect((await desk.post(path, { csrf: fieldIn(body, 'csrf'), answer: 'accept' })).statusCode).toBe(400)
    expect((await desk.post(path, { csrf: 'none', answer: 'accept' })).statusCode).toBe(403)
  })

  test.each(['/staff/imports/nothing', `/staff/imports/${randomUUID()}`, `/staff/imports/${randomUUID()}/file`])('%s is not found', async (path) => {
    expect((await desk.get(path)).statusCode).toBe(404)
  })
})

describe('hostile and odd content', () => {
  test('markup, placeholders, NUL and half a surrogate pair in a file are shown as text', async () => {
    const odd = ['<img src=x onerror=alert(1)>', '{read}', 'a\0b', '=HYPERLINK("http://x")', '\ud83d']
    const path = await desk.brought(['#ledger', ...odd.map((amount, index) => `<b>row${index}</b>\t${amount}`)].join('\n'))
    for (const [index] of odd.entries()) {
      const { body, statusCode } = await desk.get(`${path}?at=${index + 1}`)
      expect([statusCode, body.includes(`&lt;b&gt;row${index}&lt;/b&gt;`)]).toEqual([200, true])
      expect(body).not.toMatch(/<img src=x|<b>row/)
    }
    expect((await desk.get(`${path}?at=3`)).body).toContain('a␀b')
  })

  test('the file is given back byte for byte, as an attachment, and the audit knows', async () => {
    const { content } = desk.ledger(1, ['<html>'])
    const path = await desk.brought(content)
    const response = await desk.get(`${path}/file`)
    expect(response.headers['content-type']).toBe('application/octet-stream')
    expect(response.headers['content-disposition']).toContain('attachment')
    expect(response.rawPayload).toEqual(Buffer.from(content))
    const notes = await city.open.owner`select act, service from kernel.audit where subject = ${`reading:${path.split('/').at(-1)}`}`
    expect([...notes]).toEqual([{ act: 'download imported file', service: 'imports' }])
  })
})

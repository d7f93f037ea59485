import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { KAMEYAMA } from '../../testing.ts'
import { acceptAll, answerQuestion } from './actions/answer.ts'
import { takeIn } from './actions/take-in.ts'
import { findImporter } from './imports.ts'
import { imports } from './manifest.ts'
import { ANSWER_ACTS, everyQuestion, type AnswerAct, type OwnedImporter, type Reading } from './model.ts'
import { findReading } from './store/readings.ts'
import { trialLedger } from './trial-ledger.ts'

let city: Awaited<ReturnType<typeof openTestCity>>
let owned: OwnedImporter
let files = 0

beforeAll(async () => {
  city = await openTestCity({ parts: [imports, trialLedger()], folder: KAMEYAMA })
  owned = findImporter(city.directory.parts, 'ledger') as OwnedImporter
})
afterAll(() => city.close())

const QUESTIONS = 3

type Step =
  | { readonly kind: 'one'; readonly position: number; readonly act: AnswerAct; readonly text: string; readonly isLate: boolean }
  | { readonly kind: 'all' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({
    kind: fc.constant('one' as const),
    position: fc.integer({ min: 1, max: QUESTIONS }),
    act: fc.constantFrom(...ANSWER_ACTS),
    text: fc.integer({ min: 0, max: 99 }).map(String),
    isLate: fc.boolean(),
  }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'all' as const }) },
)

test('whatever is answered, late or in time, the questions stand as the log tells it', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
    const reading = await broughtReading()
    for (const one of steps) await take(reading, one)
    const questions = await city.owner<{ id: string; state: string; answer: string | null; version: number }[]>`
      select question_id as id, state, answer, version from imports.question where reading_id = ${reading.id} order by position`
    const log = await city.owner<{ id: string; act: AnswerAct; answer: string | null }[]>`
      select question_id as id, act, answer from imports.answer_log where reading_id = ${reading.id} order by entry`
    for (const question of questions) {
      const own = log.filter(({ id }) => id === question.id)
      const last = own.at(-1)
      expect([question.state, question.answer, question.version]).toEqual([stateAfter(last?.act), last?.answer ?? null, own.length])
    }
  }), { numRuns: 25 })
})

async function broughtReading(): Promise<Reading> {
  const lines = Array.from({ length: QUESTIONS }, (_, index) => `p${files}-${index}\tx`)
  const file = { fileName: `${files++}.txt`, bytes: Buffer.from(['#ledger', ...lines].join('\n')) }
  return city.database.act('imports', systemActor, async (tx) => {
    const taken = await takeIn(tx, owned, file, 'any')
    if (taken.kind !== 'read') throw new Error('the ledger was not read')
    return (await findReading(tx, taken.readingId)) as Reading
  })
}

/** A late answer carries a version that is not the question's any more, and changes nothing. */
async function take(reading: Reading, one: Step): Promise<void> {
  await city.database.act('imports', systemActor, async (tx) => {
    if (one.kind === 'all') return void (await acceptAll(tx, reading.id, everyQuestion, 'any'))
    const { position, act, text } = one
    const [now] = await city.owner<{ id: string; version: number }[]>`
      select question_id as id, version from imports.question where reading_id = ${reading.id} and position = ${position}`
    if (now === undefined) throw new Error('there is no such question')
    const sent = { position, act, text, questionId: now.id, seen: one.isLate ? now.version + 1 : now.version }
    const outcome = await answerQuestion(tx, owned, reading, sent)
    expect(outcome.kind).toBe(one.isLate ? 'overtaken' : 'answered')
  })
}

function stateAfter(act: AnswerAct | undefined): string {
  switch (act) {
    case 'accept':
      return 'accepted'
    case 'edit':
      return 'edited'
    case 'skip':
      return 'skipped'
    default:
      return 'open'
  }
}

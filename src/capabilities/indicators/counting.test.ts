import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { sealFacts } from '#kernel/facts/chain.ts'
import { deliverFacts } from '#kernel/facts/delivery.ts'
import { runNextJob } from '#kernel/jobs/queue.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { join } from 'node:path'
import { factsBehind, figure, listFigures } from './indicators.ts'
import { indicators } from './manifest.ts'
import type { Counting } from './model.ts'
import { CHANGE_DAY, CHANNELS, COUNTINGS, FIRST_DAY, served, trialDesk } from './trial-desk.ts'

const KAMEYAMA = join(import.meta.dirname, '../../../cities/kameyama')
const RUNS = 15
/** In the first year the definitions change, in the second one holds; the third has only what came too late or too early. */
const YEARS = [2020, 2021, 2019] as const
let open: Awaited<ReturnType<typeof openTestCity>>

beforeAll(async () => {
  open = await openTestCity({ parts: [indicators, trialDesk()], folder: KAMEYAMA, isDemo: false })
})
afterAll(() => open.close())

interface Told {
  readonly id: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly subject: string
  readonly body: { readonly channel: string; readonly minutes: number | null; readonly corrects?: string; readonly withdrawn?: boolean }
}

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** Facts of a year and a half in any order, some of which correct or take out another: an earlier, a later or a missing one. */
const toldFacts: fc.Arbitrary<Told[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: -60, max: 500 }),
      recorded: fc.integer({ min: 0, max: 5 }),
      person: fc.integer({ min: 0, max: 5 }),
      channel: fc.constantFrom(...CHANNELS),
      minutes: fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0.1, 0.2, 2.5))),
      corrects: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 2 }),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => drawn.map(({ day, recorded, person, channel, minutes, corrects, withdrawn }, index) => ({
    id: idOf(index),
    // The last minute of a day in Japan: in London the month is another.
    occurredAt: Temporal.PlainDate.from(FIRST_DAY).add({ days: day }).toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '00:00' }).subtract({ minutes: 1 }).toInstant().toString(),
    recordedAt: `2022-01-01T00:00:0${recorded}Z`,
    subject: `person:${person}`,
    body: { channel, minutes, ...(corrects === null || corrects === index ? {} : { corrects: idOf(corrects), ...(withdrawn ? { withdrawn } : {}) }) },
  })))

describe('counting gives what a recount gives', () => {
  test('in any order, late, in batches of any size, corrected, and when an indicator is declared later', async () => {
    await fc.assert(
      fc.asyncProperty(toldFacts, fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 60 }), async (told, sizes, declaredAfter) => {
        await startAgain()
        const before: readonly Manifest[] = [indicators, trialDesk([])]
        const after: readonly Manifest[] = [indicators, trialDesk()]
        let handed = 0
        for (let step = 0; handed < told.length; step++) {
          const batch = told.slice(handed, handed + (sizes[step % sizes.length] as number))
          await enter(batch)
          handed += batch.length
          await countBy(handed > declaredAfter ? after : before, step % 2 === 0)
        }
        await countBy(after, true)
        for (const year of YEARS) await expectRecount(told, year)
      }),
      { numRuns: RUNS },
    )
  }, 120_000)
})

async function startAgain(): Promise<void> {
  await open.owner.unsafe(`truncate indicators.tally, indicators.sums, indicators.definition, indicators.span, indicators.correction, indicators.frozen, indicators.indicator, indicators.fact_kind;
    update indicators.counted set position = 0; truncate kernel.fact, kernel.outbox, kernel.delivery, kernel.job; update kernel.chain_head set position = 0, hash = ''`)
}

async function enter(told: readonly Told[]): Promise<void> {
  for (const { id, occurredAt, recordedAt, subject, body } of told) {
    await open.owner`insert into kernel.outbox (id, service, name, version, subject, actor, occurred_at, recorded_at, body)
      values (${id}, 'desk', ${served.name}, 1, ${subject}, 'system', ${occurredAt}, ${recordedAt}, ${body as never})`
  }
  await sealFacts(open.database)
}

/** Hands the new facts over; the backfill runs at once, or is left for later, as it happens with a busy queue. */
async function countBy(parts: readonly Manifest[], runsJobs: boolean): Promise<void> {
  const { failed } = await deliverFacts(open.database, parts, open.city)
  expect(failed).toEqual([])
  if (!runsJobs) return
  while ((await runNextJob(open.database, parts, open.city)) !== undefined);
}

async function expectRecount(told: readonly Told[], fiscalYear: number): Promise<void> {
  const period = { fiscalYear }
  const standing = told.filter((fact) => stands(fact, told))
  await open.database.read('desk', systemActor, async (tx) => {
    for (const [name, count] of Object.entries(COUNTINGS)) {
      const shown = await figure(tx, `desk.${name}`, period)
      const counted = standing.filter((fact) => isCounted(fact, count, fiscalYear))
      expect({ name, value: shown?.value, facts: shown?.facts, isComplete: shown?.isComplete }).toEqual({ name, value: expected(counted, count, fiscalYear), facts: counted.length, isComplete: true })
      for (const { month, value } of (shown?.months ?? []).filter(({ version }) => version !== null)) expect({ name, month, value }).toEqual({ name, month, value: recount(counted.filter((fact) => monthIn(fact) === month), count) })
      for (const { category, value } of shown?.categories ?? []) expect({ name, category, value }).toEqual({ name, category, value: recount(counted.filter((fact) => fact.body.channel === category), count) })
      const behind = await factsBehind(tx, `desk.${name}`, period, { parts: [trialDesk()] })
      expect(behind.facts.map(({ id }) => id).toSorted()).toEqual(counted.map(({ id }) => id).toSorted())
    }
    const listed = await listFigures(tx, period)
    expect(listed.map(({ indicator, value }) => [indicator.key, value])).toEqual(Object.entries(COUNTINGS).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => [`desk.${name}`, expected(standing.filter((fact) => isCounted(fact, count, fiscalYear)), count, fiscalYear)]))
  })
}

/** As the book says: nobody corrects it, it is no withdrawal, and of several corrections of the same it is the last. */
function stands(fact: Told, all: readonly Told[]): boolean {
  if (fact.body.withdrawn === true || all.some((other) => other.body.corrects === fact.id)) return false
  const rivals = all.filter((other) => other.body.corrects !== undefined && other.body.corrects === fact.body.corrects)
  return rivals.every((other) => other === fact || `${other.recordedAt} ${other.id}` < `${fact.recordedAt} ${fact.id}`)
}

function isCounted(fact: Told, count: Counting, fiscalYear: number): boolean {
  const month = monthIn(fact)
  if (month < FIRST_DAY.slice(0, 7) || month < `${fiscalYear}-04` || month > `${fiscalYear + 1}-03`) return false
  if (month >= CHANGE_DAY.slice(0, 7) && fact.body.channel === 'post') return false
  return count.kind === 'count' || count.kind === 'distinct' || count.kind === 'share' || fact.body.minutes !== null
}

function monthIn({ occurredAt }: Told): string {
  return Temporal.Instant.from(occurredAt).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString().slice(0, 7)
}

/** Before the first definition there is nothing to tell, not even that nothing happened. */
function expected(facts: readonly Told[], count: Counting, fiscalYear: number): number | null {
  return fiscalYear < 2020 ? null : recount(facts, count)
}

function recount(facts: readonly Told[], count: Counting): number | null {
  const minutes = facts.map((fact) => fact.body.minutes ?? 0).toSorted((a, b) => a - b)
  switch (count.kind) {
    case 'count': return facts.length
    case 'sum': return minutes.reduce((sum, each) => sum + Math.round(each * 10), 0) / 10
    case 'distinct': return new Set(facts.map((fact) => fact.subject)).size
    case 'share': return facts.length === 0 ? null : (facts.filter((fact) => fact.body.minutes !== null && fact.body.minutes < 5).length / facts.length) * 100
    case 'median': return facts.length === 0 ? null : ((minutes[Math.ceil(facts.length / 2) - 1] as number) + (minutes[Math.floor(facts.length / 2)] as number)) / 2
    case 'percentile': return minutes[Math.ceil((facts.length * 9) / 10) - 1] ?? null
    default: return assertNever(count)
  }
}

import { inventCrowd } from '#capabilities/notices/crowd.ts'
import { systemActor } from '#kernel/access/actor.ts'
import type { Measured, Rehearsal, Seen, Stage } from '#kernel/service/rehearsal.ts'
import { makePushKey } from '../actions/take-push.ts'
import { pushAll, burstOf, type Arrival } from './burst.ts'
import { IntakeWatch } from './intake-watch.ts'
import { Officer } from './officer.ts'

/** A city of 49,000: who subscribes, by channel, and the staff who may be called. */
const CROWD = { mail: 13_741, push: 4_000, line: 4_000, staff: 600 } as const
const TELEGRAMS = 200
/** A city that has just opened counts and indexes; that is over after so long. */
const SETTLING_MS = 10_000
/** The crowd looks at the portal for so long before the night begins. */
const REST_MS = 10_000
const TOPIC = 'disaster-information.evacuation'
/** Longer than this nobody waits for a broadcast. */
const MOST_SECONDS = 180

/** From the telegram to everybody, while five hundred people look at the portal. */
export const storm: Rehearsal = {
  name: 'storm',
  says: '200 telegrams, an evacuation order, 13,741 mails, 4,000 push messages, 4,000 on LINE, 500 visitors at once',
  run: async (stage) => {
    await fill(stage)
    await watched(stage, () => pause(SETTLING_MS * stage.share))
    stage.told('the portal at rest …')
    const atRest = await watched(stage, () => pause(REST_MS * stage.share))
    stage.told(`${shareOf(stage, TELEGRAMS)} telegrams, an order, and everybody is told …`)
    let night: Night | undefined
    const during = await watched(stage, async () => {
      night = await playNight(stage)
    })
    if (night === undefined) throw new Error('there was no night')
    return [...figuresOf(night), ...portalFigures(atRest, during)]
  },
}

async function fill(stage: Stage): Promise<void> {
  const { owner, told } = stage
  const count = (who: keyof typeof CROWD) => shareOf(stage, CROWD[who])
  told(`inventing ${count('mail') + count('push') + count('line') + count('staff')} people …`)
  for (const channel of ['mail', 'push', 'line'] as const) await inventCrowd(owner, { channel, count: count(channel), topic: TOPIC })
  await inventCrowd(owner, { channel: 'mail', count: count('staff'), topic: TOPIC, name: 'staff', list: 'disaster-information.rehearsal-staff' })
}

async function watched(stage: Stage, work: () => Promise<void>): Promise<Seen> {
  const crowd = stage.crowd('/')
  try {
    await work()
  } catch (thrown) {
    await crowd.goHome().catch(() => {})
    throw thrown
  }
  return crowd.goHome()
}

interface Broadcast {
  readonly channel: string
  readonly planned: number
  readonly handed: number
  readonly refused: number
  /** From the officers' confirmation to the first message, and to the last. */
  readonly firstMs: number
  readonly lastMs: number
}

/** What was handed over as one piece: to L-Alert, the carriers of area mail, the cable television. */
interface HandOver {
  readonly channel: string
  readonly state: string
  readonly firstMs: number | null
}

interface Night {
  readonly arrivals: readonly Arrival[]
  /** Telegrams that the city has afterwards. */
  readonly taken: number
  readonly broadcasts: readonly Broadcast[]
  readonly handOvers: readonly HandOver[]
  readonly twice: number
}

async function playNight(stage: Stage): Promise<Night> {
  const key = await stage.open.database.act('disaster-information', systemActor, (tx) => makePushKey({ tx, seal: stage.seal }))
  const [asking, confirming] = [new Officer(stage.origin, await stage.signIn('kitamura.shun')), new Officer(stage.origin, await stage.signIn('nagase.tomoko'))]
  const landing = { origin: stage.origin, key: Buffer.from(key, 'base64url'), officer: asking, intake: new IntakeWatch(stage.owner) }
  const arrivals = await pushAll(landing, burstOf(shareOf(stage, TELEGRAMS), Temporal.Now.instant()))
  const taken = await telegramsTaken(stage)
  const confirmPath = await asking.askForFirstSuggestion()
  await confirming.confirm(confirmPath)
  const broadcasts = await untilEnded(stage)
  const handOvers = await handOversOf(stage)
  const outside = await stage.outside()
  return { arrivals, taken, broadcasts, handOvers, twice: Object.values(outside).reduce((sum, channel) => sum + channel.twice, 0) }
}

async function telegramsTaken({ owner }: Stage): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from disaster_information.telegram where realm = 'live' and way = 'push' and effect in ('changed', 'confirmed')`
  return row?.count ?? 0
}

async function untilEnded({ owner }: Stage): Promise<Broadcast[]> {
  for (let waited = 0; waited < MOST_SECONDS * 5; waited++) {
    const rows = await owner<(Broadcast & { isOver: boolean })[]>`
      select b.channel, b.planned, coalesce(sum(t.handed), 0)::int as handed, coalesce(sum(t.refused), 0)::int as refused, b.state = 'ended' as "isOver",
        (extract(epoch from b.first_handed_at - b.begun_at) * 1000)::float8 as "firstMs", (extract(epoch from b.ended_at - b.begun_at) * 1000)::float8 as "lastMs"
      from notices.broadcast b join notices.notice n on n.id = b.notice_id left join notices.tally t using (notice_id, channel)
      where n.topic = ${TOPIC} and not n.is_drill and n.issued_at > now() - interval '10 minutes' group by b.notice_id, b.channel, n.issued_at order by b.channel`
    if (rows.length > 0 && rows.every(({ isOver }) => isOver)) return [...rows]
    await pause(200)
  }
  throw new Error(`the broadcast did not end within ${MOST_SECONDS} s`)
}

async function handOversOf({ owner }: Stage): Promise<HandOver[]> {
  const rows = await owner<HandOver[]>`
    select h.channel, min(h.state) as state, min(extract(epoch from h.ended_at - h.begun_at) * 1000)::float8 as "firstMs"
    from notices.hand_over h join notices.notice n on n.id = h.notice_id
    where n.topic = ${TOPIC} and not n.is_drill and h.state <> 'withheld' and h.channel <> 'activitypub' and n.issued_at > now() - interval '10 minutes'
    group by h.channel order by h.channel`
  return [...rows]
}

function figuresOf({ arrivals, taken, broadcasts, handOvers, twice }: Night): Measured[] {
  const p99 = percentile(arrivals.map(({ ms }) => ms), 0.99)
  const lost = arrivals.length - taken
  return [
    figure(`telegram to level, board and draft, p99 of ${arrivals.length}`, p99, 1_000),
    { what: 'telegrams that were not taken', figure: String(lost), reach: '0', isReached: lost === 0 },
    ...broadcasts.flatMap(({ channel, planned, handed, refused, firstMs, lastMs }) => [
      figure(`${channel}: confirmation to the first message`, firstMs, 1_000),
      ...(channel === 'mail' ? [figure('mail: confirmation to the last message', lastMs, 10_000)] : []),
      { what: `${channel}: handed over, of ${planned}`, figure: String(handed), reach: `all but ${refused} refused`, isReached: handed + refused === planned && planned > 0 },
    ]),
    ...handOvers.map(({ channel, state, firstMs }) =>
      firstMs === null ? { what: `${channel}: handed over`, figure: state, reach: 'taken', isReached: false } : figure(`${channel}: confirmation to the hand-over`, firstMs, 1_000)),
    { what: 'messages that came twice', figure: String(twice), reach: '0', isReached: twice === 0 },
  ]
}

function portalFigures(atRest: Seen, during: Seen): Measured[] {
  const ratio = during.p99Ms / atRest.p99Ms
  return [
    { what: `portal at rest, 500 visitors, p99 of ${atRest.answers}`, figure: `${atRest.p99Ms.toFixed(1)} ms`, reach: '–', isReached: true },
    figure(`portal in the night, p99 of ${during.answers}`, during.p99Ms, 150),
    { what: 'portal in the night against rest', figure: `${ratio.toFixed(2)} ×`, reach: '≤ 3 ×', isReached: ratio <= 3 },
    { what: 'errors that visitors saw', figure: String(atRest.errors + during.errors), reach: '0', isReached: atRest.errors + during.errors === 0 },
  ]
}

function figure(what: string, ms: number, mostMs: number): Measured {
  return { what, figure: `${ms.toFixed(0)} ms`, reach: `≤ ${mostMs} ms`, isReached: ms <= mostMs }
}

function shareOf({ share }: Stage, whole: number): number {
  return Math.max(1, Math.round(whole * share))
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

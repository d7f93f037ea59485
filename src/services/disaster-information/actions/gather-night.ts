import { handOversOf } from '#capabilities/notices/hand-overs.ts'
import { progressOf } from '#capabilities/notices/notices.ts'
import { listPeople } from '#kernel/access/people.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Realm } from '../model.ts'
import type { EvacuationOrder } from '../rules/orders.ts'
import { inOrderOfTime, stretchesOf, type OrderTimes, type TimeLineStep } from '../rules/time-line.ts'
import { listAsks } from '../store/duty.ts'
import { listOrders } from '../store/orders.ts'
import { listShelterSteps } from '../store/shelters.ts'
import { findSuggestion, listSuggestions } from '../store/suggestions.ts'
import { listReceived, listRecordedChanges, type Period } from '../store/time-line.ts'

/** Most rows of one kind; a night has some hundreds. */
const MOST_ROWS = 5_000

/** Everything that happened in a period, real or in a drill, in order. Who looks at it is written down: it names people. */
export async function gatherNight(tx: Tx, realm: Realm, period: Period): Promise<TimeLineStep[]> {
  await tx.note({ act: 'read the time line', subject: `disaster-night:${realm}`, basis: 'record of the disaster response (災害対策基本法): who decided what and when' })
  const orders = await listOrders(tx, realm, period.from, period.to)
  const steps = [
    ...(await weatherSteps(tx, realm, period)), ...(await suggestionSteps(tx, realm, period)), ...orders.flatMap(orderSteps),
    ...(await askSteps(tx, orders)), ...(await channelSteps(tx, orders)), ...(await shelterSteps(tx, realm, period)),
  ]
  return inOrderOfTime(steps.filter(({ at }) => Temporal.Instant.compare(period.from, at) <= 0 && Temporal.Instant.compare(at, period.to) < 0))
}

async function weatherSteps(tx: Tx, realm: Realm, period: Period): Promise<TimeLineStep[]> {
  const telegrams = await listReceived(tx, realm, period, MOST_ROWS)
  const changes = await listRecordedChanges(tx, realm, period, MOST_ROWS)
  return [
    ...telegrams.map(({ receivedAt: at, type, title, infoType, reportAt }) => ({ kind: 'telegram' as const, at, who: '', type, title, infoType, reportAt })),
    ...changes.map(({ recordedAt: at, hazard, areaName: area, from, to, kindName }) => ({ kind: 'level' as const, at, who: '', hazard, area, from, to, kindName })),
  ]
}

async function suggestionSteps(tx: Tx, realm: Realm, { from, to }: Period): Promise<TimeLineStep[]> {
  const suggestions = await listSuggestions(tx, realm, from, to)
  return suggestions.flatMap(({ madeAt, hazard, areaName: area, act, level, kindName, callOut, settledAt, settledBy, settledWhy }): TimeLineStep[] => [
    { kind: 'suggestion', at: madeAt, who: '', hazard, area, act, level, kindName, callOut },
    ...(settledAt !== null && settledWhy === 'dismissed' ? [{ kind: 'dismissal' as const, at: settledAt, who: settledBy ?? '', hazard, area }] : []),
  ])
}

function orderSteps({ kind: order, hazard, level, towns, reason, askedAt, askedByName, state, settledAt, settledByName, settledWhy }: EvacuationOrder): TimeLineStep[] {
  const asked: TimeLineStep = { kind: 'ask', at: askedAt, who: askedByName, order, hazard, level, towns, reason }
  if (state === 'asked' || settledAt === null) return [asked]
  return [asked, { kind: 'settled', at: settledAt, who: settledByName ?? '', order, hazard, level, state, towns, why: settledWhy ?? '' }]
}

async function askSteps(tx: Tx, orders: readonly EvacuationOrder[]): Promise<TimeLineStep[]> {
  const asks = await listAsks(tx, orders.map(({ id }) => id))
  return asks.map(({ askedAt: at, name: who, step }) => ({ kind: 'asked', at, who, step }))
}

/** A channel stands at the moment it came to its end; one that is still under way, at its last counted moment: its beginning. */
async function channelSteps(tx: Tx, orders: readonly EvacuationOrder[]): Promise<TimeLineStep[]> {
  const steps: TimeLineStep[] = []
  for (const { noticeId } of orders) {
    if (noticeId === null) continue
    for (const { channel, planned, handed, refused, within10s, endedAt, begunAt } of await progressOf(tx, noticeId)) {
      steps.push({ kind: 'channel', at: endedAt ?? begunAt, who: '', channel, planned, handed, refused, within10s, isEnded: endedAt !== null })
    }
    for (const { channel, state, attempts, said, endedAt, begunAt } of await handOversOf(tx, noticeId)) {
      steps.push({ kind: 'hand-over', at: endedAt ?? begunAt, who: '', channel, state, attempts, said })
    }
  }
  return steps
}

async function shelterSteps(tx: Tx, realm: Realm, { from }: Period): Promise<TimeLineStep[]> {
  const steps = await listShelterSteps(tx, realm, from, MOST_ROWS)
  const ids = [...new Set(steps.flatMap(({ takenBy }) => takenBy ?? []))]
  const people = new Map((await listPeople(tx, { ids, limit: ids.length })).map(({ id, name }) => [id, name]))
  return steps.map(({ at, takenBy, act, name, occupants }) => ({ kind: 'shelter', at, who: people.get(takenBy ?? '') ?? '', act, name, occupants }))
}

/** How long each stretch took, order by order: the result of a drill. */
export async function gatherTimes(tx: Tx, realm: Realm, period: Period): Promise<OrderTimes[]> {
  const received = new Map((await listReceived(tx, realm, period, MOST_ROWS)).map(({ id, receivedAt }) => [id, receivedAt]))
  const times: OrderTimes[] = []
  for (const { hazard, level, kind, suggestionId, askedAt, settledAt, noticeId } of await listOrders(tx, realm, period.from, period.to)) {
    const suggestion = suggestionId === null ? undefined : await findSuggestion(tx, suggestionId)
    const lines = noticeId === null ? [] : await progressOf(tx, noticeId)
    const handedAt = lines.flatMap(({ firstHandedAt }) => firstHandedAt ?? []).toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
    const receivedAt = suggestion === undefined ? undefined : received.get(suggestion.telegramId)
    times.push({ hazard, level, kind, ...stretchesOf({ receivedAt, suggestedAt: suggestion?.madeAt, askedAt, settledAt, handedAt }) })
  }
  return times
}

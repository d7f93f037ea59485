import { setTimeout as wait } from 'node:timers/promises'
import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Realm } from '../model.ts'
import { composeNight, type NightName } from '../rules/nights/nights.ts'
import { receiveTelegram, type Received } from './receive-telegram.ts'

export interface Replay {
  readonly night: NightName
  /** `live` only where a whole city is rehearsed: the telegrams then are no drill's. */
  readonly realm: Realm
  /** How many times faster than it was; Infinity: one after the other without waiting. */
  readonly speed: number
  readonly signal?: AbortSignal
  /** After each telegram, when it is committed. */
  readonly onReceived?: (received: Received) => void
}

/** Seconds by which a night without waiting begins in the past, so that it ends now; more than a night has telegrams. */
const HEAD_START_SECONDS = 120

/**
 * Plays a night into a realm, each telegram in a transaction of its own and at its time. Ends early, with what was received, when the
 * signal says so.
 */
export async function replayNight(database: CityDatabase, { night, realm, speed, signal, onReceived }: Replay): Promise<Received[]> {
  const begin = database.clock.now()
  const isAtOnce = !Number.isFinite(speed)
  const startAt = isAtOnce ? begin.subtract({ seconds: HEAD_START_SECONDS }) : begin
  const received: Received[] = []
  for (const { reportAt, source, fileName } of composeNight(night, { startAt, speed, status: realm === 'live' ? '通常' : '訓練' })) {
    if (!isAtOnce && !(await hasComeTo(reportAt, database, signal))) return received
    if (signal?.aborted === true) return received
    const one = await database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source, way: 'replay', realm, fileName }))
    received.push(one)
    onReceived?.(one)
  }
  return received
}

async function hasComeTo(at: Temporal.Instant, { clock }: CityDatabase, signal: AbortSignal | undefined): Promise<boolean> {
  const milliseconds = at.epochMilliseconds - clock.now().epochMilliseconds
  if (milliseconds <= 0) return true
  return wait(milliseconds, true, signal === undefined ? {} : { signal }).catch(() => false)
}

import { job } from '#kernel/jobs/job.ts'
import type { Listener } from '#kernel/service/manifest.ts'
import { z } from 'zod'
import { takeInReadings } from '../actions/take-in.ts'
import { facts } from '../facts.ts'
import type { Level, Realm } from '../model.ts'
import { withNeighbours } from '../rules/mesh.ts'
import { STORM_STEPS, stormAt } from '../rules/storm.ts'
import { forgetUnconfirmed } from '../store/homes.ts'
import { keepCityLevel } from '../store/meshes.ts'
import { forgetReporters } from '../store/signs.ts'
import { meshesOfCity } from '../seed/pack.ts'
import { tellPlaces } from './tell-places.ts'

/** Whoever has not confirmed by then never wanted to. */
const UNCONFIRMED_HOURS = 48
/** The fingerprint of a network is only for the limit on reports. */
const REPORTER_DAYS = 7

export const forget = job('landslide-warnings.forget', {
  timetable: { dailyAt: '03:40' },
  run: async (tx) => {
    await forgetUnconfirmed(tx, tx.now.subtract({ hours: UNCONFIRMED_HOURS }))
    await forgetReporters(tx, tx.now.subtract({ hours: REPORTER_DAYS * 24 }))
  },
})

const levelChange = z.object({ realm: z.string(), hazard: z.string(), areaCode: z.string(), to: z.int().nullable(), kindName: z.string(), at: z.string() })

interface LevelChange extends z.infer<typeof levelChange> {
  /** Place of the fact in the chain; two processes may do two of these jobs in another order. Left out by older jobs. */
  readonly position?: number
}

/** Takes over the city's level; whether it is this city's is known only here. */
export const takeCityLevel = job<LevelChange>('landslide-warnings.take-city-level', {
  run: async (tx, { realm, areaCode, to, kindName, at, position = 0 }, city) => {
    // JMA's code of a municipality: its five digits and 00.
    if (areaCode !== `${city.code.slice(0, 5)}00`) return
    const isNews = await keepCityLevel(tx, realm as Realm, { level: to as Level | null, kindName, at: Temporal.Instant.from(at) }, position)
    if (!isNews) return
    tx.publish(facts.cityLevelChanged, areaCode, { realm, level: to })
    tx.enqueue(tellPlaces, { realm: realm as Realm }, { onceKey: `tell ${realm}` })
  },
})

/** Disaster information says that a level is another. */
export const onLevelChanged: Listener = {
  factName: 'disaster-information.level-changed',
  handle: async (tx, fact) => {
    const change = levelChange.parse(fact.body)
    if (change.hazard === 'landslide') tx.enqueue(takeCityLevel, { ...change, position: fact.position })
  },
}

export interface StormStep {
  readonly realm: Realm
  readonly step: number
  readonly startedAt: string
  /** Seconds between two steps of the feed. */
  readonly seconds: number
  readonly highest: number
}

/** One step of a rehearsed night; it asks for the next one. */
export const replayStorm = job<StormStep>('landslide-warnings.replay-storm', {
  run: async (tx, { realm, step, startedAt, seconds, highest }, city) => {
    const readings = stormAt(withNeighbours(meshesOfCity(city)), step, Temporal.Instant.from(startedAt))
    await takeInReadings(tx, realm, readings)
    const reached = Math.max(highest, ...readings.map(({ level }) => level ?? 0))
    if (step + 1 === STORM_STEPS) tx.publish(facts.drillHeld, realm, { sheets: STORM_STEPS, highest: reached })
    else tx.enqueue(replayStorm, { realm, step: step + 1, startedAt, seconds, highest: reached }, { runAt: tx.now.add({ seconds }) })
  },
})

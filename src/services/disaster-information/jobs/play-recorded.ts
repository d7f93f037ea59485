import { job } from '#kernel/jobs/job.ts'
import { receiveTelegram } from '../actions/receive-telegram.ts'
import { replayed } from '../rules/nights/replayed.ts'
import { drillRealm, findDrill } from '../store/drills.ts'
import { findRecorded } from '../store/recorded-nights.ts'

export interface PlayedRecorded {
  readonly drill: string
  /** The telegram of the real night. */
  readonly telegram: string
  /** Beginnings of the recorded period and of the drill, as ISO instants. */
  readonly from: string
  readonly startAt: string
  readonly speed: number
}

/** One telegram of a recorded night at its time in a drill; once the drill has ended, none comes any more. */
export const playRecorded = job<PlayedRecorded>('disaster-information.play-recorded', {
  run: async (tx, { drill: id, telegram, from, startAt, speed }) => {
    const [drill, recorded] = [await findDrill(tx, id), await findRecorded(tx, telegram)]
    if (drill === undefined || drill.endedAt !== null || recorded === undefined) return
    const played = replayed(recorded, { from: Temporal.Instant.from(from), startAt: Temporal.Instant.from(startAt), speed })
    if (played === undefined) return
    await receiveTelegram(tx, { source: played.source, way: 'replay', realm: drillRealm(id), fileName: played.fileName })
  },
})

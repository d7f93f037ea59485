import { job } from '#kernel/jobs/job.ts'
import { receiveTelegram } from '../actions/receive-telegram.ts'
import { composeNight, type NightName } from '../rules/nights/nights.ts'
import { drillRealm, findDrill } from '../store/drills.ts'

export interface PlayedTelegram {
  readonly drill: string
  readonly night: NightName
  /** When the night began, as an ISO instant. */
  readonly startAt: string
  readonly speed: number
  /** Which telegram of the night. */
  readonly position: number
}

/**
 * One telegram of a drill at its time. A night is composed the same way each time it is asked for, so a drill goes on where
 * it was after a restart; what is left of it when the drill ends does not come any more.
 */
export const playTelegram = job<PlayedTelegram>('disaster-information.play-telegram', {
  run: async (tx, { drill: id, night, startAt, speed, position }) => {
    const drill = await findDrill(tx, id)
    const telegram = composeNight(night, { startAt: Temporal.Instant.from(startAt), speed, status: '訓練' })[position]
    if (drill === undefined || drill.endedAt !== null || telegram === undefined) return
    await receiveTelegram(tx, { source: telegram.source, way: 'replay', realm: drillRealm(id), fileName: telegram.fileName })
  },
})

import { job } from '#kernel/jobs/job.ts'
import { forgetOldPreparations } from '../store/prepared.ts'

/** What people prepared at home and never came for is forgotten. */
export const forgetPrepared = job<null>('resident-records.forget-prepared', { timetable: { dailyAt: '02:40' }, run: async (tx) => { await forgetOldPreparations(tx) } })

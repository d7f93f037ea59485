import { job, type JobType } from '#kernel/jobs/job.ts'
import { searchablesOf } from '../search.ts'
import { beginComparison } from './compare-kind.ts'

/** Every night all kinds are compared, even those that nothing happened to: a service may say otherwise since an update. */
export const compareAll: JobType<null> = job('search.compare-all', {
  timetable: { dailyAt: '03:50' },
  async run(tx, _, __, parts) {
    for (const { searchable } of searchablesOf(parts)) await beginComparison(tx, searchable.kind)
  },
})

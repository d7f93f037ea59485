import { job } from '#kernel/jobs/job.ts'
import { foldKeys } from '../actions/fold-levels.ts'
import { onLevelsChanged } from '../actions/suggest.ts'
import { weighHeldBack } from '../actions/weigh-telegrams.ts'
import { SIGNATURE_GOOD_SECONDS } from '../rules/telegrams/signature.ts'
import { forgetEntries } from '../store/feeds.ts'
import { listLevels } from '../store/levels.ts'
import { forgetSignatures } from '../store/pushes.ts'
import { lockRealm } from '../store/statements.ts'
import { INTAKE } from './intake-limits.ts'

/** What time alone changes: happenings that are over, states of which nothing was heard for long. Each step is written down. */
export const watchLevels = job<null>('disaster-information.watch-levels', {
  timetable: { everyMinutes: 5 },
  async run(tx) {
    await lockRealm(tx, 'live')
    await weighHeldBack(tx)
    const standing = (await listLevels(tx, 'live')).filter(({ level }) => level !== 0)
    await onLevelsChanged(tx, await foldKeys(tx, 'live', standing, { telegramId: null, infoType: null }))
    await forgetSignatures(tx, tx.now.subtract({ seconds: 2 * SIGNATURE_GOOD_SECONDS }))
    await forgetEntries(tx, tx.now.subtract({ hours: 24 * INTAKE.entriesKeptDays }))
  },
})

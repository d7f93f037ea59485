import { job } from '#kernel/jobs/job.ts'
import { renewCertificates } from './authority/city-authority.ts'

/** Every night: a certificate that ends soon gets its successor while there is time to tell whoever must know. */
export const renew = job<null>('signing.renew', {
  timetable: { dailyAt: '02:40' },
  async run(tx, _input, city) {
    await renewCertificates(tx, city)
  },
})

import { ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { serviceWords as words } from './text/service-words.ts'
import { topics } from './rules/topics.ts'

/** Alerts for everybody, lists of schools, and the call-out of staff. */
export const alertMail: Manifest = {
  name: 'alert-mail',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes: [],
  duties: [
    { name: 'alert-mail-editor', title: words.alertDuty },
    { name: 'school-office', title: words.schoolDuty },
  ],
  topics,
  facts,
  fulfils: ['1-3-3'],
  assertWidened: (parts) => {
    for (const needed of ['notices', 'mail', 'phrasebook']) {
      if (!parts.some(({ name }) => name === needed)) throw new ManifestFault(`alert-mail needs the capability ${needed}`)
    }
  },
}

import { mail } from '../../src/capabilities/mail/manifest.ts'
import { notices } from '../../src/capabilities/notices/manifest.ts'
import { trialService } from '../../src/capabilities/notices/testing/invented-notice.ts'
import type { Manifest } from '../../src/kernel/service/manifest.ts'

/** What a broadcast needs of a city, and a service that issues. */
export const stormParts: readonly Manifest[] = [mail, notices, trialService]

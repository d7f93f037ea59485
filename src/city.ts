import type { Manifest } from '#kernel/service/manifest.ts'
import { applications } from './capabilities/applications/manifest.ts'
import { attachments } from './capabilities/attachments/manifest.ts'
import { imports } from './capabilities/imports/manifest.ts'
import { mail } from './capabilities/mail/manifest.ts'
import { notices } from './capabilities/notices/manifest.ts'
import { numberVault } from './capabilities/number-vault/manifest.ts'
import { payments } from './capabilities/payments/manifest.ts'
import { phrasebook } from './capabilities/phrasebook/manifest.ts'
import { indicators } from './capabilities/indicators/manifest.ts'
import { openData } from './capabilities/open-data/manifest.ts'
import { pageViews } from './capabilities/page-views/manifest.ts'
import { residentIdentity } from './capabilities/resident-identity/manifest.ts'
import { residents } from './capabilities/residents/manifest.ts'
import { search } from './capabilities/search/manifest.ts'
import { signing } from './capabilities/signing/manifest.ts'
import { staffIdentity } from './capabilities/staff-identity/manifest.ts'
import { alertMail } from './services/alert-mail/manifest.ts'
import { childcareProcedures } from './services/childcare-procedures/manifest.ts'
import { disasterInformation } from './services/disaster-information/manifest.ts'
import { garbageGuide } from './services/garbage-guide/manifest.ts'
import { landslideWarnings } from './services/landslide-warnings/manifest.ts'
import { multilingualNews } from './services/multilingual-news/manifest.ts'
import { plan } from './services/plan/manifest.ts'
import { portal } from './services/portal/manifest.ts'
import { residentRecords } from './services/resident-records/manifest.ts'
import { certificates } from './services/certificates/manifest.ts'

/**
 * The parts this program is made of, and the only file that imports them: a line taken out takes the part out.
 * Capabilities come first, so that services find their tables and duties there.
 */
export const parts: readonly Manifest[] = [staffIdentity, residents, numberVault, imports, mail, residentIdentity, attachments, notices, payments, phrasebook, openData, search, signing, indicators, pageViews, applications, portal, residentRecords, certificates, childcareProcedures, disasterInformation, alertMail, garbageGuide, landslideWarnings, multilingualNews, plan]

import type { Manifest } from '#kernel/service/manifest.ts'
import { imports } from './capabilities/imports/manifest.ts'
import { openData } from './capabilities/open-data/manifest.ts'
import { staffIdentity } from './capabilities/staff-identity/manifest.ts'
import { plan } from './services/plan/manifest.ts'
import { portal } from './services/portal/manifest.ts'

/**
 * The parts this program is made of, and the only file that imports them: a line taken out takes the part out.
 * Capabilities come first, so that services find their tables and duties there.
 */
export const parts: readonly Manifest[] = [staffIdentity, imports, openData, portal, plan]

import { configuredPortal, PortalIntake } from './portal/portal-intake.ts'
import type { StandingWork } from '#kernel/jobs/standing-work.ts'

/** Takes in what the national portal holds, and tells it how things stand: every five minutes, each application in a transaction of its own. */
export const portalIntake: StandingWork = {
  name: 'portal-intake',
  begin: (open, { log }) => new PortalIntake(open, configuredPortal(), log),
}

import { residentActor, systemActor, type Actor, type Resident } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { issuePaper } from '../actions/issue.ts'
import { CERTIFICATE_LIMITS, type CertificateRequest } from '../model.ts'
import { findRequest, listDue } from '../store/requests.ts'

const ROUND_MS = 500

/**
 * Makes the papers that were asked for online, as soon as they are paid, several at once and in every process that has
 * workers. What a process claimed and did not finish another takes over when the claim has run out.
 */
export const issuing: StandingWork = { name: 'issuing', begin: (open, surroundings) => new Issuing(open, surroundings) }

class Issuing implements StandingRun {
  private readonly open: OpenCity
  private readonly surroundings: StandingSurroundings
  private timer: NodeJS.Timeout | undefined
  private round: Promise<unknown> = Promise.resolve()
  private hasEnded = false

  constructor(open: OpenCity, surroundings: StandingSurroundings) {
    this.open = open
    this.surroundings = surroundings
  }

  async start(): Promise<void> {
    if (this.hasEnded) return
    this.timer = setTimeout(() => {
      this.round = this.settle()
        .catch((thrown: unknown) => this.surroundings.log.warn('issuing-interrupted', { city: this.open.city.key, why: String(thrown).slice(0, 200) }))
        .then(() => this.start())
    }, ROUND_MS)
    this.timer.unref()
  }

  async settle(): Promise<number> {
    let made = 0
    for (;;) {
      const due = await this.open.database.read('certificates', systemActor, (tx) => listDue(tx, CERTIFICATE_LIMITS.papersAtOnce))
      const outcomes = await Promise.all(due.map(({ id }) => this.issue(id)))
      const done = outcomes.filter((outcome) => outcome === 'issued' || outcome === 'refused').length
      made += done
      if (done === 0 || this.hasEnded) return made
    }
  }

  async end(): Promise<void> {
    this.hasEnded = true
    clearTimeout(this.timer)
    await this.round
  }

  private async issue(id: string): Promise<Awaited<ReturnType<typeof issuePaper>>> {
    const { database, city, standInOrigin } = this.open
    const request = await database.read('certificates', systemActor, (tx) => findRequest(tx, id))
    return request === undefined ? 'elsewhere' : issuePaper({ database, city, standInOrigin }, id, askerOf(request))
  }
}

/** In whose eyes the register is read: the resident's own, as they stood when they asked. */
function askerOf({ accountId, ownPersonId, subjectId }: CertificateRequest): Actor {
  if (accountId === null) return systemActor
  const actsFor: Resident['actsFor'] = ownPersonId === subjectId ? null : { personId: subjectId, name: '', kind: 'guardian', until: null }
  return residentActor({ accountId, name: '', proof: 'card', personId: ownPersonId, actsFor })
}

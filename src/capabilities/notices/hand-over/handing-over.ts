import type { OpenCity } from '#kernel/city/open-city.ts'
import { EVERYTHING_CHANGED } from '#kernel/database/fact-bell.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { facts } from '../facts.ts'
import { Bell } from '../sending/bell.ts'
import type { HandOverChannel } from './hand-over-channel.ts'
import { Messenger } from './messenger.ts'

/** Looked at this often though nobody rang: for tries that are due, and bells lost with a connection. */
const LOOK_MS = 2_000

/** What a channel still has to do besides notices: telling followers that they follow. */
export interface SideWork {
  /** Returns how much it did. */
  settle(): Promise<number>
}

export type BeginSideWork = (open: OpenCity, surroundings: StandingSurroundings) => SideWork

/** Hands notices to those who pass them on, each channel by itself: one that is down keeps nobody waiting. */
export function handingOver(channels: readonly HandOverChannel[], sideWorks: readonly BeginSideWork[] = []): StandingWork {
  return { name: 'handing-over', begin: (open, surroundings) => new HandingOver(open, surroundings, channels, sideWorks) }
}

class HandingOver implements StandingRun {
  private readonly open: OpenCity
  private readonly surroundings: StandingSurroundings
  private readonly messengers: readonly Messenger[]
  private readonly works: readonly SideWork[]
  private readonly bell = new Bell()
  private isEnding = false
  private loops: readonly Promise<void>[] = []
  private unlisten: () => Promise<void> = async () => {}

  constructor(open: OpenCity, surroundings: StandingSurroundings, channels: readonly HandOverChannel[], sideWorks: readonly BeginSideWork[]) {
    this.open = open
    this.surroundings = surroundings
    this.messengers = channels.map((channel) => new Messenger(channel, open, surroundings))
    this.works = [...this.messengers, ...sideWorks.map((begin) => begin(open, surroundings))]
  }

  async start(): Promise<void> {
    const { database } = this.open
    database.onCommit(({ factNames }) => {
      if (factNames.includes(facts.issued.name)) this.bell.ring()
    })
    const { unlisten } = await database.sql.listen('facts', (message) => {
      if (message.includes(facts.issued.name) || message === EVERYTHING_CHANGED) this.bell.ring()
    })
    this.unlisten = unlisten
    this.loops = this.works.map((work) => this.goOn(work))
  }

  async settle(): Promise<number> {
    let did = 0
    for (const work of this.works) did += await work.settle()
    return did
  }

  async end(): Promise<void> {
    this.isEnding = true
    this.bell.ring()
    await this.unlisten().catch(() => {})
    await Promise.all(this.loops)
    await Promise.all(this.messengers.map((messenger) => messenger.close()))
  }

  private async goOn(work: SideWork): Promise<void> {
    while (!this.isEnding) {
      const { count } = this.bell
      const did = await work.settle().catch((thrown: unknown) => {
        this.surroundings.log.warn('handing-over-interrupted', { why: String(thrown).slice(0, 200) })
        return 0
      })
      if (did === 0 && !this.isEnding) await this.bell.rest(LOOK_MS, count)
    }
  }
}

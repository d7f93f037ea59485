import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { AnswerObserver, GivenPage, Giving } from '#kernel/web/observers.ts'
import { counted } from './facts.ts'
import type { ViewRule } from './model.ts'
import { isRobot } from './rules/robots.ts'
import { Tally } from './rules/tally.ts'
import { ruleOn, viewRulesOf } from './rules/view-rules.ts'
import { addViews } from './store.ts'

/** Views wait in memory for so long; a killed process loses no more than these. */
const WRITING_EVERY_MS = 10_000

/**
 * Counts the views of one city's pages. They are counted in memory, on the way of each answer, and written down every
 * few seconds and when the web closes: as facts and in the table by day, in one transaction.
 */
export class ViewCounter implements AnswerObserver {
  private readonly open: OpenCity
  private readonly rules: readonly ViewRule[]
  private readonly tally = new Tally()
  private readonly timer: NodeJS.Timeout
  private writing: Promise<void> = Promise.resolve()
  private rule: ViewRule | null = null
  private ruledDay = ''

  constructor(open: OpenCity) {
    this.open = open
    this.rules = viewRulesOf(open.city)
    // What cannot be written now was put back, and is tried again next time.
    this.timer = setInterval(() => void this.write().catch(() => {}), WRITING_EVERY_MS)
    this.timer.unref()
  }

  given({ route, language, type }: GivenPage, { request, status, isSignedIn }: Giving): void {
    if (request.method !== 'GET') return
    const ms = this.open.database.clock.now().epochMilliseconds
    const rule = this.ruleAt(ms)
    if (!rule.statuses.includes(status) || !rule.types.includes(mediaTypeOf(type))) return
    if (isSignedIn && !rule.countsStaff) return
    if (!rule.countsRobots && isRobot(request.headers['user-agent'])) return
    this.tally.count(route, language, ms)
  }

  /** Writes down what was counted; one writing at a time, so that nothing is written twice. */
  write(): Promise<void> {
    this.writing = this.writing.catch(() => {}).then(() => this.writeAll())
    return this.writing
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.write()
  }

  private async writeAll(): Promise<void> {
    const counts = this.tally.take()
    if (counts.length === 0) return
    try {
      await this.open.database.act('page-views', systemActor, async (tx) => {
        await addViews(tx, counts)
        for (const { day, route, language, views, lastAtMs } of counts) {
          tx.publish(counted, `route:${route}`, { route, day, language, views }, Temporal.Instant.fromEpochMilliseconds(lastAtMs))
        }
      })
    } catch (thrown) {
      this.tally.putBack(counts)
      throw thrown
    }
  }

  private ruleAt(ms: number): ViewRule {
    const day = this.tally.dayAt(ms)
    if (this.rule === null || day !== this.ruledDay) {
      this.rule = ruleOn(this.rules, Temporal.PlainDate.from(day))
      this.ruledDay = day
    }
    return this.rule
  }
}

/** `text/html; charset=utf-8` → `text/html`. */
function mediaTypeOf(type: string): string {
  const end = type.indexOf(';')
  return end === -1 ? type : type.slice(0, end)
}


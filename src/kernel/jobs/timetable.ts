import type { CityDatabase } from '#kernel/database/city-database.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { KernelTables } from '#kernel/database/tables.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { latestPlausible } from '#kernel/time/clock.ts'
import type { Timetable } from './job.ts'

const JAPAN = 'Asia/Tokyo'
const kernel = queriesOver<KernelTables>()

/**
 * Queues what the timetable says is due. A slot is queued once, whoever looks first: a clock set back repeats nothing,
 * a clock set forward (or a long sleep) runs only the latest slot that was missed. When the clock was years ahead for a
 * moment, the timetable begins again from today.
 */
export async function queueDueJobs(database: CityDatabase, parts: readonly Manifest[]): Promise<number> {
  // Workers ask this many times a second in a busy hour: one look at all entries tells which need a closer one.
  const marks = await database.asKernel((tx) => tx.list(kernel.selectFrom('kernel.timetable').select(['entry', 'last_slot'])))
  const slots = new Map(marks.map(({ entry, last_slot: slot }) => [entry, slot]))
  const now = database.clock.now()
  let queued = 0
  for (const part of parts) {
    for (const type of part.jobs ?? []) {
      if (type.timetable === undefined || isQueued(slots.get(type.name), type.timetable, now)) continue
      if (await queueSlot(database, part.name, type.name, type.timetable)) queued++
    }
  }
  return queued
}

/** Whether the entry stands at its latest slot, and not at one from the future. */
function isQueued(mark: Temporal.Instant | undefined, timetable: Timetable, now: Temporal.Instant): boolean {
  return mark !== undefined && !isFromTheFuture(mark, now) && Temporal.Instant.compare(mark, latestSlot(timetable, now)) >= 0
}

function isFromTheFuture(mark: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(mark, latestPlausible(now)) > 0
}

async function queueSlot(database: CityDatabase, service: string, entry: string, timetable: Timetable): Promise<boolean> {
  return database.asKernel(async (tx) => {
    const slot = latestSlot(timetable, tx.now)
    const known = await tx.find(kernel.selectFrom('kernel.timetable').select('last_slot').where('entry', '=', entry))
    if (isQueued(known?.last_slot, timetable, tx.now)) return false
    const isAhead = known !== undefined && isFromTheFuture(known.last_slot, tx.now)
    const taken = await tx.run(
      kernel
        .insertInto('kernel.timetable')
        .values({ entry, last_slot: slot })
        .onConflict((conflict) =>
          conflict.column('entry').doUpdateSet({ last_slot: slot }).where('kernel.timetable.last_slot', isAhead ? '>' : '<', slot),
        ),
    )
    // The first sight of an entry only marks where it stands: a new city does not run last night's work.
    if (taken === 0 || !known || isAhead) return false
    await tx.run(
      kernel
        .insertInto('kernel.job')
        .values({ service, name: entry, input: null, run_at: tx.now, once_key: `${entry} ${slot.toString()}` })
        .onConflict((conflict) => conflict.doNothing()),
    )
    return true
  })
}

/** The last moment at or before `now` at which the timetable strikes. */
export function latestSlot(timetable: Timetable, now: Temporal.Instant): Temporal.Instant {
  if ('everyMinutes' in timetable) {
    const length = timetable.everyMinutes * 60_000
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
  }
  const local = now.toZonedDateTimeISO(JAPAN)
  const today = local.withPlainTime(Temporal.PlainTime.from(timetable.dailyAt))
  const slot = Temporal.ZonedDateTime.compare(today, local) <= 0 ? today : today.subtract({ days: 1 })
  return slot.toInstant()
}

import { businessCalendar } from '#kernel/values/business-days.ts'
import type { District, Guide, MovedDay, WasteClass, Wording } from '../model.ts'
import { collectionDays, parseSchedule, type Schedule } from '../rules/schedule.ts'
import type { HolidayRest, Rest } from '../rules/rests.ts'

/** One class collected on one day; `movedFrom` is its usual day where a rest moved it. */
export interface Collected {
  readonly wasteClass: WasteClass
  readonly movedFrom: Temporal.PlainDate | null
}

export interface CollectionDay {
  readonly day: Temporal.PlainDate
  readonly collected: readonly Collected[]
}

/** A usual day on which a class is not collected, and the day it is collected instead, if any. */
export interface Shift {
  readonly usual: Temporal.PlainDate
  readonly wasteClass: WasteClass
  readonly instead: Temporal.PlainDate | null
  /** What staff gave as the reason where they moved this day by hand. */
  readonly reason: Wording | null
}

interface Span {
  readonly from: Temporal.PlainDate
  /** Included. */
  readonly to: Temporal.PlainDate
}

/** Offices are shut at weekends; a collection that moves to the next working day never lands there. */
const OFFICE_DAYS = businessCalendar({ weeklyClosures: [6, 7], yearlyClosures: [] })

/** A day of the last rest may be a collection's usual day long before it takes place. */
const LONGEST_SHIFT_DAYS = 62

/** Days on which something is collected in a district, in their order. */
export function collectionsIn(guide: Guide, district: District, span: Span): readonly CollectionDay[] {
  const rests = restsOf(guide, district)
  const byDay = new Map<string, Collected[]>()
  for (const { wasteClass, schedule, moved } of schedulesOf(guide, district)) {
    for (const { day, movedFrom } of collectionDays(schedule, { ...span, ...rests, moved })) {
      const collected = byDay.get(day.toString()) ?? []
      collected.push({ wasteClass, movedFrom })
      byDay.set(day.toString(), collected)
    }
  }
  return [...byDay]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, collected]) => ({ day: Temporal.PlainDate.from(day), collected }))
}

/** What holidays and rests change in a span, by usual day. */
export function shiftsIn(guide: Guide, district: District, { from, to }: Span): readonly Shift[] {
  const rests = restsOf(guide, district)
  const shifts: Shift[] = []
  for (const { wasteClass, schedule, moved: byHand } of schedulesOf(guide, district)) {
    const usual = collectionDays(schedule, { from, to, rests: [] })
    const around = { from: from.subtract({ days: LONGEST_SHIFT_DAYS }), to: to.add({ days: LONGEST_SHIFT_DAYS }) }
    const real = collectionDays(schedule, { ...around, ...rests, moved: byHand })
    const kept = new Set(real.filter(({ movedFrom }) => movedFrom === null).map(({ day }) => day.toString()))
    const moved = new Map(real.flatMap(({ day, movedFrom }) => (movedFrom === null ? [] : [[movedFrom.toString(), day] as const])))
    for (const { day } of usual) {
      if (!kept.has(day.toString())) shifts.push({ usual: day, wasteClass, instead: moved.get(day.toString()) ?? null, reason: byHand.find(({ usualOn }) => usualOn.equals(day))?.reason ?? null })
    }
  }
  return shifts.toSorted((one, other) => Temporal.PlainDate.compare(one.usual, other.usual))
}

/** Today or the next day on which each class is collected, by its key. */
export function nextCollections(guide: Guide, district: District, today: Temporal.PlainDate): ReadonlyMap<string, CollectionDay['collected'][number] & { readonly day: Temporal.PlainDate }> {
  const next = new Map<string, Collected & { readonly day: Temporal.PlainDate }>()
  // A class that is collected in a single month of the year is found too.
  for (const { day, collected } of collectionsIn(guide, district, { from: today, to: today.add({ days: 400 }) })) {
    for (const one of collected) if (!next.has(one.wasteClass.key)) next.set(one.wasteClass.key, { ...one, day })
  }
  return next
}

interface ClassSchedule {
  readonly wasteClass: WasteClass
  readonly schedule: Schedule
  readonly moved: readonly MovedDay[]
}

/** The classes on the district's calendar; one that staff no longer collect from the street keeps its days unseen. */
function schedulesOf({ classes, movedDays }: Guide, { key, days }: District): ClassSchedule[] {
  return classes.filter(({ isCollected }) => isCollected).flatMap((wasteClass) => {
    const text = days[wasteClass.key]
    const read = text === undefined ? undefined : parseSchedule(text)
    const moved = movedDays.filter(({ districtKey, classKey }) => (districtKey ?? key) === key && (classKey ?? wasteClass.key) === wasteClass.key)
    return read?.ok ? [{ wasteClass, schedule: read.value, moved: narrowestFirst(moved) }] : []
  })
}

/** What was said of one district or class comes before what was said of all. */
function narrowestFirst(moved: readonly MovedDay[]): readonly MovedDay[] {
  const width = ({ districtKey, classKey }: MovedDay) => Number(districtKey === null) + Number(classKey === null)
  return moved.toSorted((one, other) => width(one) - width(other))
}

function restsOf({ centres }: Guide, { centreKey }: District): { readonly rests: readonly Rest[]; readonly holidays?: HolidayRest } {
  const centre = centres.find(({ key }) => key === centreKey)
  if (centre === undefined) return { rests: [] }
  if (centre.onHoliday === 'collect') return { rests: centre.rests }
  return { rests: centre.rests, holidays: { calendar: OFFICE_DAYS, rule: centre.onHoliday } }
}

/** The sign of each class that stands on calendars, A, B, C …: known in black and white, and the same in every language. */
export function signsOf({ classes }: Guide): ReadonlyMap<string, string> {
  const onCalendars = classes.filter(({ isCollected }) => isCollected)
  return new Map(onCalendars.map(({ key }, index) => [key, String.fromCharCode('A'.charCodeAt(0) + index)]))
}

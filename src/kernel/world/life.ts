import { ageOn, monthOf, monthsBetween, type Day } from './calendar.ts'
import { divorce, isMarriageable, marryHere, marryNewcomer, marryPartner, mayMarry } from './couples.ts'
import type { Family } from './families.ts'
import { arrivingHousehold } from './founding.ts'
import { leaveCity, leaveHome, moveHousehold, moveToCare, moveToChild, rejoin, splitOff, vanish } from './moving.ts'
import { isJapanese, type Home, type Soul } from './people.ts'
import { byAge, FOREIGN_MOBILITY, LEAVING_BY_AGE, MOVING_BY_AGE, SEASON, YEARLY } from './shape.ts'
import { join, moveOut, somewhere, type Circle } from './staying.ts'
import { bear, chanceOfBirth, chanceOfDeath, die } from './vital-events.ts'

const DAYS_PER_YEAR = 365.2425
const leavingAt = byAge(LEAVING_BY_AGE)
const movingAt = byAge(MOVING_BY_AGE)

/** What may befall a person or household in a month, and how likely; chance picks among days. */
interface Month {
  readonly circle: Circle
  readonly from: Day
  /** The day after its last. */
  readonly to: Day
  /** Its share of a year. */
  readonly year: number
  /** The same, weighed by how many move at this time of the year. */
  readonly moving: number
}

/** Lets a circle live month by month until its last day, when so many people live in it, exactly. */
export function live(circle: Circle, families: readonly Family[], from: Day, until: Day, people: number): void {
  for (const family of families) expect(circle, family, from)
  const starts = monthsBetween(from, until)
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1]
    if (end !== undefined) liveMonth(circle, start, end, people)
  }
}

function liveMonth(circle: Circle, from: Day, to: Day, people: number): void {
  const year = (to - from) / DAYS_PER_YEAR
  const month: Month = { circle, from, to, year, moving: year * (SEASON[monthOf(from) - 1] as number) }
  const homes = circle.cast.homes.filter((home) => home.members.length > 0 && !home.isFixed)
  for (const home of homes) {
    for (const soul of home.members) befall(month, soul)
    befallHousehold(month, home)
  }
  circle.agenda.run(to)
  circle.cast.dwellings.letAgainFromNow()
  fill(month, people)
}

function on({ circle: { agenda, cast }, from, to }: Month, act: (day: Day) => void): void {
  agenda.on(cast.chance.between(from, to - 1), act)
}

/** Each person meets their own chances: of death, of a child, of marrying, of leaving home. */
function befall(month: Month, soul: Soul): void {
  const { circle, from, year, moving } = month
  const { chance } = circle.cast
  const age = ageOn(soul.born, from)
  if (chance.isTrue(chanceOfDeath(soul, age) * year)) on(month, (day) => die(circle, soul, day))
  if (soul.sex === 'female' && chance.isTrue(chanceOfBirth(soul, age, from) * year)) on(month, (day) => bear(circle, soul, day))
  if (age < 18 || age > 79) return
  if (soul.partner === null) befallSingle(month, soul, age)
  else if (soul.sex === 'female' && !soul.isMarried && chance.isTrue(YEARLY.marryPartner * year)) on(month, (day) => marryPartner(circle, soul, day))
  else if (soul.sex === 'female' && soul.isMarried && age < 62 && chance.isTrue(YEARLY.divorce * year)) on(month, (day) => divorce(circle, soul, day))
  if (chance.isTrue(YEARLY.vanish * year) && soul.home?.members.length === 1) on(month, (day) => vanish(circle, soul, day))
  if (age < 30 && isChildAtHome(soul)) {
    if (chance.isTrue(YEARLY.leaveCity * moving)) on(month, (day) => leaveCity(circle, soul, day))
    else if (chance.isTrue(YEARLY.leaveHome * moving)) on(month, (day) => leaveHome(circle, soul, day))
  }
}

function befallSingle(month: Month, soul: Soul, age: number): void {
  const { circle, from, year } = month
  const { chance, homes } = circle.cast
  if (!isMarriageable(soul, from)) return
  // People marry most between 25 and 34.
  const inclination = age >= 25 && age <= 34 ? 1.6 : 0.6
  if (chance.isTrue(YEARLY.marryElsewhere * inclination * year)) return on(month, (day) => (chance.isTrue(0.5) ? marryNewcomer(circle, soul, day) : leaveCity(circle, soul, day)))
  if (soul.sex === 'male' || !chance.isTrue(YEARLY.marryHere * inclination * year)) return
  const fitting = homes.flatMap(({ members }) => members).filter((other) => mayMarry(soul, other, from))
  if (fitting.length === 0) return
  const other = chance.among(fitting)
  on(month, (day) => marryHere(circle, soul, other, day))
}

function isChildAtHome(soul: Soul): boolean {
  return soul.partner === null && soul.home !== null && soul.home.head !== soul && soul.home.members.some((member) => member === soul.mother || member === soul.father)
}

/** Households move as one, old people move together with others, and adults part at the same address. */
function befallHousehold(month: Month, home: Home): void {
  const { circle, from, year, moving } = month
  const { chance } = circle.cast
  const { head } = home
  if (head === null) return
  const age = ageOn(head.born, from)
  const mobility = isJapanese(head) ? 1 : FOREIGN_MOBILITY
  // Families move less than people who live alone.
  const weight = (mobility * 1.6) / (0.6 + home.members.length)
  if (chance.isTrue(leavingAt(age) * weight * moving)) return on(month, (day) => moveOut(circle, home.members, day))
  if (chance.isTrue(movingAt(age) * weight * moving)) return on(month, (day) => moveHousehold(circle, home, day))
  if (age >= 75 && home.members.length <= 2) {
    if (chance.isTrue(YEARLY.careHome * year)) on(month, (day) => moveToCare(circle, home, day))
    else if (home.members.length === 1 && chance.isTrue(YEARLY.toChild * year)) on(month, (day) => moveToChild(circle, head, day))
  }
  if (home.members.length >= 3 && chance.isTrue(YEARLY.split * year)) on(month, (day) => splitOff(circle, home, day))
  if (home.members.length === 1 && chance.isTrue(YEARLY.join * year)) on(month, (day) => rejoin(circle, head, day))
}

/** As many move in as are missing; of too many, some who live alone go. */
function fill(month: Month, people: number): void {
  const { circle, from, to } = month
  const { cast, chronicle } = circle
  let living = livingIn(cast.homes)
  for (; living > people; living--) {
    const alone = cast.homes.filter(({ isFixed, members }) => !isFixed && members.length === 1)
    const home = alone.length > 0 ? cast.chance.among(alone) : cast.homes.find(({ isFixed, members }) => !isFixed && members.length > 0)
    if (home === undefined) return
    moveOut(circle, home.members.slice(-1), to - 1)
  }
  while (living < people) {
    const home = arrivingHousehold(cast, cast.chance.between(from, to - 1), people - living)
    chronicle.enter({ kind: 'moved-in', on: cast.chance.between(from, to - 1), home, people: home.members, ...somewhere(circle, home.members[0] as Soul) })
    living += home.members.length
  }
}

export function livingIn(homes: readonly Home[]): number {
  return homes.reduce((sum, { members }) => sum + members.length, 0)
}

/** The families of `households.csv` come and are born on the days that their file says. */
function expect(circle: Circle, { home, members }: Family, from: Day): void {
  const later = Map.groupBy(members.filter(({ since }) => since > from), ({ since }) => since)
  for (const [since, comers] of later) {
    const souls = comers.map(({ soul }) => soul)
    const newborn = souls.filter(({ born }) => born === since)
    const movers = souls.filter(({ born }) => born !== since)
    circle.agenda.on(since, (day) => {
      if (movers.length > 0) {
        join(movers, home)
        circle.chronicle.enter({ kind: 'moved-in', on: day, home, people: movers, ...somewhere(circle, movers[0] as Soul) })
      }
      for (const soul of newborn) {
        join([soul], home)
        circle.chronicle.enter({ kind: 'born', on: day, home, people: [soul] })
      }
    })
  }
}

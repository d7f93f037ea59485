import type { Day } from './calendar.ts'
import { childOf } from './founding.ts'
import type { Soul } from './people.ts'
import { BIRTH_BY_AGE, BIRTH_BY_CHILDREN, BIRTH_WITHOUT_PARTNER, byAge, DEATH_BY_AGE, TWIN_SHARE } from './shape.ts'
import { inherit, nameHeadLater, take, type Circle } from './staying.ts'

/** Yearly chances by full years of age; between the points of the table death grows by the same factor every year. */
const deathAt = { female: byAge(DEATH_BY_AGE.female, 'logarithm'), male: byAge(DEATH_BY_AGE.male, 'logarithm') }
const birthAt = byAge(BIRTH_BY_AGE)
const YOUNGEST_MOTHER = 18
const DAYS_BETWEEN_CHILDREN = 420

/** The yearly chance that somebody of this age dies. */
export function chanceOfDeath({ sex }: Soul, age: number): number {
  return deathAt[sex](age)
}

/** The yearly chance that a woman of this age has a child; none so soon after the last. */
export function chanceOfBirth(soul: Soul, age: number, on: Day): number {
  const chance = age < YOUNGEST_MOTHER ? 0 : birthAt(age)
  if (chance === 0) return 0
  if (soul.partner === null || soul.partner.home !== soul.home) return BIRTH_WITHOUT_PARTNER
  if (soul.children.some(({ born }) => on - born < DAYS_BETWEEN_CHILDREN)) return 0
  return chance * (BIRTH_BY_CHILDREN[Math.min(soul.children.length, BIRTH_BY_CHILDREN.length - 1)] as number) * (soul.isMarried ? 1 : 0.15)
}

export function die(circle: Circle, soul: Soul, day: Day): void {
  const { home, partner } = soul
  if (home === null) return
  take([soul])
  soul.standing = 'deceased'
  if (partner !== null) Object.assign(partner, { partner: null, isMarried: false })
  Object.assign(soul, { partner: null, isMarried: false })
  inherit(home, day)
  circle.chronicle.enter({ kind: 'died', on: day, home, people: [soul] })
  if (home.members.length === 0) circle.cast.dwellings.leave(home.address)
  else nameHeadLater(circle, home, day)
}

/** A child, or twins, whose births are two notices of one day. */
export function bear(circle: Circle, mother: Soul, day: Day): void {
  const { home, partner } = mother
  if (home === null) return
  const parents = partner !== null && partner.home === home ? [partner, mother] : [mother]
  const count = circle.cast.chance.isTrue(TWIN_SHARE) ? 2 : 1
  for (let child = 0; child < count; child++) {
    const born = childOf(circle.cast, parents, day)
    born.home = home
    home.members.push(born)
    circle.chronicle.enter({ kind: 'born', on: day, home, people: [born] })
  }
}

import { assertNever } from '#kernel/values/assert-never.ts'
import { Chance } from './chance.ts'
import { ageOn } from './on-a-day.ts'
import type { WorldPerson } from './world.ts'

/** What people live on. Nothing of it is kept in the world: it follows from the person, each time the same. */
export type Occupation = 'employed' | 'self-employed' | 'farming' | 'studying' | 'at-home' | 'retired'

/** What a person earned in a calendar year, in yen: 給与収入, 事業収入 and 公的年金等収入 before anything is deducted. */
export interface YearlyIncome {
  readonly year: number
  readonly employmentYen: number
  readonly businessYen: number
  readonly pensionYen: number
}

/** Shares are assumptions of the demo: of working age four of five women and nine of ten men earn, most of them employed. */
export function occupationOf(person: WorldPerson, on: Temporal.PlainDate): Occupation {
  const age = ageOn(person, on)
  const chance = new Chance(`${person.id} occupation`)
  const [earns, way, studies, retires] = [chance.next(), chance.next(), chance.next(), chance.between(60, 75)]
  if (age < 15) return 'at-home'
  if (age < 18 || (age < 22 && studies < 0.5)) return 'studying'
  if (age >= retires) return way > 0.9 && age < 85 ? 'farming' : 'retired'
  if (earns > (person.sex === 'female' ? 0.8 : 0.92)) return 'at-home'
  if (way < 0.88) return 'employed'
  return way < 0.96 ? 'self-employed' : 'farming'
}

/** Null for those who earned nothing: children, most students, people at home. */
export function incomeOf(person: WorldPerson, year: number): YearlyIncome | null {
  const on = Temporal.PlainDate.from({ year, month: 12, day: 31 })
  const age = ageOn(person, on)
  if (age < 15) return null
  const chance = new Chance(`${person.id} income`)
  // Three draws make a bell; its power a few who earn much.
  const fortune = Math.exp(((chance.next() + chance.next() + chance.next()) / 1.5 - 1) * 0.8)
  const fullTime = person.sex === 'male' ? 0.93 : 0.52
  const isFullTime = chance.isTrue(fullTime)
  const growth = 1.015 ** (year - 2020)
  const yen = (amount: number) => Math.round((amount * fortune * growth) / 1_000) * 1_000
  const pensionYen = age >= 65 ? yen(isFullTime ? 1_650_000 : 820_000) : 0
  const none = { year, employmentYen: 0, businessYen: 0, pensionYen }
  const occupation = occupationOf(person, on)
  switch (occupation) {
    case 'employed': return { ...none, employmentYen: yen(isFullTime ? salaryAt(age) : 1_080_000) }
    case 'self-employed': return { ...none, businessYen: yen(3_100_000) }
    case 'farming': return { ...none, businessYen: yen(900_000) }
    case 'studying': return age >= 16 && isFullTime ? { ...none, employmentYen: yen(450_000) } : null
    case 'at-home': case 'retired': return pensionYen > 0 ? none : null
    default: return assertNever(occupation)
  }
}

/** It rises to the early fifties and falls behind sixty. */
function salaryAt(age: number): number {
  if (age >= 60) return 3_100_000
  return 2_500_000 + Math.min(age - 18, 34) * 82_000
}

import { Chance } from './chance.ts'
import { incomeOf, occupationOf } from './livelihood.ts'
import { ageOn, stateOn } from './on-a-day.ts'
import type { WorldPerson } from './world.ts'

/** Who insures a person against illness on a day. */
export interface HealthInsurance {
  /** 国民健康保険, an employer's 健康保険, 後期高齢者医療. */
  readonly scheme: 'national' | 'employees' | 'old-age'
  /** Invented, and said so in its name. */
  readonly insurer: string
  /** 保険者番号: eight digits, or six of the national insurance. Numbers that begin with 99 belong to nobody. */
  readonly insurerNumber: string
  /** 記号 and 番号; old-age care has the number alone. */
  readonly symbol: string
  readonly number: string
  /** Who is insured; the others are dependants of theirs. Of the national insurance the head, who is the insured household's. */
  readonly holderId: string
}

/** 高齢者の医療の確保に関する法律第50条. */
const OLD_AGE_FROM = 75
/** 健康保険法第3条第7項: a dependant earns less. */
const MOST_OF_DEPENDANTS_YEN = 1_300_000

const EMPLOYERS = [
  { insurer: '架空健康保険協会', insurerNumber: '99240016' },
  { insurer: '架空鈴峰製作所健康保険組合', insurerNumber: '99241014' },
  { insurer: '架空市町村職員共済組合', insurerNumber: '99242012' },
] as const

/**
 * The insurance of a resident on a day, given everybody of the household: from 75 the old-age one; who is employed their
 * employer's, with those who earn little as dependants of who earns most; all others the city's national insurance. Null for
 * who is no resident that day.
 */
export function insuranceOf(person: WorldPerson, household: readonly WorldPerson[], on: Temporal.PlainDate): HealthInsurance | null {
  const state = stateOn(person, on)
  if (state?.standing !== 'resident') return null
  if (ageOn(person, on) >= OLD_AGE_FROM) {
    return { scheme: 'old-age', insurer: '架空後期高齢者医療広域連合', insurerNumber: '99392409', symbol: '', number: digitsOf(person.id, 8), holderId: person.id }
  }
  const holder = isInsuredAtWork(person, on) ? person : earnsLittle(person, on) ? supporterOf(household, on) : null
  if (holder === null) {
    const head = household.find((member) => stateOn(member, on)?.relationship === '世帯主') ?? person
    return { scheme: 'national', insurer: '架空国民健康保険', insurerNumber: '992404', symbol: `国${digitsOf(state.householdId, 2)}`, number: digitsOf(state.householdId, 7), holderId: head.id }
  }
  const employer = new Chance(`${holder.id} employer`).among(EMPLOYERS)
  return { scheme: 'employees', ...employer, symbol: digitsOf(`${holder.id} symbol`, 6), number: digitsOf(holder.id, 4), holderId: holder.id }
}

function isInsuredAtWork(person: WorldPerson, on: Temporal.PlainDate): boolean {
  return ageOn(person, on) < OLD_AGE_FROM && occupationOf(person, on) === 'employed' && earningsOf(person, on) >= MOST_OF_DEPENDANTS_YEN
}

function earnsLittle(person: WorldPerson, on: Temporal.PlainDate): boolean {
  return earningsOf(person, on) < MOST_OF_DEPENDANTS_YEN
}

function supporterOf(household: readonly WorldPerson[], on: Temporal.PlainDate): WorldPerson | null {
  const insured = household.filter((member) => isInsuredAtWork(member, on))
  return insured.toSorted((a, b) => earningsOf(b, on) - earningsOf(a, on))[0] ?? null
}

function earningsOf(person: WorldPerson, on: Temporal.PlainDate): number {
  const income = incomeOf(person, on.year - 1)
  return income === null ? 0 : income.employmentYen + income.businessYen + income.pensionYen
}

function digitsOf(name: string, count: number): string {
  const chance = new Chance(`${name} insurance`)
  return Array.from({ length: count }, () => chance.between(0, 9)).join('')
}

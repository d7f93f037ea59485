import type { RegisteredPerson } from '#capabilities/residents/residents.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Given } from '../model.ts'
import type { RegisteredSource } from '../procedure.ts'

/** Until this birthday a child counts as one (児童福祉法第4条第1項). */
const CHILD_UNTIL_AGE = 18

/** What the register says of a person under one heading, letter by letter. */
export function registeredText(source: RegisteredSource, person: RegisteredPerson): string {
  switch (source) {
    case 'name':
      return person.name.registered
    case 'kana':
      return person.name.kana
    case 'birth-date':
      return person.birthDate.toString()
    case 'address':
      return person.address.written
    case 'postal-code':
      return person.address.postalCode
    default:
      return assertNever(source)
  }
}

/** Whom a field of persons offers, in the order of the register. */
export function peopleAmong(among: 'household' | 'children' | 'adults', { household, on }: Given): readonly RegisteredPerson[] {
  const members = household?.members.filter(({ standing }) => standing === 'resident') ?? []
  if (among === 'household') return members
  return members.filter(({ birthDate }) => (ageOn(birthDate, on) < CHILD_UNTIL_AGE) === (among === 'children'))
}

/** Whole years; who was born on 29 February grows older on 1 March of other years, as the day before ends the year (年齢計算ニ関スル法律). */
export function ageOn(birthDate: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const had = on.month > birthDate.month || (on.month === birthDate.month && on.day >= birthDate.day)
  return on.year - birthDate.year - (had ? 0 : 1)
}

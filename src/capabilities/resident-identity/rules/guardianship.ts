import type { RegisteredHousehold, RegisteredPerson } from '#capabilities/residents/residents.ts'

/** 成年 (Civil Code, article 4, as in force since 2022-04-01). */
const ADULT_AT_YEARS = 18

/** A child for whom a parent may act, and the last day on which it holds. */
export interface Ward {
  readonly personId: string
  readonly name: string
  readonly until: Temporal.PlainDate
}

/**
 * Children of somebody in their own household who are minors on a day. Parents exercise parental authority (Civil Code,
 * article 818) and represent their child (article 824). The register writes relationships towards the head of the
 * household, so only these are told by it without doubt; everybody else (grandparents, guardians appointed by a court,
 * parents who live apart) shows their papers at the counter.
 */
export function wardsOf(parentId: string, household: RegisteredHousehold, on: Temporal.PlainDate): Ward[] {
  const parent = household.members.find((member) => member.id === parentId)
  if (parent === undefined || parent.standing !== 'resident' || !isAdult(parent, on)) return []
  const ofTheirs = childrenWordsOf(parent.relationship)
  return household.members
    .filter((member) => member.id !== parentId && member.standing === 'resident' && ofTheirs.includes(member.relationship))
    .filter((member) => !isAdult(member, on))
    .map((member) => ({ personId: member.id, name: member.name.registered, until: lastDayAsMinor(member.birthDate) }))
}

/** How the register writes a person's own children, by how it writes the person. */
function childrenWordsOf(relationship: string): readonly string[] {
  switch (relationship) {
    case '世帯主':
      return ['子']
    // A child of both is 子; one whom the spouse brought along and the head did not adopt is 妻の子 or 夫の子.
    case '妻':
      return ['子', '妻の子']
    case '夫':
      return ['子', '夫の子']
    default:
      return []
  }
}

function isAdult({ birthDate }: RegisteredPerson, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(on, lastDayAsMinor(birthDate)) > 0
}

/**
 * A year of age ends with the day before the birthday (Act on Calculation of Ages; Civil Code, article 143): the last day as
 * a minor is the day before the 18th birthday, and 28 February for who was born on a leap day and has no such birthday.
 */
export function lastDayAsMinor(birthDate: Temporal.PlainDate): Temporal.PlainDate {
  const birthday = birthDate.add({ years: ADULT_AT_YEARS })
  return birthday.day === birthDate.day ? birthday.subtract({ days: 1 }) : birthday
}

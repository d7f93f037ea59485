import { relationshipCodeOf, RELATIONSHIPS, type Change, type Registration } from '../model.ts'
import { isKatakanaReading } from './arrivals.ts'
import { ARTICLES } from './findings.ts'
import { residentsOf, type Drawing, type KnownPerson } from './known.ts'
import { checkReach } from './moves.ts'
import { writtenAddress } from './places.ts'
import { LONGEST } from './typing.ts'

/** Texts of a person that an amendment may say anew, with the longest that each may be. */
export const AMENDABLE_TEXTS = {
  name: LONGEST.name, kana: LONGEST.name, alphabet: LONGEST.name, commonName: LONGEST.name, commonKana: LONGEST.name, formerName: LONGEST.name, formerKana: LONGEST.name,
  registeredDomicile: LONGEST.address, domicileHead: LONGEST.name, nationality: 2, residenceCategory: LONGEST.word, residenceStatus: LONGEST.word, residencePeriod: LONGEST.word,
  relationship: LONGEST.word, addressNumber: LONGEST.word, building: LONGEST.name, previousAddress: LONGEST.address, residentCause: LONGEST.word, movedTo: LONGEST.address, endedCause: LONGEST.word,
} as const satisfies Partial<Record<keyof Registration, number>>

export const AMENDABLE_DAYS = ['birthDate', 'residenceUntil', 'residentSince', 'addressSince', 'movedToOn', 'endedOn'] as const satisfies readonly (keyof Registration)[]
export type AmendableField = keyof typeof AMENDABLE_TEXTS | (typeof AMENDABLE_DAYS)[number] | 'sex'

/** What a notice from a family register may change (第9条第2項): never where or with whom somebody lives. */
export const KOSEKI_FIELDS: readonly AmendableField[] = ['name', 'kana', 'formerName', 'formerKana', 'sex', 'birthDate', 'nationality', 'relationship', 'registeredDomicile', 'domicileHead']

/** What the office corrects or amends of its own accord (施行令第12条). Where somebody lives is said by 転居 or its cancellation. */
export const OFFICE_FIELDS: readonly AmendableField[] = [
  'name', 'kana', 'alphabet', 'commonName', 'commonKana', 'formerName', 'formerKana', 'sex', 'birthDate', 'nationality', 'residenceCategory', 'residenceStatus', 'residencePeriod', 'residenceUntil',
  'relationship', 'addressNumber', 'building', 'registeredDomicile', 'domicileHead', 'residentSince', 'residentCause', 'addressSince', 'previousAddress', 'movedTo', 'movedToOn', 'endedOn', 'endedCause',
]

/** Of one person, what was typed into `set.<field>` and is not what stands there. What was not sent stays as it is. */
export function drawAmendment(drawing: Drawing, fields: readonly AmendableField[], article: string): Change[] {
  const { typing, known, on } = drawing
  const person = known.people.get(typing.typed.person ?? '')
  if (person === undefined) {
    typing.refuse('person', 'unknown-person', article)
    return []
  }
  checkReach(drawing, person)
  const patch = Object.assign({}, ...fields.map((field) => amended(drawing, person, field, article))) as Partial<Registration>
  if (Object.keys(patch).length === 0) typing.refuse(`set.${fields[0]}`, 'nothing-changes', article)
  refuseBareName(drawing, { ...person.registration, ...patch }, article)
  refuseOtherHead(drawing, person, patch)
  const own: Change = { subjectKind: 'person', subjectId: person.id, validFrom: on, patch: { ...patch, ...followingFields(known.cityAddress, person, patch) } }
  return [own, ...addressOfOthers(drawing, person, own.patch)]
}

/** Who heads a household is said for all of it at once, by a change of household (第25条). */
function refuseOtherHead({ typing }: Drawing, { registration }: KnownPerson, patch: Partial<Registration>): void {
  if (patch.relationship === undefined || registration.standing !== 'resident') return
  if (patch.relationship === RELATIONSHIPS.head) typing.refuse('set.relationship', 'two-heads', ARTICLES.relationship, { name: registration.name })
  else if (registration.relationship === RELATIONSHIPS.head) typing.refuse('set.relationship', 'household-without-head', ARTICLES.relationship)
}

/** A household lives at one address: where its number was wrong for one, it was wrong for all. */
function addressOfOthers({ known, on }: Drawing, { id, registration }: KnownPerson, patch: Partial<Registration>): Change[] {
  const { household } = known
  if (patch.address === undefined || household === null || registration.standing !== 'resident') return []
  const { addressNumber = registration.addressNumber, building = registration.building, address } = patch
  const place = { addressNumber, building, address }
  const others = residentsOf(known, household.id).filter((other) => other.id !== id)
  return [
    { subjectKind: 'household', subjectId: household.id, validFrom: on, patch: place },
    ...others.map((other): Change => ({ subjectKind: 'person', subjectId: other.id, validFrom: on, patch: place })),
  ]
}

function amended(drawing: Drawing, { registration }: KnownPerson, field: AmendableField, article: string): Partial<Registration> {
  const { typing } = drawing
  const name = `set.${field}`
  if (typing.typed[name] === undefined) return {}
  const value = valueOf(drawing, field, article)
  const before = registration[field]
  return value === undefined || String(value ?? '') === String(before ?? '') ? {} : { [field]: value }
}

function valueOf({ typing }: Drawing, field: AmendableField, article: string): string | Temporal.PlainDate | null | undefined {
  const name = `set.${field}`
  if (field === 'sex') return typing.choice(name, ['female', 'male', 'unstated']) ?? undefined
  if (isDayField(field)) {
    const day = typing.day(name, { article, isRequired: field === 'birthDate' || field === 'residentSince' || field === 'addressSince' })
    if (day !== null && Temporal.PlainDate.compare(day, typing.today) > 0 && field !== 'residenceUntil') typing.refuse(name, 'in-future', article)
    return day
  }
  const text = typing.text(name, { longest: AMENDABLE_TEXTS[field], article })
  if (/[Kk]ana$/.test(field) && text !== '' && !isKatakanaReading(text)) typing.refuse(name, 'not-katakana', article, { text })
  if (field === 'nationality' && !/^[A-Z]{2}$/.test(text)) typing.refuse(name, 'unknown-nationality', article)
  return text
}

function isDayField(field: AmendableField): field is (typeof AMENDABLE_DAYS)[number] {
  return (AMENDABLE_DAYS as readonly string[]).includes(field)
}

function refuseBareName({ typing }: Drawing, after: Registration, article: string): void {
  if (after.name === '') typing.refuse('set.name', 'missing', article)
  if (after.nationality !== 'JP' && after.registeredDomicile !== '') typing.refuse('set.registeredDomicile', 'domicile-of-foreigner', ARTICLES.foreign)
  if (after.nationality !== 'JP' && after.residenceCategory === '') typing.refuse('set.residenceCategory', 'residence-needed', ARTICLES.foreign)
  if (after.relationship === '') typing.refuse('set.relationship', 'missing', ARTICLES.relationship)
}

/** What follows from other fields is said with them: the code of a relationship, the written address. */
function followingFields(cityAddress: string, { registration }: KnownPerson, patch: Partial<Registration>): Partial<Registration> {
  const { town, addressNumber, building } = { ...registration, ...patch }
  const address = writtenAddress(cityAddress, { town, addressNumber, building })
  return {
    ...(patch.relationship === undefined ? {} : { relationshipCode: relationshipCodeOf(patch.relationship) }),
    ...(patch.addressNumber === undefined && patch.building === undefined ? {} : { address }),
  }
}

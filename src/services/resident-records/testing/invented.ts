import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Change, HouseholdRegistration, Registration } from '../model.ts'

/** Somebody who never lived, for tests: the fields that a test is about are given, the rest is believable. */
export function inventedPerson(given: Partial<Registration> & Pick<Registration, 'householdId'>): Registration {
  return {
    name: '山田 太郎', kana: 'ヤマダ タロウ', alphabet: '', commonName: '', commonKana: '', formerName: '', formerKana: '', sex: 'male',
    birthDate: day('1980-04-01'), birthCertainty: 'day', nationality: 'JP', residenceCategory: '', residenceStatus: '', residencePeriod: '', residenceUntil: null,
    relationshipCode: 'head', relationship: '世帯主', position: 1, ...inventedAddress('本町一丁目', '9201番地'),
    registeredDomicile: '三重県亀山市本町一丁目9201番地', domicileHead: '山田 太郎', residentSince: day('2000-04-01'), residentCause: '転入', addressSince: day('2000-04-01'),
    addressNotifiedOn: day('2000-04-01'), previousAddress: '', movedTo: '', movedToOn: null, movedToNotifiedOn: null, standing: 'resident', endedOn: null, endedCause: '', ...given,
  }
}

export function inventedHousehold(given: Partial<HouseholdRegistration>): HouseholdRegistration {
  return { headId: null, ...inventedAddress('本町一丁目', '9201番地'), isDissolved: false, ...given }
}

export function inventedAddress(town: string, addressNumber: string): Pick<HouseholdRegistration, 'town' | 'addressNumber' | 'building' | 'postalCode' | 'address'> {
  return { town, addressNumber, building: '', postalCode: '519-0116', address: `三重県亀山市${town}${addressNumber}` }
}

/** A household with its head and others, as it moved in on a day; people are called by short names, e.g. `a`. */
export function inventedArrival(household: string, on: string, people: Readonly<Record<string, Partial<Registration>>>): Change[] {
  const householdId = idOf(household)
  const names = Object.keys(people)
  const members = names.map((name, index): Change => ({
    subjectKind: 'person', subjectId: idOf(name), validFrom: day(on),
    patch: inventedPerson({
      householdId, residentSince: day(on), addressSince: day(on), position: index + 1,
      ...(index === 0 ? {} : { relationshipCode: 'child' as const, relationship: '子', birthDate: day('2010-05-05') }), ...people[name],
    }),
  }))
  return [{ subjectKind: 'household', subjectId: householdId, validFrom: day(on), patch: inventedHousehold({ headId: idOf(names[0] as string) }) }, ...members]
}

export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const idOf = (name: string): string => uuidNamed(`test/${name}`)

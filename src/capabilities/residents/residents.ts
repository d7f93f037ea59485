import { question } from '#kernel/questions/question.ts'

/**
 * A person as the resident register knows them on a day. Names are kept letter by letter, variation sequences included;
 * nothing here may be cut by `.length` or `.slice`.
 */
export interface RegisteredPerson {
  /** The city's own key of a person, a UUID: never printed, never the individual number. */
  readonly id: string
  /** 宛名番号: ten digits, what stands on the city's own letters. */
  readonly addresseeNumber: string
  readonly householdId: string
  readonly name: PersonName
  readonly sex: Sex
  readonly birthDate: Temporal.PlainDate
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string
  /** Towards the head of the household, as it is printed (住民基本台帳法第7条第4号), e.g. 妻, 子, 世帯主. */
  readonly relationship: string
  readonly address: RegisteredAddress
  readonly standing: Standing
  /** 住民となった年月日 (同条第6号). */
  readonly residentSince: Temporal.PlainDate
}

export type Sex = 'female' | 'male' | 'unstated'
export type Standing = 'resident' | 'moved-out' | 'deceased' | 'removed'

export interface PersonName {
  /** As it is registered: kanji with their variants, or for foreign residents without kanji the alphabet. */
  readonly registered: string
  /** Reading in katakana; since 2025-05-26 an entry of the register itself (住民基本台帳法第7条第1号の2). */
  readonly kana: string
  /** Alphabet of a foreign resident's residence card; null where there is none. */
  readonly alphabet: string | null
  /** 通称, the name a foreign resident is known by; null where none is registered. */
  readonly common: string | null
  readonly commonKana: string | null
}

export interface RegisteredAddress {
  /** Town of the city's `towns.csv`; empty when it lies outside of the city. */
  readonly town: string
  /** 番地 and what follows, as written: `9101番地の2`. */
  readonly number: string
  /** Building and room; empty when there is none. */
  readonly building: string
  /** Seven digits with a hyphen. */
  readonly postalCode: string
  /** The whole address as it is printed. */
  readonly written: string
}

export interface RegisteredHousehold {
  readonly id: string
  /** Null for a household whose head has left and which has not named another. */
  readonly headId: string | null
  readonly address: RegisteredAddress
  /** The head first, then in the order of the register. */
  readonly members: readonly RegisteredPerson[]
}

export interface OnDay<Key> {
  readonly key: Key
  /** As the register says it for this day; today where nothing is said. */
  readonly on?: Temporal.PlainDate
}

/**
 * One person by the city's key; null when there is none, and also when the person is protected from whoever acts
 * (支援措置): to a clerk without the right of release such a person does not exist.
 */
export const personOf = question<OnDay<string>, RegisteredPerson | null>('resident-records.person-of', {
  basis: '住民基本台帳法第1条・番号の利用に関する事務',
  subjectOf: ({ key }) => `resident:${key}`,
})

/** The household that a person belongs to, members who are protected from the actor left out; null as above. */
export const householdOf = question<OnDay<string>, RegisteredHousehold | null>('resident-records.household-of', {
  basis: '住民基本台帳法第1条・第6条',
  subjectOf: ({ key }) => `resident:${key}`,
})

/** The four attributes that a card's certificate for signatures carries (公的個人認証法第7条). */
export interface CardAttributes {
  readonly name: string
  readonly birthDate: Temporal.PlainDate
  readonly address: string
  readonly sex: Sex
}

export type CardMatch = { readonly kind: 'one'; readonly personId: string } | { readonly kind: 'none' } | { readonly kind: 'several' }

/**
 * Who in the register has all four attributes of a card. Never decides by the name alone: `none` and `several` are work
 * for a person at city hall.
 */
export const personOnCard = question<CardAttributes, CardMatch>('resident-records.person-on-card', {
  basis: '電子署名等に係る地方公共団体情報システム機構の認証業務に関する法律第17条・本人の求め',
  subjectOf: () => 'resident:card',
})

export interface PeopleSearch {
  /** Name in kanji, kana or letters, address, addressee number, or a birth date in any era: as a clerk types it. */
  readonly words: string
  readonly limit: number
}

/** Residents found by words, for desks of other services; people protected from the actor are not among them. */
export const searchPeople = question<PeopleSearch, readonly RegisteredPerson[]>('resident-records.search-people', {
  basis: '住民基本台帳法第1条・事務の本人特定',
  subjectOf: () => 'residents:search',
})

import type { Sex, Standing } from '#capabilities/residents/residents.ts'

/**
 * What is registered of a person (住民基本台帳法第7条; 第30条の45 for foreign residents). Texts are empty and days null where there
 * is nothing; names are kept letter by letter.
 */
export interface Registration {
  readonly name: string
  readonly kana: string
  readonly alphabet: string
  readonly commonName: string
  readonly commonKana: string
  readonly formerName: string
  readonly formerKana: string
  readonly sex: Sex
  readonly birthDate: Temporal.PlainDate
  readonly birthCertainty: BirthCertainty
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string
  readonly residenceCategory: string
  readonly residenceStatus: string
  readonly residencePeriod: string
  readonly residenceUntil: Temporal.PlainDate | null
  readonly householdId: string
  readonly relationshipCode: RelationshipCode
  readonly relationship: string
  readonly position: number
  readonly town: string
  readonly addressNumber: string
  readonly building: string
  readonly postalCode: string
  readonly address: string
  readonly registeredDomicile: string
  readonly domicileHead: string
  readonly residentSince: Temporal.PlainDate
  readonly residentCause: string
  readonly addressSince: Temporal.PlainDate
  readonly addressNotifiedOn: Temporal.PlainDate | null
  readonly previousAddress: string
  readonly movedTo: string
  readonly movedToOn: Temporal.PlainDate | null
  readonly movedToNotifiedOn: Temporal.PlainDate | null
  readonly standing: Standing
  readonly endedOn: Temporal.PlainDate | null
  readonly endedCause: string
}

/** How sure the day of birth is: of some people only the month or the year is known, and the rest is deemed. */
export type BirthCertainty = 'day' | 'month' | 'year'

/** What is registered of a household. */
export interface HouseholdRegistration {
  readonly headId: string | null
  readonly town: string
  readonly addressNumber: string
  readonly building: string
  readonly postalCode: string
  readonly address: string
  readonly isDissolved: boolean
}

/** Names of the fields that hold days: in JSON they are texts. */
export const DAY_FIELDS: ReadonlySet<string> = new Set([
  'birthDate', 'residenceUntil', 'residentSince', 'addressSince', 'addressNotifiedOn', 'movedToOn', 'movedToNotifiedOn', 'endedOn',
] satisfies (keyof Registration)[])

export const ENTRY_KINDS = ['in', 'out', 'move', 'household', 'birth', 'death', 'koseki', 'official', 'correction', 'cancel'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const ENTRY_STATUSES = ['draft', 'review', 'approved', 'applied', 'cancelled', 'withdrawn'] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

/** How an entry came to the office. */
export const ENTRY_SOURCES = ['counter', 'pre-notification', 'certificate', 'post', 'portal', 'office', 'settlement'] as const
export type EntrySource = (typeof ENTRY_SOURCES)[number]

/**
 * One change of one person or household from a day on. A patch is written over what stood there; the first change of a
 * subject brings all fields.
 */
export type Change =
  | { readonly subjectKind: 'person'; readonly subjectId: string; readonly validFrom: Temporal.PlainDate; readonly patch: Partial<Registration> }
  | { readonly subjectKind: 'household'; readonly subjectId: string; readonly validFrom: Temporal.PlainDate; readonly patch: Partial<HouseholdRegistration> }

export type SubjectKind = Change['subjectKind']

/** What an entry would do: its changes, and for each subject the edition that its drafter saw; 0 for a new one. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly editions: Readonly<Record<string, number>>
}

/**
 * Towards the head (住民基本台帳事務処理要領 第2-1-(2)-エ). `composed` is the relationship of a relation, e.g. 妻の子, 子の子; a couple that
 * has not married in law is 夫(未届) and 妻(未届).
 */
export const RELATIONSHIPS = {
  head: '世帯主', husband: '夫', wife: '妻', 'husband-unregistered': '夫(未届)', 'wife-unregistered': '妻(未届)', child: '子', father: '父', mother: '母',
  'older-brother': '兄', 'older-sister': '姉', 'younger-brother': '弟', 'younger-sister': '妹', kin: '縁故者', cohabitant: '同居人',
} as const
export type RelationshipCode = keyof typeof RELATIONSHIPS | 'composed'

/** The code of a relationship as it is printed; what is not one word of the list is composed of two. */
export function relationshipCodeOf(words: string): RelationshipCode {
  const known = Object.entries(RELATIONSHIPS).find(([, printed]) => printed === words)
  return (known?.[0] as keyof typeof RELATIONSHIPS | undefined) ?? 'composed'
}

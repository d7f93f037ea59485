import { question } from '#kernel/questions/question.ts'
import type { OnDay, Sex, Standing } from './residents.ts'

/**
 * All that a copy of the resident record may say of one household (住民基本台帳法第7条, 第30条の45), in one reading: every part of it
 * is of the same day and of what the register knew at the same time. Which of it is printed, the certificates decide.
 */
export interface RecordCopy {
  readonly on: Temporal.PlainDate
  readonly knownAt: Temporal.Instant
  /** Names this state of the household: another one after any entry that touched it or somebody in it. Holds no personal data. */
  readonly version: string
  readonly household: { readonly id: string; readonly headId: string | null; readonly headName: string; readonly address: string }
  /** Residents in the order of the register; those who are hidden from the actor (支援措置) are not among them. */
  readonly people: readonly CopiedPerson[]
  /** False where somebody of the household is hidden from the actor: a copy of the whole household would then be false. */
  readonly isWhole: boolean
}

/** Texts are empty and days null where the register holds nothing. */
export interface CopiedPerson {
  readonly id: string
  readonly name: string
  readonly kana: string
  readonly alphabet: string
  readonly commonName: string
  readonly commonKana: string
  readonly formerName: string
  readonly formerKana: string
  readonly sex: Sex
  readonly birthDate: Temporal.PlainDate
  readonly birthCertainty: 'day' | 'month' | 'year'
  readonly relationship: string
  readonly registeredDomicile: string
  readonly domicileHead: string
  readonly address: string
  readonly residentSince: Temporal.PlainDate
  readonly residentCause: string
  readonly addressSince: Temporal.PlainDate
  readonly addressNotifiedOn: Temporal.PlainDate | null
  readonly previousAddress: string
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string
  readonly residenceCategory: string
  readonly residenceStatus: string
  readonly residencePeriod: string
  readonly residenceUntil: Temporal.PlainDate | null
  readonly standing: Standing
  /** Is a measure of protection (支援措置) in force for the person on this day? Told to whoever may see the person at all. */
  readonly isProtected: boolean
}

/**
 * The copy of the household that a person belongs to; null when there is no such resident, and also when the person is
 * hidden from the actor. A person who left is told with the standing and alone, so that a refusal can say why.
 */
export const residentCopyOf = question<OnDay<string>, RecordCopy | null>('resident-records.copy-of', {
  basis: '住民基本台帳法第12条・第12条の2・第12条の3',
  subjectOf: ({ key }) => `resident:${key}`,
})

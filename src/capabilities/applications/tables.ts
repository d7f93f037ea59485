// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface ApplicationsTables {
  'applications.application': ApplicationTable
  'applications.edition': EditionTable
  'applications.event': EventTable
  'applications.pause': PauseTable
  'applications.portal_reception': PortalReceptionTable
  'applications.stage': StageTable
}

export interface ApplicationTable {
  /** internal: identity, from the first draft on; its files are kept under it */
  id: string
  /** internal: readable number of the receipt; none while it is a draft */
  number: string | null
  /** internal: key of the procedure */
  procedure: string
  /** internal: version of the form it is filled in on */
  version: string
  /** internal: online, paper or portal */
  channel: string
  /** internal: where it stands */
  state: string
  /** personal: account of who filed it */
  account_id: string | null
  /** personal: whose business it is, as the register's key */
  person_id: string | null
  /** personal: self, guardian or proxy */
  acting_as: string
  /** personal: name as it was filed */
  applicant_name: Generated<string>
  /** personal: address for notices that say no more than that there is news */
  mail: Generated<string>
  /** personal: wants to read this */
  language: string
  /** sensitive: what was answered, as it stands now */
  answers: unknown
  /** personal: who began it */
  made_by: string
  /** internal: when it was begun */
  made_at: Temporal.Instant
  /** internal: when anything of it last changed */
  changed_at: Temporal.Instant
  /** internal: when it was filed */
  submitted_at: Temporal.Instant | null
  /** internal: when the office should have decided */
  due_on: Temporal.PlainDate | null
  /** internal: which officer has it */
  claimed_by: string | null
  /** internal: a step that the desk itself named */
  stage: string | null
  /** sensitive: what the officer asked to be put right */
  asked: Generated<unknown>
  /** internal: until when */
  correct_by: Temporal.PlainDate | null
  /** sensitive: request for the card's signature, the digest that it is over, and the signature itself */
  signature: unknown | null
  /** sensitive: what was proposed or decided, and why */
  decision: unknown | null
  /** internal: when it was decided or withdrawn */
  decided_at: Temporal.Instant | null
  /** internal: how many times it was filed or put right */
  edition: Generated<number>
  /** internal: when it is forgotten */
  erase_on: Temporal.PlainDate | null
}

export interface EditionTable {
  /** internal: which application */
  application_id: string
  /** internal: 1 as it was filed, then one more each time */
  edition: number
  /** internal: when */
  made_at: Temporal.Instant
  /** sensitive: what was answered */
  answers: unknown
  /** sensitive: the same as people read it in four languages, with requirements and calculation */
  sheet: unknown
}

export interface EventTable {
  /** internal: order */
  entry: Generated<number>
  /** internal: which application */
  application_id: string
  /** internal: when */
  at: Temporal.Instant
  /** personal: who */
  by: string
  /** personal: their name at that time; empty for residents */
  by_name: string
  /** internal: what happened */
  kind: string
  /** internal: only staff see it */
  is_internal: boolean
  /** sensitive: message, reason or note */
  text: string
}

export interface PauseTable {
  /** internal: identity */
  id: string
  /** public: which procedure */
  procedure: string
  /** public: first day */
  from_on: Temporal.PlainDate
  /** public: last day; open where nobody knows it */
  until_on: Temporal.PlainDate | null
  /** public: why, in Japanese */
  reason_ja: string
  /** public: in easy Japanese */
  reason_easy: string
  /** public: in English */
  reason_en: string
  /** public: in Portuguese */
  reason_pt: string
  /** internal: who closed it */
  set_by: string
  /** internal: taken back before its day */
  ended_at: Temporal.Instant | null
}

export interface PortalReceptionTable {
  /** internal: 受付番号 of the portal */
  reception_number: string
  /** internal: what became of it here */
  application_id: string | null
  /** internal: certificate, hand or none */
  matched_by: string
  /** sensitive: serial number of the applicant's certificate for signatures */
  certificate_serial: string
  /** internal: who issued it */
  certificate_issuer: string
  /** internal: when it was fetched */
  fetched_at: Temporal.Instant
  /** internal: state that the portal was told last */
  told_state: Generated<string>
}

export interface StageTable {
  /** internal: identity */
  id: string
  /** internal: of which procedure */
  procedure: string
  /** public: its name */
  label_ja: string
  /** public: in easy Japanese */
  label_easy: string
  /** public: in English */
  label_en: string
  /** public: in Portuguese */
  label_pt: string
  /** internal: no longer offered since */
  retired_at: Temporal.Instant | null
}

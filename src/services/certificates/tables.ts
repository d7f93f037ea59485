// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface CertificatesTables {
  'certificates.paper': PaperTable
  'certificates.paper_file': PaperFileTable
  'certificates.request': RequestTable
  'certificates.seal': SealTable
  'certificates.seal_bar': SealBarTable
  'certificates.step': StepTable
  'certificates.stop': StopTable
}

export interface PaperTable {
  /** internal: for which request */
  request_id: string
  /** internal: number on the paper by which anyone verifies it */
  code: string
  /** internal: state of the register from which everything on it was read */
  register_version: string
  /** internal: when it was read */
  read_at: Temporal.Instant
  /** internal: number of pages */
  pages: number
  /** internal: digest of the signed file */
  sha256: Buffer
  /** internal: when */
  issued_at: Temporal.Instant
  /** internal: who, or system */
  issued_by: string
}

export interface PaperFileTable {
  /** internal: of which paper */
  request_id: string
  /** sensitive: the signed PDF, sealed with the keys of this part */
  sealed: Buffer
  /** internal: when it is thrown away */
  forget_at: Temporal.Instant
}

export interface RequestTable {
  /** internal: identity */
  id: string
  /** internal: whose request it is, by way and the number given there; no number is ever taken twice */
  request_key: string
  /** internal: resident-copy, record-certificate or seal-certificate */
  kind: string
  /** internal: online, counter or kiosk */
  way: string
  /** personal: whose household or seal it is about, as the register's key */
  subject_id: string
  /** personal: who of the household is printed; empty for everybody */
  people: string[]
  /** internal: further items that were chosen */
  options: string[]
  /** internal: account of the resident who asked online */
  account_id: string | null
  /** personal: who holds that account, as the register's key */
  own_person_id: string | null
  /** sensitive: at the counter, who came, how they proved it and why; null otherwise */
  applicant: unknown | null
  /** internal: key of the reduction of the fee; empty for the whole fee */
  reduction: Generated<string>
  /** internal: address of the city under which it was asked for; stands in the QR code */
  origin: string
  /** internal: who entered it */
  requested_by: string
  /** internal: when */
  requested_at: Temporal.Instant
  /** internal: when the fee came in; null while it has not */
  paid_at: Temporal.Instant | null
  /** internal: when the paper was made */
  issued_at: Temporal.Instant | null
  /** internal: when it was handed over: printed at a counter or kiosk, fetched by the resident */
  printed_at: Temporal.Instant | null
  /** internal: when the fee was accounted for */
  settled_at: Temporal.Instant | null
  /** internal: when it ended without a paper, or its paper was recalled */
  ended_at: Temporal.Instant | null
  /** internal: reason of the closed set in model.ts */
  ended_because: string | null
  /** internal: what keeps it waiting; null where nothing does */
  trouble: string | null
  /** personal: characters that no font draws */
  missing_sorts: Generated<string[]>
  /** internal: a process is at it until then */
  claimed_until: Temporal.Instant | null
}

export interface SealTable {
  /** internal: identity */
  id: string
  /** internal: 印鑑登録番号, on the registration card */
  number: string
  /** personal: whose */
  person_id: string
  /** personal: name in the register when the seal was registered */
  registered_name: string
  /** sensitive: the impression (PNG), sealed with the keys of this part */
  image: Buffer
  /** internal: width of the impression in tenths of a millimetre */
  width_tenths: number
  /** internal: height of it */
  height_tenths: number
  /** sensitive: who came and how they proved it */
  applicant: unknown
  /** internal: when */
  registered_at: Temporal.Instant
  /** internal: who */
  registered_by: string
  /** internal: since when nothing is issued on it; null while it stands */
  ended_at: Temporal.Instant | null
  /** internal: own-wish, lost-card, moved-out, died, name-changed, removed, guardianship */
  ended_because: string | null
  /** internal: who */
  ended_by: string | null
}

export interface SealBarTable {
  /** sensitive: who */
  person_id: string
  /** internal: since when */
  since: Temporal.Instant
  /** internal: who entered it */
  by: string
}

export interface StepTable {
  /** internal: of which request */
  request_id: string
  /** internal: requested, paid, issued, printed, print-failed, settled, ended, recalled, trouble */
  step: string
  /** internal: when */
  at: Temporal.Instant
  /** internal: who */
  by: string
  /** internal: reason of a closed set, or a technical sentence without personal data */
  detail: Generated<string>
}

export interface StopTable {
  /** internal: identity */
  id: string
  /** sensitive: for whom */
  person_id: string
  /** sensitive: lost-card, own-wish or office */
  reason: string
  /** internal: since when */
  begun_at: Temporal.Instant
  /** internal: who entered it */
  begun_by: string
  /** internal: until when; null while it stands */
  ended_at: Temporal.Instant | null
  /** internal: who ended it */
  ended_by: string | null
}

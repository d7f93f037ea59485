// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface KernelTables {
  'kernel.audit': AuditTable
  'kernel.chain_head': ChainHeadTable
  'kernel.city': CityTable
  'kernel.delivery': DeliveryTable
  'kernel.duty': DutyTable
  'kernel.fact': FactTable
  'kernel.installation': InstallationTable
  'kernel.job': JobTable
  'kernel.migration': MigrationTable
  'kernel.outbox': OutboxTable
  'kernel.person': PersonTable
  'kernel.resident': ResidentTable
  'kernel.resident_session': ResidentSessionTable
  'kernel.seeded': SeededTable
  'kernel.session': SessionTable
  'kernel.settled': SettledTable
  'kernel.submission': SubmissionTable
  'kernel.timetable': TimetableTable
  'kernel.unit': UnitTable
  'kernel.unit_edition': UnitEditionTable
  'kernel.world_part': WorldPartTable
}

export interface AuditTable {
  /** internal: order */
  entry: Generated<number>
  /** internal: when */
  at: Generated<Temporal.Instant>
  /** personal: who */
  actor: string
  /** internal: in which service */
  service: string
  /** internal: what, e.g. view or ask */
  act: string
  /** sensitive: about whom or what */
  subject: string
  /** internal: law article or rule that allows it */
  basis: string
}

export interface ChainHeadTable {
  /** internal: there is one head */
  is_only: Generated<boolean>
  /** internal: position of the last sealed fact */
  position: number
  /** internal: its hash */
  hash: Buffer
}

export interface CityTable {
  /** internal: there is one row */
  is_only: Generated<boolean>
  /** public: 全国地方公共団体コード */
  code: string
  /** public: 市町村名 */
  name: string
}

export interface DeliveryTable {
  /** internal: service and fact, e.g. plan:garbage-guide.searched */
  listener: string
  /** internal: last position handled */
  position: number
  /** internal: failed tries at the next fact */
  attempts: Generated<number>
  /** internal: not before */
  retry_at: Temporal.Instant | null
  /** internal: why the last try failed */
  last_error: string | null
}

export interface DutyTable {
  /** internal: who */
  person_id: string
  /** internal: which duty, e.g. plan-editor */
  duty: string
  /** internal: first day */
  valid_from: Temporal.PlainDate
  /** internal: last day, empty while it lasts */
  valid_to: Temporal.PlainDate | null
}

export interface FactTable {
  /** internal: place in the chain, from 1 without gaps */
  position: number
  /** internal: identity of the fact */
  id: string
  /** internal: who published it */
  service: string
  /** internal: what happened */
  name: string
  /** internal: version of the fact's shape */
  version: number
  /** internal: what it is about */
  subject: string
  /** personal: who did it */
  actor: string
  /** internal: when it happened */
  occurred_at: Temporal.Instant
  /** internal: when it was written down */
  recorded_at: Temporal.Instant
  /** sensitive: the content */
  body: unknown
  /** internal: SHA-256 over the previous hash and this fact */
  hash: Buffer
}

export interface InstallationTable {
  /** internal: there is one row */
  is_only: Generated<boolean>
  /** internal: stands for the installation's secret without telling it */
  fingerprint: string
}

export interface JobTable {
  /** internal: identity */
  id: Generated<number>
  /** internal: whose job */
  service: string
  /** internal: which job */
  name: string
  /** sensitive: what it needs to know */
  input: unknown | null
  /** internal: not before */
  run_at: Temporal.Instant
  /** internal: how often a worker took it */
  attempts: Generated<number>
  /** internal: a worker holds it until then; this moment is also the sign of its hold */
  held_until: Temporal.Instant | null
  /** internal: why the last try failed */
  last_error: string | null
  /** internal: the same work never waits twice under one key; empty while it runs */
  once_key: string | null
}

export interface MigrationTable {
  /** internal: whose tables */
  schema: string
  /** internal: file name */
  name: string
  /** internal: SHA-256 of the file as applied */
  checksum: string
  /** internal: when */
  applied_at: Generated<Temporal.Instant>
}

export interface OutboxTable {
  /** internal: order of entry */
  entry: Generated<number>
  /** internal: identity of the fact */
  id: string
  /** internal: who published it */
  service: string
  /** internal: what happened, e.g. plan.report-published */
  name: string
  /** internal: version of the fact's shape */
  version: number
  /** internal: what it is about, e.g. project:1-3-1 */
  subject: string
  /** personal: who did it, an account's identity or system */
  actor: string
  /** internal: when it happened */
  occurred_at: Temporal.Instant
  /** internal: when it was written down */
  recorded_at: Temporal.Instant
  /** sensitive: the content; its shape declares what is personal */
  body: unknown
}

export interface PersonTable {
  /** internal: identity of the account */
  id: string
  /** personal: name to sign in with */
  login: string
  /** personal: 氏名, never altered */
  name: string
  /** personal: reading */
  name_kana: Generated<string>
  /** internal: where the person works */
  unit_code: string | null
  /** internal: may sign in */
  is_active: Generated<boolean>
  /** personal: preferred language */
  language: Generated<string>
  /** internal: when the account was made */
  created_at: Generated<Temporal.Instant>
}

export interface ResidentTable {
  /** internal: identity of the account */
  id: string
  /** personal: how the account greets */
  name: string
  /** personal: key in the resident register, once matched */
  person_id: string | null
  /** personal: preferred language */
  language: Generated<string>
  /** internal: may sign in; false once the account was closed */
  is_open: Generated<boolean>
  /** internal: when the account was made */
  created_at: Temporal.Instant
}

export interface ResidentSessionTable {
  /** internal: identity shown in the list of devices */
  id: string
  /** sensitive: SHA-256 of the cookie's secret */
  token_hash: Buffer
  /** personal: whose */
  resident_id: string
  /** personal: when signed in */
  created_at: Temporal.Instant
  /** personal: last use */
  seen_at: Temporal.Instant
  /** internal: not after */
  expires_at: Temporal.Instant
  /** personal: browser as it names itself */
  device: string
  /** internal: how this session was proven */
  proof: string
  /** personal: key in the register of the person acted for */
  acts_for: string | null
  /** personal: that person's name, as every page shows it meanwhile */
  acts_for_name: string | null
  /** personal: by which kind of power */
  acts_as: string | null
  /** personal: last day of that power, empty when nobody knows it */
  acts_until: Temporal.PlainDate | null
}

export interface SeededTable {
  /** internal: name of the part */
  part: string
  /** internal: when */
  seeded_at: Generated<Temporal.Instant>
}

export interface SessionTable {
  /** internal: identity shown in the list of sessions */
  id: string
  /** sensitive: SHA-256 of the cookie's secret */
  token_hash: Buffer
  /** personal: whose */
  person_id: string
  /** personal: when signed in */
  created_at: Temporal.Instant
  /** personal: last use */
  seen_at: Temporal.Instant
  /** internal: not after */
  expires_at: Temporal.Instant
  /** personal: browser as it names itself */
  device: string
  /** internal: how the person proved who they are */
  method: string
}

export interface SettledTable {
  /** internal: name of the service or capability */
  part: string
  /** internal: which part of the world it took in */
  first_circle: number
  /** internal: when */
  settled_at: Generated<Temporal.Instant>
}

export interface SubmissionTable {
  /** internal: the form's own number with its sender */
  key: string
  /** internal: the answer that was given */
  outcome: unknown
  /** internal: when */
  recorded_at: Generated<Temporal.Instant>
}

export interface TimetableTable {
  /** internal: service and job */
  entry: string
  /** internal: the slot that was queued last */
  last_slot: Temporal.Instant
}

export interface UnitTable {
  /** public: the city's code of the unit */
  code: string
  /** public: 部, 課, グループ */
  kind: string
  /** public: the unit it belongs to */
  parent_code: string | null
  /** public: as printed */
  name: string
  /** public: in English */
  name_en: Generated<string>
  /** public: in Portuguese */
  name_pt: Generated<string>
  /** public: first day, empty when nobody knows */
  valid_from: Temporal.PlainDate | null
  /** public: last day, empty while it exists */
  valid_to: Temporal.PlainDate | null
  /** public: who carries on after a reorganisation */
  successor_code: string | null
  /** internal: what the city knows about it */
  note: Generated<string>
}

export interface UnitEditionTable {
  /** internal: there is one row */
  is_only: Generated<boolean>
  /** internal: another one after every alteration of the units */
  version: Generated<string>
}

export interface WorldPartTable {
  /** internal: number of its first circle */
  first_circle: number
  /** internal: how many circles it has */
  circles: number
  /** internal: invented residents on its last day */
  people: number
  /** internal: what chance began with */
  seed: number
  /** internal: last day of which it tells */
  until: Temporal.PlainDate
  /** internal: when */
  made_at: Generated<Temporal.Instant>
}

import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { MusterClass, MusterRule, Rank, RosterPerson } from '../model.ts'
import { mails } from './rows.ts'

export async function keepRosterPerson(tx: Tx, person: Omit<RosterPerson, 'id'>, from: Temporal.PlainDate): Promise<string> {
  const { personId, name, nameKana, unitCode, rank, phone } = person
  const row = { id: sql<string>`gen_random_uuid()`, person_id: personId, name, name_kana: nameKana, unit_code: unitCode, rank, phone, valid_from: from, valid_to: null }
  return (await tx.get(mails.insertInto('alert_mail.roster').values(row).returning('id'))).id
}

/** Everybody who may be called on a day, by unit and reading. */
export async function listRoster(tx: Tx, on: Temporal.PlainDate): Promise<RosterPerson[]> {
  const rows = await tx.list(rosterRows(on).orderBy('unit_code').orderBy('name_kana'))
  return rows.map(personOf)
}

export async function findRosterByPerson(tx: Tx, personId: string): Promise<RosterPerson | undefined> {
  const row = await tx.find(rosterRows(tx.today).where('person_id', '=', personId))
  return row && personOf(row)
}

export async function findRosterByContact(tx: Tx, contactId: string): Promise<RosterPerson | undefined> {
  const row = await tx.find(
    rosterRows(tx.today).where((person) => person.exists(person.selectFrom('alert_mail.roster_contact as own').select('own.contact_id').whereRef('own.roster_id', '=', 'roster.id').where('own.contact_id', '=', contactId))),
  )
  return row && personOf(row)
}

export interface RosterContact {
  readonly rosterId: string
  readonly contactId: string
}

export function listRosterContacts(tx: Tx): Promise<RosterContact[]> {
  return tx.list(mails.selectFrom('alert_mail.roster_contact').select(['roster_id as rosterId', 'contact_id as contactId']).orderBy('added_at'))
}

export async function addRosterContact(tx: Tx, rosterId: string, contactId: string): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.roster_contact').values({ roster_id: rosterId, contact_id: contactId, added_at: tx.now }).onConflict((conflict) => conflict.doNothing()))
}

export async function removeRosterContact(tx: Tx, rosterId: string, contactId: string): Promise<number> {
  return tx.run(mails.deleteFrom('alert_mail.roster_contact').where('roster_id', '=', rosterId).where('contact_id', '=', contactId))
}

export async function keepMusterClass(tx: Tx, { key, name, summary }: MusterClass, position: number): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.muster_class').values({ key, position, name, summary }))
}

/** The narrowest first. */
export async function listMusterClasses(tx: Tx): Promise<MusterClass[]> {
  const rows = await tx.list(mails.selectFrom('alert_mail.muster_class').select(['key', 'name', 'summary']).orderBy('position'))
  return rows.map(({ key, name, summary }) => ({ key, name: name as Phrase<never>, summary: summary as Phrase<never> }))
}

export interface NewMusterRule extends MusterRule {
  readonly number: number
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  readonly source: string
}

export async function keepMusterRule(tx: Tx, { classKey, number, rank, unitCode, from, to, source }: NewMusterRule): Promise<void> {
  await tx.run(mails.insertInto('alert_mail.muster_rule').values({ class_key: classKey, number, rank, unit_code: unitCode, valid_from: from, valid_to: to, source }))
}

/** The lines of the dated table that hold on a day. */
export async function listMusterRules(tx: Tx, on: Temporal.PlainDate): Promise<MusterRule[]> {
  const rows = await tx.list(
    mails
      .selectFrom('alert_mail.muster_rule')
      .select(['class_key as classKey', 'rank', 'unit_code as unitCode'])
      .where('valid_from', '<=', on)
      .where((rule) => rule.or([rule('valid_to', 'is', null), rule('valid_to', '>=', on)]))
      .orderBy('class_key')
      .orderBy('number'),
  )
  return rows.map((row) => ({ ...row, rank: row.rank as Rank | null }))
}

export interface MusterSetting {
  readonly remindAfterMinutes: number
  readonly remindTimes: number
  /** Class that a level of evacuation information suggests, by level. */
  readonly classByLevel: Readonly<Record<string, string>>
}

/** Where the city has set nothing: asked again after a quarter of an hour, twice. */
const UNSET: MusterSetting = { remindAfterMinutes: 15, remindTimes: 2, classByLevel: {} }

export async function musterSettingOn(tx: Tx, on: Temporal.PlainDate): Promise<MusterSetting> {
  const row = await tx.find(
    mails
      .selectFrom('alert_mail.muster_setting')
      .select(['remind_after_minutes as remindAfterMinutes', 'remind_times as remindTimes', 'class_by_level as classByLevel'])
      .where('valid_from', '<=', on)
      .orderBy('valid_from', 'desc')
      .limit(1),
  )
  return row === undefined ? UNSET : { ...row, classByLevel: row.classByLevel as Record<string, string> }
}

export async function keepMusterSetting(tx: Tx, setting: MusterSetting, from: Temporal.PlainDate, source: string): Promise<void> {
  const row = { remind_after_minutes: setting.remindAfterMinutes, remind_times: setting.remindTimes, class_by_level: setting.classByLevel as never, source }
  await tx.run(mails.insertInto('alert_mail.muster_setting').values({ valid_from: from, ...row }).onConflict((conflict) => conflict.column('valid_from').doUpdateSet(row)))
}

function rosterRows(on: Temporal.PlainDate) {
  return mails
    .selectFrom('alert_mail.roster as roster')
    .select(['roster.id', 'roster.person_id as personId', 'roster.name', 'roster.name_kana as nameKana', 'roster.unit_code as unitCode', 'roster.rank', 'roster.phone'])
    .where('roster.valid_from', '<=', on)
    .where((person) => person.or([person('roster.valid_to', 'is', null), person('roster.valid_to', '>=', on)]))
}

function personOf(row: { id: string; personId: string | null; name: string; nameKana: string; unitCode: string; rank: string; phone: string }): RosterPerson {
  return { ...row, rank: row.rank as Rank }
}

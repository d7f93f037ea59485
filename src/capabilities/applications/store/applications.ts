import { sql } from 'kysely'
import { prepared, queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import type { Answers, Application, AskedCorrection, Decision, FiledSignature, Sheet, State } from '../model.ts'
import { receiptNumber } from '../rules/receipt-number.ts'
import type { ApplicationsTables } from '../tables.ts'

const applications = queriesOver<ApplicationsTables>()

export type NewDraft = Pick<Application, 'id' | 'procedure' | 'version' | 'channel' | 'accountId' | 'personId' | 'actingAs' | 'mail' | 'language'> & { readonly answers?: Answers }

export async function keepDraft(tx: Tx, draft: NewDraft): Promise<void> {
  const { id, procedure, version, channel, accountId, personId, actingAs, mail, language, answers = {} } = draft
  await tx.run(
    applications.insertInto('applications.application').values({
      id, procedure, version, channel, state: 'draft', account_id: accountId, person_id: personId, acting_as: actingAs, mail, language, answers,
      made_by: tx.actor.id, made_at: tx.now, changed_at: tx.now,
    }),
  )
}

export function findApplication(tx: Tx, id: string): Promise<Application | undefined> {
  return tx.find(byId({ id }))
}

const byId = prepared(({ id }: { readonly id: string }) => applicationQuery().where('id', '=', id))
const byIdLocked = prepared(({ id }: { readonly id: string }) => applicationQuery().where('id', '=', id).forUpdate())

/** The same, and nobody else changes it until this transaction ends: of two at once the second sees what the first did. */
export function lockApplication(tx: Tx, id: string): Promise<Application | undefined> {
  return tx.find(byIdLocked({ id }))
}

export function findByNumber(tx: Tx, number: string): Promise<Application | undefined> {
  return tx.find(applicationQuery().where('number', '=', number))
}

/** Everything of one account, and what was filed for a person where that is known by a card, the latest change first. */
export function listOwn(tx: Tx, { accountId, personId }: { readonly accountId: string; readonly personId: string | null }, limit: number): Promise<Application[]> {
  const own = applicationQuery().where((row) =>
    personId === null ? row('account_id', '=', accountId) : row.or([row('account_id', '=', accountId), row.and([row('person_id', '=', personId), row('state', '!=', 'draft')])]))
  return tx.list(own.orderBy('changed_at', 'desc').limit(limit))
}

export interface ApplicationChange {
  readonly answers?: Answers
  readonly version?: string
  readonly mail?: string
  readonly state?: State
  readonly claimedBy?: string | null
  readonly stage?: string | null
  readonly asked?: readonly AskedCorrection[]
  readonly correctBy?: Temporal.PlainDate | null
  readonly decision?: Decision | null
  readonly signature?: FiledSignature | null
  readonly decidedAt?: Temporal.Instant
  readonly eraseOn?: Temporal.PlainDate
  readonly personId?: string | null
  readonly dueOn?: Temporal.PlainDate | null
}

export async function changeApplication(tx: Tx, id: string, change: ApplicationChange): Promise<void> {
  const { claimedBy, asked, correctBy, decidedAt, eraseOn, personId, dueOn, ...same } = change
  await tx.run(
    applications.updateTable('applications.application').set({
      ...same, changed_at: tx.now,
      ...(claimedBy === undefined ? {} : { claimed_by: claimedBy }),
      ...(asked === undefined ? {} : { asked: { list: asked } }),
      ...(correctBy === undefined ? {} : { correct_by: correctBy }),
      ...(decidedAt === undefined ? {} : { decided_at: decidedAt }),
      ...(eraseOn === undefined ? {} : { erase_on: eraseOn }),
      ...(personId === undefined ? {} : { person_id: personId }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
    }).where('id', '=', id),
  )
}

export interface Filing {
  readonly answers: Answers
  readonly applicantName: string
  readonly mail: string
  readonly dueOn: Temporal.PlainDate
}

/** Makes a filed application of a draft and gives it its number. Numbers may have gaps; none is given twice. */
export async function fileDraft(tx: Tx, id: string, filing: Filing): Promise<string> {
  const { serial } = await tx.get(applications.selectNoFrom(sql<number>`nextval('applications.receipt_serial')`.as('serial')))
  const number = receiptNumber(fiscalYearOf(tx.today), serial)
  await tx.run(
    applications.updateTable('applications.application').set({
      number, state: 'submitted', answers: filing.answers, applicant_name: filing.applicantName, mail: filing.mail,
      submitted_at: tx.now, changed_at: tx.now, due_on: filing.dueOn, edition: 1,
    }).where('id', '=', id),
  )
  return number
}

export async function keepEdition(tx: Tx, id: string, edition: number, answers: Answers, sheet: Sheet): Promise<void> {
  await tx.run(applications.insertInto('applications.edition').values({ application_id: id, edition, made_at: tx.now, answers, sheet }))
  if (edition > 1) await tx.run(applications.updateTable('applications.application').set({ edition, answers, changed_at: tx.now }).where('id', '=', id))
}

export interface Edition {
  readonly edition: number
  readonly madeAt: Temporal.Instant
  readonly answers: Answers
  readonly sheet: Sheet
}

/** The latest first. */
export function listEditions(tx: Tx, id: string): Promise<Edition[]> {
  return tx.list(
    applications
      .selectFrom('applications.edition')
      .select(['edition', 'made_at as madeAt'])
      .select((edition) => [edition.ref('answers').$castTo<Answers>().as('answers'), edition.ref('sheet').$castTo<Sheet>().as('sheet')])
      .where('application_id', '=', id)
      .orderBy('edition', 'desc'),
  )
}

export async function eraseApplication(tx: Tx, id: string): Promise<void> {
  await tx.run(applications.deleteFrom('applications.application').where('id', '=', id))
}

export function listAbandonedDrafts(tx: Tx, before: Temporal.Instant, limit: number): Promise<Application[]> {
  return tx.list(applicationQuery().where('state', '=', 'draft').where('changed_at', '<', before).orderBy('changed_at').limit(limit))
}

export function listToErase(tx: Tx, on: Temporal.PlainDate, limit: number): Promise<Application[]> {
  return tx.list(applicationQuery().where('erase_on', '<=', on).orderBy('erase_on').limit(limit))
}

export async function countDrafts(tx: Tx, accountId: string): Promise<number> {
  const query = applications.selectFrom('applications.application').select((row) => row.fn.countAll<number>().as('count'))
  return (await tx.get(query.where('account_id', '=', accountId).where('state', '=', 'draft'))).count
}

export function applicationQuery() {
  return applications
    .selectFrom('applications.application')
    .select([
      'id', 'number', 'procedure', 'version', 'account_id as accountId', 'person_id as personId', 'applicant_name as applicantName', 'mail', 'language',
      'made_by as madeBy', 'made_at as madeAt', 'changed_at as changedAt', 'submitted_at as submittedAt', 'due_on as dueOn', 'claimed_by as claimedBy', 'stage',
      'correct_by as correctBy', 'decided_at as decidedAt', 'edition',
    ])
    .select((row) => [
      row.ref('channel').$castTo<Application['channel']>().as('channel'),
      row.ref('state').$castTo<State>().as('state'),
      row.ref('acting_as').$castTo<Application['actingAs']>().as('actingAs'),
      row.ref('answers').$castTo<Answers>().as('answers'),
      row.ref('decision').$castTo<Decision | null>().as('decision'),
      row.ref('signature').$castTo<FiledSignature | null>().as('signature'),
      sql<readonly AskedCorrection[]>`asked -> 'list'`.as('asked'),
    ])
}

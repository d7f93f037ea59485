import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { beginOf, dayOf } from '#kernel/time/clock.ts'
import type { Way } from '../model.ts'
import type { DaySources, Movement } from '../rules/match.ts'
import { lastFetchedDay } from './provider-entries.ts'
import { payments } from './rows.ts'

interface DatedMovement extends Movement {
  readonly day: Temporal.PlainDate
}

/** The three sides of every day from one to another, in order. */
export async function listSources(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<DaySources[]> {
  const [ledger, slips, cards, tills, bank] = [await ledgerOf(tx, from, to), await slipsOf(tx, from, to), await cardsOf(tx, from, to), await tillsOf(tx, from, to), await listBankCredits(tx, from, to)]
  const lastAsked = await lastFetchedDay(tx)
  const days = Array.from({ length: from.until(to).days + 1 }, (_, index) => from.add({ days: index }))
  return days.map((day) => {
    const on = <Row extends { readonly day: Temporal.PlainDate }>(rows: readonly Row[]) => rows.filter((row) => row.day.equals(day))
    return {
      day, isProviderKnown: on(cards).length > 0 || (lastAsked !== null && Temporal.PlainDate.compare(day, lastAsked) <= 0), ledger: on(ledger), agents: [...on(slips), ...on(cards)], providerFeeYen: on(cards).reduce((sum, { feeYen }) => sum + feeYen, 0),
      tills: on(tills), bank: bank.filter(({ coversOn }) => coversOn.equals(day)),
    }
  })
}

/** Paid and not taken back, by legal day; less what went back over the same way, by the day it left. */
async function ledgerOf(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<DatedMovement[]> {
  return tx.list(statement<DatedMovement>(sql`
    select e.way, case when e.way = 'card' then coalesce(s.intent, e.transaction) else e.transaction end as transaction, e.yen, e.paid_on as day
      from payments.event e left join payments.card_session s on s.id = e.transaction
     where e.kind = 'paid' and e.paid_on between ${from} and ${to}
       and not exists (select 1 from payments.event t where t.request_id = e.request_id and t.kind = 'taken-back' and t.transaction = e.transaction)
    union all
    select r.means, case when r.means = 'card' then coalesce(s.intent, r.transaction) else r.transaction end, -r.yen, r.paid_on
      from payments.refund r left join payments.card_session s on s.id = r.transaction
     where r.state = 'paid' and r.means in ('card', 'cash') and r.paid_on between ${from} and ${to}`))
}

/** What the agent says was paid at shops and not cancelled: in a prompt or a final file, once. */
async function slipsOf(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<DatedMovement[]> {
  const rows = await tx.list(statement<{ transaction: string; yen: number; paidAt: Temporal.Instant }>(sql`
    select distinct on (f.agent, r.agent_number) f.agent || ':' || r.agent_number as transaction, r.yen, r.paid_at as "paidAt"
      from payments.agent_record r join payments.agent_file f on f.id = r.file_id
     where r.act = 'paid' and r.paid_at >= ${beginOf(from)} and r.paid_at < ${beginOf(to.add({ days: 1 }))}
       and not exists (select 1 from payments.agent_record c where c.agent_number = r.agent_number and c.act = 'cancelled')
     order by f.agent, r.agent_number, r.stage`))
  return rows.map(({ paidAt, ...row }) => ({ ...row, way: 'slip', day: dayOf(paidAt) }))
}

function cardsOf(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<(DatedMovement & { readonly feeYen: number })[]> {
  return tx.list(statement(sql`
    select 'card' as way, intent as transaction, yen, fee_yen as "feeYen", occurred_on as day from payments.provider_entry where occurred_on between ${from} and ${to} order by occurred_on, id`))
}

function tillsOf(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<{ day: Temporal.PlainDate; clerkName: string; takenYen: number | null }[]> {
  return tx.list(statement(sql`
    select day, clerk_name as "clerkName", closing_yen - opening_yen as "takenYen" from payments.till where day between ${from} and ${to} order by day, opened_at`))
}

/** One line of the bank, with the day of collection that it settles. */
export interface BankCredit {
  readonly creditedOn: Temporal.PlainDate
  readonly coversOn: Temporal.PlainDate
  readonly way: Way
  readonly yen: number
  readonly description: string
}

export async function listBankCredits(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<BankCredit[]> {
  const rows = await tx.list(payments.selectFrom('payments.bank_credit').selectAll().where('covers_on', '>=', from).where('covers_on', '<=', to).orderBy('covers_on').orderBy('credited_on'))
  return rows.map((row) => ({ creditedOn: row.credited_on, coversOn: row.covers_on, way: row.way as Way, yen: row.yen, description: row.description }))
}

/** False where the same line is there. `nth` tells equal lines of one file apart. */
export async function keepBankCredit(tx: Tx, credit: BankCredit, nth: number | string): Promise<boolean> {
  const words = [credit.creditedOn.toString(), credit.coversOn.toString(), credit.way, credit.yen, credit.description, nth].join(' ')
  const row = {
    id: randomUUID(), key: createHash('sha256').update(words).digest('hex'), credited_on: credit.creditedOn, covers_on: credit.coversOn, way: credit.way, yen: credit.yen,
    description: credit.description, entered_at: tx.now, entered_by_name: tx.actor.person?.name ?? '',
  }
  return (await tx.run(payments.insertInto('payments.bank_credit').values(row).onConflict((conflict) => conflict.column('key').doNothing()))) > 0
}

export interface ClosedDay {
  readonly day: Temporal.PlainDate
  readonly ledgerYen: number
  readonly agentsYen: number
  readonly bankYen: number
  readonly closedAt: Temporal.Instant
  readonly closedByName: string
  readonly note: string
}

export async function listClosedDays(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<ClosedDay[]> {
  const rows = await tx.list(payments.selectFrom('payments.closed_day').selectAll().where('day', '>=', from).where('day', '<=', to).orderBy('day'))
  return rows.map((row) => ({ day: row.day, ledgerYen: row.ledger_yen, agentsYen: row.agents_yen, bankYen: row.bank_yen, closedAt: row.closed_at, closedByName: row.closed_by_name, note: row.note }))
}

/** False where it is closed already. */
export async function keepClosedDay(tx: Tx, { day, ledgerYen, agentsYen, bankYen, note }: Pick<ClosedDay, 'day' | 'ledgerYen' | 'agentsYen' | 'bankYen' | 'note'>): Promise<boolean> {
  const row = { day, ledger_yen: ledgerYen, agents_yen: agentsYen, bank_yen: bankYen, closed_at: tx.now, closed_by_name: tx.actor.person?.name ?? '', note }
  return (await tx.run(payments.insertInto('payments.closed_day').values(row).onConflict((conflict) => conflict.column('day').doNothing()))) > 0
}

/** Payments of a day whose cash date is known by now but not yet told: cards by the provider, cash by the bank's line. */
export function listUntoldCashDates(tx: Tx, day: Temporal.PlainDate): Promise<{ requestId: string; transaction: string; cashOn: Temporal.PlainDate }[]> {
  return tx.list(statement(sql`
    select e.request_id as "requestId", e.transaction, coalesce(p.cash_on, b.credited_on) as "cashOn"
      from payments.event e
      left join payments.card_session s on s.id = e.transaction
      left join lateral (select cash_on from payments.provider_entry p where p.intent = s.intent and p.kind = 'charge' limit 1) p on e.way = 'card'
      left join lateral (select credited_on from payments.bank_credit b where b.way = 'cash' and b.covers_on = e.paid_on order by credited_on limit 1) b on e.way = 'cash'
     where e.kind = 'paid' and e.paid_on = ${day} and coalesce(p.cash_on, b.credited_on) is not null
       and not exists (select 1 from payments.event c where c.request_id = e.request_id and c.kind = 'confirmed' and c.transaction = e.transaction)`))
}

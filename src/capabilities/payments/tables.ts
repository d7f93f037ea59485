// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface PaymentsTables {
  'payments.agent_file': AgentFileTable
  'payments.agent_record': AgentRecordTable
  'payments.bank_credit': BankCreditTable
  'payments.card_session': CardSessionTable
  'payments.closed_day': ClosedDayTable
  'payments.difference': DifferenceTable
  'payments.event': EventTable
  'payments.forged_webhook': ForgedWebhookTable
  'payments.line': LineTable
  'payments.provider_entry': ProviderEntryTable
  'payments.provider_fetch': ProviderFetchTable
  'payments.rate': RateTable
  'payments.receipt': ReceiptTable
  'payments.receipt_serial': ReceiptSerialTable
  'payments.refund': RefundTable
  'payments.request': RequestTable
  'payments.slip': SlipTable
  'payments.till': TillTable
  'payments.till_entry': TillEntryTable
  'payments.webhook': WebhookTable
}

export interface AgentFileTable {
  /** internal: identity */
  id: string
  /** internal: name of the file */
  name: string
  /** internal: of its bytes; the same file again changes nothing */
  sha256: Buffer
  /** internal: code of the collecting agent */
  agent: string
  /** internal: prompt (速報) or final (確報) */
  stage: string
  /** internal: day in its header */
  sent_on: Temporal.PlainDate
  /** internal: how many */
  records: number
  /** internal: sum in its trailer */
  total_yen: number
  /** internal: when it was taken in */
  taken_at: Temporal.Instant
  /** internal: by whom */
  taken_by_name: string
}

export interface AgentRecordTable {
  /** internal: from which file */
  file_id: string
  /** internal: its line there */
  line: number
  /** internal: prompt or final */
  stage: string
  /** internal: paid or cancelled */
  act: string
  /** internal: the agent's name for the payment */
  agent_number: string
  /** internal: the 44 digits that were read */
  digits: string
  /** internal: amount */
  yen: number
  /** internal: when it was paid at the shop */
  paid_at: Temporal.Instant
  /** internal: day on which the city gets the money; known in a final file */
  cash_on: Temporal.PlainDate | null
  /** internal: where */
  shop: string
  /** internal: what we made of it */
  outcome: string
}

export interface BankCreditTable {
  /** internal: identity */
  id: string
  /** internal: the same line brought again has the same key */
  key: string
  /** internal: day on the account */
  credited_on: Temporal.PlainDate
  /** internal: day of collection that it settles */
  covers_on: Temporal.PlainDate
  /** internal: card, slip or cash */
  way: string
  /** internal: amount */
  yen: number
  /** internal: text of the line */
  description: string
  /** internal: when */
  entered_at: Temporal.Instant
  /** internal: by whom */
  entered_by_name: string
}

export interface CardSessionTable {
  /** internal: the provider's name for it */
  id: string
  /** internal: for which request */
  request_id: string
  /** internal: the provider's page */
  url: string
  /** internal: the provider's name for the money that moved */
  intent: string | null
  /** internal: amount it was opened for */
  yen: number
  /** internal: how far we know it to be */
  state: string
  /** internal: when */
  opened_at: Temporal.Instant
  /** internal: when the provider closes it */
  expires_at: Temporal.Instant
  /** internal: when the sweep asks again; none once it has ended */
  next_check_at: Temporal.Instant | null
  /** internal: how often the sweep asked */
  checks: Generated<number>
  /** internal: how we learnt of its end: webhook, return or sweep */
  ended_by: string | null
}

export interface ClosedDayTable {
  /** internal: day that a person closed */
  day: Temporal.PlainDate
  /** internal: as it stood then */
  ledger_yen: number
  /** internal: as it stood then */
  agents_yen: number
  /** internal: as it stood then */
  bank_yen: number
  /** internal: when */
  closed_at: Temporal.Instant
  /** internal: by whom */
  closed_by_name: string
  /** internal: what was left, and why */
  note: string
}

export interface DifferenceTable {
  /** internal: identity */
  id: string
  /** internal: the same finding has the same key */
  key: string
  /** internal: what is wrong */
  kind: string
  /** internal: of the day's match that it belongs to */
  day: Temporal.PlainDate
  /** internal: which request, where it is known */
  request_id: string | null
  /** internal: amount */
  yen: number
  /** internal: what came in, without names */
  detail: string
  /** internal: when */
  found_at: Temporal.Instant
  /** internal: when somebody settled it */
  settled_at: Temporal.Instant | null
  /** internal: who */
  settled_by_name: string | null
  /** internal: what was done */
  note: Generated<string>
}

export interface EventTable {
  /** internal: identity */
  id: string
  /** internal: about which request */
  request_id: string
  /** internal: the same happening told again has the same key */
  key: string
  /** internal: what happened */
  kind: string
  /** internal: when it happened, as its source says */
  occurred_at: Temporal.Instant
  /** internal: when we heard of it */
  recorded_at: Temporal.Instant
  /** internal: id of whoever did it */
  actor: string
  /** internal: member of staff, or empty */
  actor_name: string
  /** internal: card, slip or cash */
  way: string | null
  /** internal: which payment, as the other side names it */
  transaction: string | null
  /** internal: amount */
  yen: number | null
  /** internal: legal day of payment: card approved, counter of the shop, till */
  paid_on: Temporal.PlainDate | null
  /** internal: day on which the money reached the city */
  cash_on: Temporal.PlainDate | null
  /** internal: to be paid until */
  due_on: Temporal.PlainDate | null
  /** internal: last day */
  expires_on: Temporal.PlainDate | null
  /** internal: which refund */
  refund_id: string | null
  /** internal: why; never a name */
  reason: string | null
}

export interface ForgedWebhookTable {
  /** internal: day */
  day: Temporal.PlainDate
  /** internal: what was wrong */
  reason: string
  /** internal: how often */
  times: number
  /** internal: when last */
  last_at: Temporal.Instant
}

export interface LineTable {
  /** internal: which request */
  request_id: string
  /** internal: from 1 */
  position: number
  /** internal: key of the fee */
  fee: string
  /** internal: key of the reduction; empty where there is none */
  reduction: string
  /** internal: price that held */
  rate_id: string
  /** internal: reduced price that held */
  reduction_rate_id: string | null
  /** internal: name as it was then */
  label_ja: string
  /** internal: the same in easy Japanese */
  label_yasashii: string
  /** internal: the same in English */
  label_en: string
  /** internal: the same in Portuguese */
  label_pt: string
  /** internal: how many */
  quantity: number
  /** internal: price of one */
  unit_yen: number
  /** internal: taken off the whole line */
  off_yen: number
  /** sensitive: why it was reduced, as the service says it (a reduction may tell of welfare) */
  reason: string
}

export interface ProviderEntryTable {
  /** internal: the provider's name for it */
  id: string
  /** internal: charge or refund */
  kind: string
  /** internal: which money */
  intent: string
  /** internal: amount; below zero for refunds */
  yen: number
  /** internal: kept back by the provider */
  fee_yen: number
  /** internal: day in Japan */
  occurred_on: Temporal.PlainDate
  /** internal: day on which the city gets it */
  cash_on: Temporal.PlainDate
  /** internal: when we asked */
  fetched_at: Temporal.Instant
}

export interface ProviderFetchTable {
  /** internal: last day that is known whole */
  day: Temporal.PlainDate
  /** internal: when we asked */
  fetched_at: Temporal.Instant
}

export interface RateTable {
  /** internal: identity, kept with every line that was priced by it */
  id: string
  /** public: key of the fee, e.g. certificates.resident-copy */
  fee: string
  /** public: key of the reduction; empty for the fee itself */
  reduction: string
  /** public: first day */
  valid_from: Temporal.PlainDate
  /** public: last day, or none */
  valid_to: Temporal.PlainDate | null
  /** public: price of one; of a reduction: what is paid for one instead */
  yen: number
  /** public: name in Japanese */
  label_ja: string
  /** public: name in easy Japanese */
  label_yasashii: string
  /** public: name in English */
  label_en: string
  /** public: name in Portuguese */
  label_pt: string
  /** public: ordinance and article */
  source: string
  /** public: a figure of the demo, no ordinance says it */
  is_invented: boolean
  /** internal: from 1; the highest one counts */
  edition: number
  /** internal: when it was taken in */
  recorded_at: Temporal.Instant
  /** internal: by whom; empty for the city's folder */
  recorded_by_name: string
}

export interface ReceiptTable {
  /** internal: fiscal year and serial, without gaps */
  number: string
  /** internal: for which request */
  request_id: string
  /** internal: for which payment */
  transaction: string
  /** internal: how it was paid */
  way: string
  /** internal: how much */
  yen: number
  /** internal: legal day of payment */
  paid_on: Temporal.PlainDate
  /** internal: when */
  issued_at: Temporal.Instant
  /** internal: member of staff, or empty */
  issued_by_name: string
  /** internal: when somebody asked to void it */
  void_asked_at: Temporal.Instant | null
  /** internal: who asked */
  void_asked_by: string | null
  /** internal: who asked, by name */
  void_asked_by_name: string | null
  /** internal: why */
  void_reason: string | null
  /** internal: when a second person did */
  voided_at: Temporal.Instant | null
  /** internal: who did */
  voided_by_name: string | null
}

export interface ReceiptSerialTable {
  /** internal: year */
  fiscal_year: number
  /** internal: last number given out */
  last: number
}

export interface RefundTable {
  /** internal: identity */
  id: string
  /** internal: of which request */
  request_id: string
  /** internal: of which payment */
  transaction: string
  /** internal: card, cash or bank */
  means: string
  /** internal: how much */
  yen: number
  /** internal: why */
  reason: string
  /** internal: how far it is */
  state: string
  /** internal: when */
  asked_at: Temporal.Instant
  /** internal: who asked */
  asked_by: string
  /** internal: who asked, by name; empty for a service */
  asked_by_name: string
  /** internal: when a second person decided */
  decided_at: Temporal.Instant | null
  /** internal: who decided */
  decided_by_name: string | null
  /** internal: why it was refused */
  decision: Generated<string>
  /** internal: when the provider is asked (again) */
  next_try_at: Temporal.Instant | null
  /** internal: how often it was */
  tries: Generated<number>
  /** internal: what the provider said last */
  problem: Generated<string>
  /** internal: the provider's name for it */
  provider_number: string | null
  /** sensitive: bank account of the payer, sealed */
  account_sealed: string | null
  /** internal: day on which the money left */
  paid_on: Temporal.PlainDate | null
}

export interface RequestTable {
  /** internal: identity */
  id: string
  /** internal: what people read aloud, with check digit */
  number: string
  /** personal: second half of the link; whoever knows it may look and pay */
  access_key: string
  /** internal: who asks */
  service: string
  /** internal: the service's own name for what is paid, e.g. certificates:0190… */
  reference: string
  /** internal: what it is for */
  title_ja: string
  /** internal: the same in easy Japanese */
  title_yasashii: string
  /** internal: the same in English */
  title_en: string
  /** internal: the same in Portuguese */
  title_pt: string
  /** personal: account of the resident who sees it under /my, or none */
  owner_account: string | null
  /** personal: name for slips and receipts as the service gave it; may be empty */
  payer_name: string
  /** internal: what is asked */
  amount_yen: number
  /** internal: to be paid until */
  due_on: Temporal.PlainDate
  /** internal: last day on which it can be paid at all */
  expires_on: Temporal.PlainDate
  /** internal: the service's page that the payer is led back to */
  return_path: string
  /** internal: when */
  requested_at: Temporal.Instant
  /** internal: folded from the events */
  state: string
  /** internal: what has come in and was not taken back */
  paid_yen: Generated<number>
  /** internal: what has come in without being asked, less what was given back */
  surplus_yen: Generated<number>
  /** internal: what was given back */
  refunded_yen: Generated<number>
}

export interface SlipTable {
  /** internal: the 44 digits under the bars */
  digits: string
  /** internal: the 21 digits that are ours */
  number: string
  /** internal: for which request */
  request_id: string
  /** internal: from 1; only the last one is valid */
  issue: number
  /** internal: amount in the bars */
  yen: number
  /** internal: last day at the shop */
  valid_until: Temporal.PlainDate
  /** internal: when */
  issued_at: Temporal.Instant
  /** internal: member of staff, or empty where the payer asked for it */
  issued_by_name: string
}

export interface TillTable {
  /** internal: identity */
  id: string
  /** internal: day */
  day: Temporal.PlainDate
  /** internal: whose */
  clerk_id: string
  /** internal: whose, by name */
  clerk_name: string
  /** internal: when */
  opened_at: Temporal.Instant
  /** internal: counted in the morning */
  opening_yen: number
  /** internal: notes and coins by their value */
  opening_pieces: unknown
  /** internal: when it was counted in the evening */
  closed_at: Temporal.Instant | null
  /** internal: counted in the evening */
  closing_yen: number | null
  /** internal: notes and coins by their value */
  closing_pieces: unknown | null
  /** internal: why it differs */
  note: Generated<string>
}

export interface TillEntryTable {
  /** internal: identity */
  id: string
  /** internal: which drawer */
  till_id: string
  /** internal: for which request */
  request_id: string
  /** internal: taken, voided or refunded */
  kind: string
  /** internal: into the drawer; below zero: out of it */
  yen: number
  /** internal: when */
  at: Temporal.Instant
}

export interface WebhookTable {
  /** internal: the provider's name for the event */
  id: string
  /** internal: its type */
  kind: string
  /** internal: which session */
  session_id: string
  /** internal: when the provider wrote it */
  created_at: Temporal.Instant
  /** internal: when it came first */
  received_at: Temporal.Instant
  /** internal: when it came last */
  last_at: Temporal.Instant
  /** internal: how often it came */
  times: Generated<number>
  /** internal: what we made of it */
  outcome: string
}

-- What the city asks money for, and what became of each request. Amounts are whole yen. What happened is appended to
-- payments.event; the state in payments.request is folded from it and stands there only so that lists can be searched.

-- One row is one price from one day on. A correction is a further edition of the same row; nothing is ever overwritten.
create table payments.rate ( -- append-only
  id uuid primary key, -- internal: identity, kept with every line that was priced by it
  fee text not null, -- public: key of the fee, e.g. certificates.resident-copy
  reduction text not null, -- public: key of the reduction; empty for the fee itself
  valid_from date not null, -- public: first day
  valid_to date, -- public: last day, or none
  yen int not null, -- public: price of one; of a reduction: what is paid for one instead
  label_ja text not null, -- public: name in Japanese
  label_yasashii text not null, -- public: name in easy Japanese
  label_en text not null, -- public: name in English
  label_pt text not null, -- public: name in Portuguese
  source text not null, -- public: ordinance and article
  is_invented boolean not null, -- public: a figure of the demo, no ordinance says it
  edition int not null, -- internal: from 1; the highest one counts
  recorded_at timestamptz not null, -- internal: when it was taken in
  recorded_by_name text not null, -- internal: by whom; empty for the city's folder
  unique (fee, reduction, valid_from, edition),
  check (yen >= 0),
  check (valid_to is null or valid_to >= valid_from)
);

create sequence payments.request_serial;

create table payments.request (
  id uuid primary key, -- internal: identity
  number text not null unique, -- internal: what people read aloud, with check digit
  access_key text not null, -- personal: second half of the link; whoever knows it may look and pay
  service text not null, -- internal: who asks
  reference text not null unique, -- internal: the service's own name for what is paid, e.g. certificates:0190…
  title_ja text not null, -- internal: what it is for
  title_yasashii text not null, -- internal: the same in easy Japanese
  title_en text not null, -- internal: the same in English
  title_pt text not null, -- internal: the same in Portuguese
  owner_account uuid, -- personal: account of the resident who sees it under /my, or none
  payer_name text not null, -- personal: name for slips and receipts as the service gave it; may be empty
  amount_yen int not null, -- internal: what is asked
  due_on date not null, -- internal: to be paid until
  expires_on date not null, -- internal: last day on which it can be paid at all
  return_path text not null, -- internal: the service's page that the payer is led back to
  requested_at timestamptz not null, -- internal: when
  state text not null, -- internal: folded from the events
  paid_yen int not null default 0, -- internal: what has come in and was not taken back
  surplus_yen int not null default 0, -- internal: what has come in without being asked, less what was given back
  refunded_yen int not null default 0, -- internal: what was given back
  check (amount_yen >= 0),
  check (expires_on >= due_on),
  check (state in ('requested', 'way-chosen', 'authorised', 'failed', 'paid', 'cancelled', 'expired', 'refunded'))
);
create index request_by_time on payments.request (requested_at desc);
create index request_open on payments.request (expires_on) where state in ('requested', 'way-chosen', 'authorised', 'failed');
create index request_owner on payments.request (owner_account) where owner_account is not null;

create table payments.line ( -- append-only
  request_id uuid not null references payments.request, -- internal: which request
  position int not null, -- internal: from 1
  fee text not null, -- internal: key of the fee
  reduction text not null, -- internal: key of the reduction; empty where there is none
  rate_id uuid not null references payments.rate, -- internal: price that held
  reduction_rate_id uuid references payments.rate, -- internal: reduced price that held
  label_ja text not null, -- internal: name as it was then
  label_yasashii text not null, -- internal: the same in easy Japanese
  label_en text not null, -- internal: the same in English
  label_pt text not null, -- internal: the same in Portuguese
  quantity int not null, -- internal: how many
  unit_yen int not null, -- internal: price of one
  off_yen int not null, -- internal: taken off the whole line
  reason text not null, -- sensitive: why it was reduced, as the service says it (a reduction may tell of welfare)
  primary key (request_id, position),
  check (quantity > 0 and unit_yen >= 0 and off_yen between 0 and quantity * unit_yen)
);

create table payments.event ( -- append-only
  id uuid primary key, -- internal: identity
  request_id uuid not null references payments.request, -- internal: about which request
  key text not null, -- internal: the same happening told again has the same key
  kind text not null, -- internal: what happened
  occurred_at timestamptz not null, -- internal: when it happened, as its source says
  recorded_at timestamptz not null, -- internal: when we heard of it
  actor text not null, -- internal: id of whoever did it
  actor_name text not null, -- internal: member of staff, or empty
  way text, -- internal: card, slip or cash
  transaction text, -- internal: which payment, as the other side names it
  yen int, -- internal: amount
  paid_on date, -- internal: legal day of payment: card approved, counter of the shop, till
  cash_on date, -- internal: day on which the money reached the city
  due_on date, -- internal: to be paid until
  expires_on date, -- internal: last day
  refund_id uuid, -- internal: which refund
  reason text, -- internal: why; never a name
  unique (request_id, key)
);
create index event_paid on payments.event (paid_on, way) where kind = 'paid';
create index event_transaction on payments.event (transaction);

-- One try to pay by card on the provider's own page. No card number ever comes here.
create table payments.card_session (
  id text primary key, -- internal: the provider's name for it
  request_id uuid not null references payments.request, -- internal: for which request
  url text not null, -- internal: the provider's page
  intent text, -- internal: the provider's name for the money that moved
  yen int not null, -- internal: amount it was opened for
  state text not null, -- internal: how far we know it to be
  opened_at timestamptz not null, -- internal: when
  expires_at timestamptz not null, -- internal: when the provider closes it
  next_check_at timestamptz, -- internal: when the sweep asks again; none once it has ended
  checks int not null default 0, -- internal: how often the sweep asked
  ended_by text, -- internal: how we learnt of its end: webhook, return or sweep
  check (state in ('open', 'paid', 'failed', 'expired', 'lost'))
);
create index card_session_due on payments.card_session (next_check_at) where next_check_at is not null;
create index card_session_request on payments.card_session (request_id);

-- What the provider told us, once for each of its events, however often it was brought.
create table payments.webhook (
  id text primary key, -- internal: the provider's name for the event
  kind text not null, -- internal: its type
  session_id text not null, -- internal: which session
  created_at timestamptz not null, -- internal: when the provider wrote it
  received_at timestamptz not null, -- internal: when it came first
  last_at timestamptz not null, -- internal: when it came last
  times int not null default 1, -- internal: how often it came
  outcome text not null -- internal: what we made of it
);
create index webhook_by_time on payments.webhook (received_at desc);

-- What did not prove where it came from. Only counted: nobody may fill the database without a signature.
create table payments.forged_webhook (
  day date not null, -- internal: day
  reason text not null, -- internal: what was wrong
  times int not null, -- internal: how often
  last_at timestamptz not null, -- internal: when last
  primary key (day, reason)
);

create table payments.slip (
  digits text primary key, -- internal: the 44 digits under the bars
  number text not null unique, -- internal: the 21 digits that are ours
  request_id uuid not null references payments.request, -- internal: for which request
  issue int not null, -- internal: from 1; only the last one is valid
  yen int not null, -- internal: amount in the bars
  valid_until date not null, -- internal: last day at the shop
  issued_at timestamptz not null, -- internal: when
  issued_by_name text not null, -- internal: member of staff, or empty where the payer asked for it
  unique (request_id, issue),
  check (yen between 1 and 999999)
);

create table payments.agent_file ( -- append-only
  id uuid primary key, -- internal: identity
  name text not null, -- internal: name of the file
  sha256 bytea not null unique, -- internal: of its bytes; the same file again changes nothing
  agent text not null, -- internal: code of the collecting agent
  stage text not null, -- internal: prompt (速報) or final (確報)
  sent_on date not null, -- internal: day in its header
  records int not null, -- internal: how many
  total_yen bigint not null, -- internal: sum in its trailer
  taken_at timestamptz not null, -- internal: when it was taken in
  taken_by_name text not null, -- internal: by whom
  check (stage in ('prompt', 'final'))
);

create table payments.agent_record ( -- append-only
  file_id uuid not null references payments.agent_file, -- internal: from which file
  line int not null, -- internal: its line there
  stage text not null, -- internal: prompt or final
  act text not null, -- internal: paid or cancelled
  agent_number text not null, -- internal: the agent's name for the payment
  digits text not null, -- internal: the 44 digits that were read
  yen int not null, -- internal: amount
  paid_at timestamptz not null, -- internal: when it was paid at the shop
  cash_on date, -- internal: day on which the city gets the money; known in a final file
  shop text not null, -- internal: where
  outcome text not null, -- internal: what we made of it
  primary key (file_id, line),
  unique (stage, act, agent_number),
  check (act in ('paid', 'cancelled'))
);
create index agent_record_day on payments.agent_record (paid_at);
create index agent_record_cash on payments.agent_record (cash_on) where cash_on is not null;

-- The drawer of one clerk on one day.
create table payments.till (
  id uuid primary key, -- internal: identity
  day date not null, -- internal: day
  clerk_id text not null, -- internal: whose
  clerk_name text not null, -- internal: whose, by name
  opened_at timestamptz not null, -- internal: when
  opening_yen int not null, -- internal: counted in the morning
  opening_pieces jsonb not null, -- internal: notes and coins by their value
  closed_at timestamptz, -- internal: when it was counted in the evening
  closing_yen int, -- internal: counted in the evening
  closing_pieces jsonb, -- internal: notes and coins by their value
  note text not null default '', -- internal: why it differs
  unique (day, clerk_id)
);

create table payments.till_entry ( -- append-only
  id uuid primary key, -- internal: identity
  till_id uuid not null references payments.till, -- internal: which drawer
  request_id uuid not null references payments.request, -- internal: for which request
  kind text not null, -- internal: taken, voided or refunded
  yen int not null, -- internal: into the drawer; below zero: out of it
  at timestamptz not null, -- internal: when
  check (kind in ('taken', 'voided', 'refunded'))
);
create index till_entry_till on payments.till_entry (till_id);

create table payments.receipt (
  number text primary key, -- internal: fiscal year and serial, without gaps
  request_id uuid not null references payments.request, -- internal: for which request
  transaction text not null, -- internal: for which payment
  way text not null, -- internal: how it was paid
  yen int not null, -- internal: how much
  paid_on date not null, -- internal: legal day of payment
  issued_at timestamptz not null, -- internal: when
  issued_by_name text not null, -- internal: member of staff, or empty
  void_asked_at timestamptz, -- internal: when somebody asked to void it
  void_asked_by text, -- internal: who asked
  void_asked_by_name text, -- internal: who asked, by name
  void_reason text, -- internal: why
  voided_at timestamptz, -- internal: when a second person did
  voided_by_name text, -- internal: who did
  unique (request_id, transaction)
);
create table payments.receipt_serial (
  fiscal_year int primary key, -- internal: year
  last int not null -- internal: last number given out
);

create table payments.refund (
  id uuid primary key, -- internal: identity
  request_id uuid not null references payments.request, -- internal: of which request
  transaction text not null, -- internal: of which payment
  means text not null, -- internal: card, cash or bank
  yen int not null, -- internal: how much
  reason text not null, -- internal: why
  state text not null, -- internal: how far it is
  asked_at timestamptz not null, -- internal: when
  asked_by text not null, -- internal: who asked
  asked_by_name text not null, -- internal: who asked, by name; empty for a service
  decided_at timestamptz, -- internal: when a second person decided
  decided_by_name text, -- internal: who decided
  decision text not null default '', -- internal: why it was refused
  next_try_at timestamptz, -- internal: when the provider is asked (again)
  tries int not null default 0, -- internal: how often it was
  problem text not null default '', -- internal: what the provider said last
  provider_number text, -- internal: the provider's name for it
  account_sealed text, -- sensitive: bank account of the payer, sealed
  paid_on date, -- internal: day on which the money left
  check (yen > 0),
  check (means in ('card', 'cash', 'bank')),
  check (state in ('asked', 'approved', 'refused', 'paid', 'failed'))
);
create index refund_open on payments.refund (asked_at) where state in ('asked', 'approved', 'failed');
create index refund_request on payments.refund (request_id);

-- What a person has to look at: money that fits no request, an amount that is another, a cancelled one that was paid.
create table payments.difference (
  id uuid primary key, -- internal: identity
  key text not null unique, -- internal: the same finding has the same key
  kind text not null, -- internal: what is wrong
  day date not null, -- internal: of the day's match that it belongs to
  request_id uuid references payments.request, -- internal: which request, where it is known
  yen int not null, -- internal: amount
  detail text not null, -- internal: what came in, without names
  found_at timestamptz not null, -- internal: when
  settled_at timestamptz, -- internal: when somebody settled it
  settled_by_name text, -- internal: who
  note text not null default '' -- internal: what was done
);
create index difference_open on payments.difference (day) where settled_at is null;

-- What the card provider says moved, day by day.
create table payments.provider_entry (
  id text primary key, -- internal: the provider's name for it
  kind text not null, -- internal: charge or refund
  intent text not null, -- internal: which money
  yen int not null, -- internal: amount; below zero for refunds
  fee_yen int not null, -- internal: kept back by the provider
  occurred_on date not null, -- internal: day in Japan
  cash_on date not null, -- internal: day on which the city gets it
  fetched_at timestamptz not null -- internal: when we asked
);
-- Up to which day the provider was asked what moved.
create table payments.provider_fetch (
  day date primary key, -- internal: last day that is known whole
  fetched_at timestamptz not null -- internal: when we asked
);
create index provider_entry_day on payments.provider_entry (occurred_on);

create table payments.bank_credit (
  id uuid primary key, -- internal: identity
  key text not null unique, -- internal: the same line brought again has the same key
  credited_on date not null, -- internal: day on the account
  covers_on date not null, -- internal: day of collection that it settles
  way text not null, -- internal: card, slip or cash
  yen int not null, -- internal: amount
  description text not null, -- internal: text of the line
  entered_at timestamptz not null, -- internal: when
  entered_by_name text not null, -- internal: by whom
  check (way in ('card', 'slip', 'cash'))
);
create index bank_credit_day on payments.bank_credit (covers_on);

create table payments.closed_day ( -- append-only
  day date primary key, -- internal: day that a person closed
  ledger_yen bigint not null, -- internal: as it stood then
  agents_yen bigint not null, -- internal: as it stood then
  bank_yen bigint not null, -- internal: as it stood then
  closed_at timestamptz not null, -- internal: when
  closed_by_name text not null, -- internal: by whom
  note text not null -- internal: what was left, and why
);

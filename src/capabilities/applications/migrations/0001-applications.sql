-- Applications of residents: drafts, what was filed in each of its editions, what happened to it. Nothing here is append-only in
-- the database, because all of it is forgotten when its time of keeping ends; what happened stays in the chain of facts.

create sequence applications.receipt_serial;

create table applications.application (
  id uuid primary key, -- internal: identity, from the first draft on; its files are kept under it
  number text unique, -- internal: readable number of the receipt; none while it is a draft
  procedure text not null, -- internal: key of the procedure
  version text not null, -- internal: version of the form it is filled in on
  channel text not null, -- internal: online, paper or portal
  state text not null, -- internal: where it stands
  account_id uuid, -- personal: account of who filed it
  person_id uuid, -- personal: whose business it is, as the register's key
  acting_as text not null, -- personal: self, guardian or proxy
  applicant_name text not null default '', -- personal: name as it was filed
  mail text not null default '', -- personal: address for notices that say no more than that there is news
  language text not null, -- personal: wants to read this
  answers jsonb not null, -- sensitive: what was answered, as it stands now
  made_by text not null, -- personal: who began it
  made_at timestamptz not null, -- internal: when it was begun
  changed_at timestamptz not null, -- internal: when anything of it last changed
  submitted_at timestamptz, -- internal: when it was filed
  due_on date, -- internal: when the office should have decided
  claimed_by uuid, -- internal: which officer has it
  stage uuid, -- internal: a step that the desk itself named
  asked jsonb not null default '{"list": []}', -- sensitive: what the officer asked to be put right
  correct_by date, -- internal: until when
  signature jsonb, -- sensitive: request for the card's signature, the digest that it is over, and the signature itself
  decision jsonb, -- sensitive: what was proposed or decided, and why
  decided_at timestamptz, -- internal: when it was decided or withdrawn
  edition int not null default 0, -- internal: how many times it was filed or put right
  erase_on date, -- internal: when it is forgotten
  check (channel in ('online', 'paper', 'portal')),
  check (state in ('draft', 'submitted', 'checking', 'correction-asked', 'corrected', 'proposed', 'approved', 'refused', 'withdrawn')),
  check (acting_as in ('self', 'guardian', 'proxy')),
  check ((number is null) = (state = 'draft')),
  check ((submitted_at is null) = (state = 'draft'))
);
create index application_at_desk on applications.application (procedure, state, due_on);
create index application_of_account on applications.application (account_id, changed_at desc);
create index application_of_person on applications.application (person_id);
create index application_drafts on applications.application (changed_at) where state = 'draft';
create index application_to_erase on applications.application (erase_on) where erase_on is not null;

-- What was filed, and each time it was put right: the earlier answers stay beside the later ones.
create table applications.edition (
  application_id uuid not null references applications.application (id) on delete cascade, -- internal: which application
  edition int not null, -- internal: 1 as it was filed, then one more each time
  made_at timestamptz not null, -- internal: when
  answers jsonb not null, -- sensitive: what was answered
  sheet jsonb not null, -- sensitive: the same as people read it in four languages, with requirements and calculation
  primary key (application_id, edition)
);

create table applications.event (
  entry bigint generated always as identity primary key, -- internal: order
  application_id uuid not null references applications.application (id) on delete cascade, -- internal: which application
  at timestamptz not null, -- internal: when
  by text not null, -- personal: who
  by_name text not null, -- personal: their name at that time; empty for residents
  kind text not null, -- internal: what happened
  is_internal boolean not null, -- internal: only staff see it
  text text not null -- sensitive: message, reason or note
);
create index event_of_application on applications.event (application_id, entry);

-- Steps that a desk names itself, with what residents read while an application is there.
create table applications.stage (
  id uuid primary key, -- internal: identity
  procedure text not null, -- internal: of which procedure
  label_ja text not null, -- public: its name
  label_easy text not null, -- public: in easy Japanese
  label_en text not null, -- public: in English
  label_pt text not null, -- public: in Portuguese
  retired_at timestamptz -- internal: no longer offered since
);

-- A procedure that is closed for a while: it is shown with when it opens again, never hidden.
create table applications.pause (
  id uuid primary key, -- internal: identity
  procedure text not null, -- public: which procedure
  from_on date not null, -- public: first day
  until_on date, -- public: last day; open where nobody knows it
  reason_ja text not null, -- public: why, in Japanese
  reason_easy text not null, -- public: in easy Japanese
  reason_en text not null, -- public: in English
  reason_pt text not null, -- public: in Portuguese
  set_by text not null, -- internal: who closed it
  ended_at timestamptz -- internal: taken back before its day
);

-- What the national portal handed over, by its own number: fetched again, it is the same.
create table applications.portal_reception (
  reception_number text primary key, -- internal: 受付番号 of the portal
  application_id uuid references applications.application (id) on delete set null, -- internal: what became of it here
  matched_by text not null, -- internal: certificate, hand or none
  certificate_serial text not null, -- sensitive: serial number of the applicant's certificate for signatures
  certificate_issuer text not null, -- internal: who issued it
  fetched_at timestamptz not null, -- internal: when it was fetched
  told_state text not null default '' -- internal: state that the portal was told last
);

-- 支援措置 (住民基本台帳事務処理要領 第5-10): people whose address must reach nobody who looks for them. To a clerk without the right
-- of release they do not exist.

create sequence resident_records.protection_serial as bigint start 1;

create table resident_records.protection (
  id uuid primary key, -- internal: identity
  number bigint not null unique, -- internal: 受付番号
  person_id uuid not null references resident_records.person, -- sensitive: who asked for protection
  category text not null, -- sensitive: dv, stalking, child-abuse, other
  scope text not null, -- sensitive: the person alone, or the household with them
  status text not null, -- sensitive: draft, approved, refused, ended
  requester text not null, -- sensitive: self, guardian, proxy
  requester_name text not null, -- sensitive: who came for the person; empty where the person came
  requester_proof text not null, -- sensitive: what showed their right to act
  against text not null, -- sensitive: from whom, as the application says
  opinion_from text not null, -- sensitive: the body whose opinion confirmed the need: police, consultation centre, child guidance office
  opinion_on date, -- sensitive: date of that opinion
  note text not null, -- sensitive: what else must be known
  applied_on date not null, -- sensitive: day of the application
  extends uuid references resident_records.protection, -- internal: the protection that it continues
  drafted_by text not null, -- internal: who took the application in
  drafted_by_name text not null, -- internal: their name
  drafted_at timestamptz not null, -- internal: when
  decided_by text, -- internal: the second person, who approved or refused
  decided_by_name text, -- internal: their name
  decided_at timestamptz, -- internal: when
  refusal_reason text not null default '', -- sensitive: why it was refused
  begins_on date, -- sensitive: first day, once approved
  ends_on date, -- sensitive: last day, a year on or earlier
  ended_by text, -- internal: who ended it before its time
  ended_at timestamptz, -- internal: when
  end_reason text not null default '', -- sensitive: why
  check (category in ('dv', 'stalking', 'child-abuse', 'other')),
  check (scope in ('self', 'household')),
  check (status in ('draft', 'approved', 'refused', 'ended')),
  check (requester in ('self', 'guardian', 'proxy')),
  check ((status in ('approved', 'ended')) = (begins_on is not null)),
  check ((begins_on is null) = (ends_on is null)),
  -- 四つの目: whoever took the application in does not decide on it.
  check (decided_by is null or decided_by <> drafted_by)
);
create index protection_person on resident_records.protection (person_id);
create index protection_ending on resident_records.protection (ends_on) where status = 'approved';

-- Who is hidden, and for which days: the one table that every reading of the register asks.
create table resident_records.protected_person (
  protection_id uuid not null references resident_records.protection, -- sensitive: under which protection
  person_id uuid not null references resident_records.person, -- sensitive: who
  begins_on date not null, -- sensitive: first day
  ends_on date not null, -- sensitive: last day
  primary key (person_id, protection_id)
);

create table resident_records.protection_step ( -- append-only
  protection_id uuid not null references resident_records.protection, -- internal: of which protection
  step text not null, -- internal: drafted, approved, refused, extended, ended, joined
  at timestamptz not null, -- internal: when
  by text not null, -- internal: who
  by_name text not null, -- internal: their name
  note text not null default '' -- sensitive: why
);
create index protection_step_protection on resident_records.protection_step (protection_id, at);

-- 交付・閲覧の請求を拒んだ記録: who asked for a protected person's data at the counter and was refused.
create table resident_records.protection_refusal ( -- append-only
  id uuid primary key, -- internal: identity
  protection_id uuid not null references resident_records.protection, -- sensitive: under which protection
  on_day date not null, -- sensitive: when they came
  asked_by text not null, -- sensitive: who asked, as their papers said
  asked_for text not null, -- sensitive: what they asked for
  answer text not null, -- sensitive: what they were told
  noted_by text not null, -- internal: who noted it
  noted_by_name text not null, -- internal: their name
  noted_at timestamptz not null -- internal: when
);
create index protection_refusal_protection on resident_records.protection_refusal (protection_id, noted_at);

-- Residents who sign in. They stand apart from the people at work: no duty, no unit, sessions with terms of their own, so
-- that no query over one kind can ever let the other in. How they prove who they are is a capability's affair.

create table kernel.resident (
  id uuid primary key, -- internal: identity of the account
  name text not null, -- personal: how the account greets
  person_id uuid, -- personal: key in the resident register, once matched
  language text not null default 'ja', -- personal: preferred language
  is_open boolean not null default true, -- internal: may sign in; false once the account was closed
  created_at timestamptz not null -- internal: when the account was made
);

-- One person of the register has one open account: a renewed card finds it again instead of opening a second one.
create unique index resident_by_person on kernel.resident (person_id) where is_open;

create table kernel.resident_session (
  id uuid primary key, -- internal: identity shown in the list of devices
  token_hash bytea not null unique, -- sensitive: SHA-256 of the cookie's secret
  resident_id uuid not null references kernel.resident on delete cascade, -- personal: whose
  created_at timestamptz not null, -- personal: when signed in
  seen_at timestamptz not null, -- personal: last use
  expires_at timestamptz not null, -- internal: not after
  device text not null, -- personal: browser as it names itself
  proof text not null check (proof in ('card', 'passkey', 'mail')), -- internal: how this session was proven
  acts_for uuid, -- personal: key in the register of the person acted for
  acts_for_name text, -- personal: that person's name, as every page shows it meanwhile
  acts_as text check (acts_as in ('guardian', 'proxy')), -- personal: by which kind of power
  acts_until date, -- personal: last day of that power, empty when nobody knows it
  check ((acts_for is null) = (acts_as is null) and (acts_for is null) = (acts_for_name is null))
);
create index resident_session_by_resident on kernel.resident_session (resident_id);
create index resident_session_by_power on kernel.resident_session (acts_for) where acts_for is not null;

-- Who works here, in which unit, with which duties: everything with the days on which it holds.

create table kernel.unit (
  code text primary key, -- public: the city's code of the unit
  kind text not null check (kind in ('department', 'section', 'group')), -- public: 部, 課, グループ
  parent_code text references kernel.unit, -- public: the unit it belongs to
  name text not null, -- public: as printed
  name_en text not null default '', -- public: in English
  name_pt text not null default '', -- public: in Portuguese
  valid_from date, -- public: first day, empty when nobody knows
  valid_to date, -- public: last day, empty while it exists
  successor_code text references kernel.unit, -- public: who carries on after a reorganisation
  note text not null default '' -- internal: what the city knows about it
);

create table kernel.person (
  id uuid primary key, -- internal: identity of the account
  login text not null unique, -- personal: name to sign in with
  name text not null, -- personal: 氏名, never altered
  name_kana text not null default '', -- personal: reading
  unit_code text references kernel.unit, -- internal: where the person works
  is_active boolean not null default true, -- internal: may sign in
  language text not null default 'ja', -- personal: preferred language
  created_at timestamptz not null default now() -- internal: when the account was made
);

create table kernel.duty (
  person_id uuid not null references kernel.person, -- internal: who
  duty text not null, -- internal: which duty, e.g. plan-editor
  valid_from date not null, -- internal: first day
  valid_to date, -- internal: last day, empty while it lasts
  primary key (person_id, duty, valid_from)
);

create table kernel.session (
  id uuid primary key, -- internal: identity shown in the list of sessions
  token_hash bytea not null unique, -- sensitive: SHA-256 of the cookie's secret
  person_id uuid not null references kernel.person, -- personal: whose
  created_at timestamptz not null, -- personal: when signed in
  seen_at timestamptz not null, -- personal: last use
  expires_at timestamptz not null, -- internal: not after
  device text not null, -- personal: browser as it names itself
  method text not null -- internal: how the person proved who they are
);
create index session_by_person on kernel.session (person_id);

-- Where a form was sent twice, the second answer is the first one's.
create table kernel.submission (
  key text primary key, -- internal: the form's own number with its sender
  outcome jsonb not null, -- internal: the answer that was given
  recorded_at timestamptz not null default now() -- internal: when
);
create index submission_age on kernel.submission (recorded_at);

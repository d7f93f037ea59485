-- What is thrown away how, where and when. The rows hold the present state; every alteration of an item is also
-- appended to garbage_guide.item_change. Columns of type jsonb called name, how, title, body, size and note hold the
-- four languages: {"ja": "…", "ja-x-yasashii": "…", "en": "…", "pt": "…"}.

-- Changes with every change of the guide, so that a copy in memory knows when it is old.
create table garbage_guide.edition (
  is_only boolean primary key default true, -- internal: there is one row
  number uuid not null, -- internal: another one after every change
  is_invented boolean not null, -- public: laid out to try the program, no rules of a real city
  municipality_code text not null, -- public: 全国地方公共団体コード, for open data
  check (is_only)
);

create table garbage_guide.waste_class (
  key text primary key, -- public: name in files and addresses
  position int not null, -- public: order
  name jsonb not null, -- public: name of the class in four languages
  how jsonb not null, -- public: how it is put out, in four languages
  colour text not null, -- public: #rrggbb, told apart on white
  is_collected boolean not null -- public: false for what is brought, ordered or not taken
);

create table garbage_guide.danger (
  key text primary key, -- public: name in files
  position int not null, -- public: order
  title jsonb not null, -- public: the danger in a few words, in four languages
  body jsonb not null -- public: what to do, in four languages
);

create table garbage_guide.centre (
  key text primary key, -- public: name in files
  position int not null, -- public: order
  name jsonb not null, -- public: name in four languages
  on_holiday text not null, -- public: what becomes of a collection on a national holiday
  check (on_holiday in ('collect', 'drop', 'next-week', 'next-working-day'))
);

-- When a centre rests, both days included.
create table garbage_guide.centre_rest (
  centre_key text not null references garbage_guide.centre, -- public: which centre
  starts_on date not null, -- public: first day
  ends_on date not null, -- public: last day
  rule text not null, -- public: what becomes of a collection meanwhile
  primary key (centre_key, starts_on),
  check (starts_on <= ends_on),
  check (rule in ('drop', 'next-week', 'next-working-day'))
);

create table garbage_guide.district (
  key text primary key, -- public: name in addresses
  position int not null, -- public: order
  name jsonb not null, -- public: name in four languages
  reading text not null, -- public: hiragana
  centre_key text references garbage_guide.centre -- public: where its lorries drive to
);

-- A town lies in one district.
create table garbage_guide.district_town (
  town text primary key, -- public: name as in the city's list of towns
  district_key text not null references garbage_guide.district, -- public: which district
  position int not null -- public: order
);

create table garbage_guide.district_day (
  district_key text not null references garbage_guide.district, -- public: which district
  class_key text not null references garbage_guide.waste_class, -- public: what is collected
  days text not null, -- public: when, in the notation of 5374
  primary key (district_key, class_key)
);

create table garbage_guide.item (
  key text primary key, -- public: name in addresses
  position bigint generated always as identity, -- public: order in which they came
  name jsonb not null, -- public: name in four languages
  reading text not null, -- public: hiragana
  aliases jsonb not null, -- public: other words for it
  danger_key text references garbage_guide.danger -- public: which danger
);

create table garbage_guide.way (
  item_key text not null references garbage_guide.item on delete cascade, -- public: which item
  position int not null, -- public: order
  class_key text not null references garbage_guide.waste_class, -- public: which class
  size jsonb not null, -- public: when this way applies, in four languages
  note jsonb not null, -- public: what to mind, in four languages
  primary key (item_key, position)
);

create table garbage_guide.item_change ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  item_key text not null, -- public: which item
  batch uuid not null, -- internal: changes that were made together
  before jsonb, -- public: the item as it stood, null where there was none
  after jsonb, -- public: the item as it stands now, null where it was taken out
  cause text not null, -- public: seed, edit, import, answer, removal or undo
  reference text not null default '', -- internal: file, question or change it came from
  by text not null, -- personal: who
  by_name text not null, -- personal: name at that time
  at timestamptz not null, -- public: when
  check (cause in ('seed', 'edit', 'import', 'answer', 'removal', 'undo'))
);
create index item_change_by_item on garbage_guide.item_change (item_key, id);
create index item_change_by_batch on garbage_guide.item_change (batch);

-- What residents looked for and did not find.
create table garbage_guide.question (
  id uuid primary key, -- internal: number
  word text not null, -- internal: what was looked for, as it was typed first
  folded text not null, -- internal: the same without differences of writing
  times_asked int not null default 1, -- internal: how many asked
  first_asked_at timestamptz not null, -- internal: when first
  last_asked_at timestamptz not null, -- internal: when last
  state text not null default 'open', -- internal: open, answered or declined
  item_key text, -- public: the entry that answers it
  reply text, -- internal: what was told to who asked
  settled_at timestamptz, -- internal: when it was answered
  settled_by_name text, -- personal: name of who answered
  check (state in ('open', 'answered', 'declined')),
  check ((state = 'open') = (settled_at is null))
);
create unique index question_open on garbage_guide.question (folded) where state = 'open';

-- Where somebody wants the answer to be sent. The row goes once it was sent.
create table garbage_guide.question_address (
  id uuid primary key, -- internal: number
  question_id uuid not null references garbage_guide.question, -- internal: which question
  address text not null, -- personal: where the answer goes
  language text not null, -- personal: language of who asked
  given_at timestamptz not null, -- internal: when
  unique (question_id, address)
);

-- Who fetched a calendar today, so that each counts once a day. The fingerprint is keyed and goes the next day.
create table garbage_guide.calendar_fetch (
  district_key text not null, -- public: which district
  day date not null, -- internal: on which day
  client bytea not null, -- internal: keyed fingerprint of address and program
  primary key (district_key, day, client)
);

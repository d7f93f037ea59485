-- Schools, kindergartens and nurseries: their classes, the guardians on them, and what the schools wrote to whom.

create table alert_mail.school (
  key text primary key, -- public: name in files and addresses
  kind text not null, -- public: elementary, junior-high, kindergarten or nursery
  name jsonb not null, -- public: name in four languages
  town text not null, -- public: where it stands
  position int not null, -- public: order
  check (kind in ('elementary', 'junior-high', 'kindergarten', 'nursery'))
);

-- Who may keep a school's lists, from a day to a last day.
create table alert_mail.school_keeper (
  person_id uuid not null, -- internal: member of staff
  school_key text not null references alert_mail.school, -- internal: this school
  valid_from date not null, -- internal: first day
  valid_to date, -- internal: last day; null while it lasts
  primary key (person_id, school_key, valid_from)
);

create table alert_mail.class (
  id uuid primary key, -- internal: identity; its list is alert-mail.class.<id>
  school_key text not null references alert_mail.school, -- public: of which school
  school_year int not null, -- public: Gregorian year in whose April it began
  grade int not null, -- public: school grade, or age in nurseries and kindergartens
  name text not null, -- public: as the school calls it
  unique (school_key, school_year, grade, name)
);

-- One place on a class list for one guardian of one child. Whoever holds its code or its link may take or leave it.
create table alert_mail.guardian (
  id uuid primary key, -- internal: identity
  number bigint generated always as identity unique, -- internal: begins the code
  class_id uuid not null references alert_mail.class, -- personal: of which class
  child_label text not null, -- personal: number or name as the school typed it; empty some time after leaving
  role text, -- personal: who the guardian is to the child; null until told
  language text not null, -- personal: reads this
  contact_id uuid, -- personal: by what it is reached, in the capability notices
  invited_address text, -- personal: where the invitation went; empty once answered
  code_round int not null default 0, -- internal: a new one makes old codes and links void
  state text not null, -- internal: how far it is
  invited_at timestamptz not null, -- internal: since when
  confirmed_at timestamptz, -- personal: when the guardian confirmed
  left_at timestamptz, -- personal: when it ended
  left_how text, -- internal: why it ended
  check (state in ('invited', 'confirmed', 'left')),
  check ((state = 'confirmed') <= (contact_id is not null)),
  check (language in ('ja', 'ja-x-yasashii', 'en', 'pt')),
  check (left_how in ('guardian', 'school', 'promotion', 'channel'))
);
create index guardian_class on alert_mail.guardian (class_id) where state <> 'left';
create index guardian_contact on alert_mail.guardian (contact_id) where state = 'confirmed';

create table alert_mail.guardian_move ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  guardian_id uuid not null references alert_mail.guardian, -- personal: who moved
  from_class uuid not null references alert_mail.class, -- personal: out of this class
  to_class uuid references alert_mail.class, -- personal: into this one; null: left the school
  moved_at timestamptz not null, -- internal: when
  moved_by_name text not null -- internal: who did it
);

-- A plan for April: who moves where. Nothing happens until it is carried out as a whole.
create table alert_mail.promotion (
  id uuid primary key, -- internal: identity
  school_key text not null references alert_mail.school, -- internal: of which school
  from_year int not null, -- internal: out of this school year
  made_at timestamptz not null, -- internal: when
  made_by_name text not null, -- internal: by whom
  done_at timestamptz, -- internal: when it was carried out
  done_by_name text, -- internal: by whom
  unique (school_key, from_year)
);

create table alert_mail.promotion_move (
  promotion_id uuid not null references alert_mail.promotion, -- internal: of which plan
  guardian_id uuid not null references alert_mail.guardian, -- personal: who moves
  to_grade int, -- personal: into this grade; null: leaves the school
  to_name text, -- personal: and this class
  primary key (promotion_id, guardian_id),
  check ((to_grade is null) = (to_name is null))
);

-- A class list that was read from a file and waits for its person's word; nobody else sees it.
create table alert_mail.list_trial (
  id uuid primary key, -- internal: identity
  school_key text not null references alert_mail.school, -- internal: for which school
  school_year int not null, -- internal: for which year
  person_id uuid not null, -- internal: who brought it
  file_name text not null, -- internal: as it was called
  rows jsonb not null, -- sensitive: children, guardians and addresses as they were read
  made_at timestamptz not null -- internal: when
);

create table alert_mail.message (
  id uuid primary key, -- internal: identity, unguessable in addresses
  school_key text not null references alert_mail.school, -- internal: who wrote
  target text not null, -- internal: whole school, grade or class, as it was chosen
  class_ids uuid[] not null, -- internal: to these classes
  texts jsonb not null, -- personal: title and sentences by language
  level int not null, -- internal: 0, or 4 where it must not wait for the morning
  asks_receipt boolean not null, -- internal: whether guardians are asked to say that they have read it
  is_drill boolean not null, -- internal: reaches stand-ins only
  state text not null, -- internal: how far it is
  leaves_at timestamptz, -- internal: when it leaves unless it is taken back
  notice_id uuid, -- internal: under which it went out
  written_by uuid not null, -- internal: who wrote it
  written_by_name text not null, -- internal: their name then
  confirmed_by uuid, -- internal: the second person
  confirmed_by_name text, -- internal: their name then
  changed_at timestamptz not null, -- internal: last change
  sent_at timestamptz, -- internal: when it went out
  closed_at timestamptz, -- internal: when its receipts were counted for the figures
  check (level in (0, 4)),
  check (state in ('draft', 'leaving', 'waiting', 'sent', 'discarded')),
  check ((state = 'leaving') = (leaves_at is not null)),
  check ((state = 'sent') = (notice_id is not null))
);
create index message_school on alert_mail.message (school_key, changed_at desc);

-- Whom a message was for when it went out.
create table alert_mail.addressee ( -- append-only
  message_id uuid not null references alert_mail.message, -- internal: which message
  guardian_id uuid not null references alert_mail.guardian, -- personal: for whom
  contact_id uuid not null, -- personal: by what it was reached
  class_id uuid not null references alert_mail.class, -- personal: as whose guardian
  primary key (message_id, guardian_id)
);
create index addressee_contact on alert_mail.addressee (contact_id, message_id);

create table alert_mail.receipt ( -- append-only
  message_id uuid not null references alert_mail.message, -- internal: which message
  contact_id uuid not null, -- personal: who said that they have read it
  read_at timestamptz not null, -- personal: when
  primary key (message_id, contact_id)
);

create table alert_mail.reminder ( -- append-only
  message_id uuid not null references alert_mail.message, -- internal: of which message
  number int not null, -- internal: which reminder
  notice_id uuid not null, -- internal: under which it went out
  people int not null, -- internal: to how many
  sent_at timestamptz not null, -- internal: when
  primary key (message_id, number)
);

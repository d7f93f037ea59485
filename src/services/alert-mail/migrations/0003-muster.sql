-- 職員参集: who is called when, who answered what, and who stands at the door.

-- Whoever may be called, with or without an account here.
create table alert_mail.roster (
  id uuid primary key, -- internal: identity
  person_id uuid unique, -- internal: the account; null for who has none
  name text not null, -- personal: as in the staff list
  name_kana text not null, -- personal: reading
  unit_code text not null, -- internal: organisational unit
  rank text not null, -- personal: director, head, chief or clerk
  phone text not null, -- personal: for the printed list; empty where none was given
  valid_from date not null, -- internal: first day
  valid_to date, -- internal: last day; null while it lasts
  check (rank in ('director', 'head', 'chief', 'clerk'))
);

create table alert_mail.roster_contact (
  roster_id uuid not null references alert_mail.roster, -- personal: whose
  contact_id uuid not null, -- personal: in the capability notices
  added_at timestamptz not null, -- internal: since when
  primary key (roster_id, contact_id)
);
create index roster_contact_contact on alert_mail.roster_contact (contact_id);

create table alert_mail.muster_class (
  key text primary key, -- internal: name in files and lists
  position int not null, -- internal: the widest last
  name jsonb not null, -- internal: name in four languages
  summary jsonb not null -- internal: when it is called
);

-- Who belongs to a class: the dated table. A blank rank or unit narrows nothing; a unit means those below it too.
create table alert_mail.muster_rule (
  class_key text not null references alert_mail.muster_class, -- internal: which class
  number int not null, -- internal: order
  rank text, -- internal: of this rank
  unit_code text, -- internal: of this unit
  valid_from date not null, -- internal: first day
  valid_to date, -- internal: last day; null while it lasts
  source text not null, -- internal: from where
  primary key (class_key, number)
);

-- After how many minutes whoever is silent is asked again, how often, and which level suggests which class: by day.
create table alert_mail.muster_setting (
  valid_from date primary key, -- internal: holds from this day on
  remind_after_minutes int not null, -- internal: minutes of silence
  remind_times int not null, -- internal: at most so often
  class_by_level jsonb not null, -- internal: key of the class for levels 3, 4 and 5
  source text not null, -- internal: from where
  check (remind_after_minutes between 1 and 240),
  check (remind_times between 0 and 10)
);

create table alert_mail.muster_call (
  id uuid primary key, -- internal: identity
  class_keys text[] not null, -- internal: which classes
  reason text not null, -- internal: why, in a line
  place text not null, -- internal: where to come
  is_drill boolean not null, -- internal: reaches stand-ins only
  notice_id uuid, -- internal: under which it went out
  called_at timestamptz not null, -- internal: when
  called_by_name text not null, -- internal: by whom
  remind_after_minutes int not null, -- internal: as set on that day
  remind_times int not null, -- internal: as set on that day
  ended_at timestamptz, -- internal: when it was closed
  ended_by_name text -- internal: by whom
);
create index muster_call_recent on alert_mail.muster_call (called_at desc);

-- Who was called; `arrived_at` is ticked at the door.
create table alert_mail.muster_person (
  call_id uuid not null references alert_mail.muster_call, -- internal: by which call
  roster_id uuid not null references alert_mail.roster, -- personal: who
  unit_code text not null, -- internal: unit on that day
  arrived_at timestamptz, -- personal: stood at the door
  arrived_by_name text, -- internal: who ticked it
  primary key (call_id, roster_id)
);

create table alert_mail.muster_reply ( -- append-only
  id bigint generated always as identity primary key, -- internal: order; the last one of a person holds
  call_id uuid not null references alert_mail.muster_call, -- internal: to which call
  roster_id uuid not null references alert_mail.roster, -- personal: who
  kind text not null, -- personal: comes, or cannot
  minutes int, -- personal: in how many minutes from the reply
  whence text, -- personal: from home, from work, from elsewhere
  reason text, -- sensitive: why not
  replied_at timestamptz not null, -- personal: when
  way text not null, -- internal: by link, by account, or told to the desk
  check (kind in ('coming', 'cannot')),
  check ((kind = 'coming') = (minutes is not null)),
  check ((kind = 'cannot') = (reason is not null)),
  check (whence in ('home', 'work', 'elsewhere')),
  check (reason in ('hurt', 'family', 'road', 'away', 'other')),
  check (way in ('link', 'account', 'desk'))
);
create index muster_reply_call on alert_mail.muster_reply (call_id, roster_id, id);

create table alert_mail.muster_reminder ( -- append-only
  call_id uuid not null references alert_mail.muster_call, -- internal: of which call
  number int not null, -- internal: which reminder
  people int not null, -- internal: how many were silent
  notice_id uuid, -- internal: under which it went out; null where nobody could be reached
  sent_at timestamptz not null, -- internal: when
  primary key (call_id, number)
);

-- What happened that may call for staff; a person decides.
create table alert_mail.muster_suggestion (
  subject text primary key, -- internal: the order that it came from
  level int not null, -- internal: 3 to 5
  class_key text not null, -- internal: class that the dated table names
  is_drill boolean not null, -- internal: from a drill
  suggested_at timestamptz not null, -- internal: when
  settled_at timestamptz -- internal: when somebody called or put it aside
);

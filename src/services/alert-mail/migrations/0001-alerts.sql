-- Alerts that staff write for everybody: from the first draft to what became of them.

create table alert_mail.alert (
  id uuid primary key, -- public: identity, also in the address of its page
  topic text not null, -- public: what it is about
  level int not null, -- public: 0, or 4 where life is in danger now
  kind text not null, -- public: issue, update or cancel
  refers_to uuid references alert_mail.alert, -- public: the alert that it corrects or withdraws
  is_whole_city boolean not null, -- public: for all towns
  towns text[] not null, -- public: for these towns; empty where it is for all
  texts jsonb not null, -- public: title and sentences by language
  phrase text, -- internal: key of the phrase that it was written from
  channels text[] not null, -- internal: over which channels
  is_drill boolean not null, -- public: reaches stand-ins only
  state text not null, -- internal: how far it is
  leaves_at timestamptz, -- internal: when it leaves unless it is taken back
  notice_id uuid, -- public: under which it went out
  written_by uuid not null, -- internal: who wrote it
  written_by_name text not null, -- internal: their name then
  changed_at timestamptz not null, -- internal: last change of the draft
  asked_by uuid, -- internal: who wanted it sent
  asked_by_name text, -- internal: their name then
  confirmed_by uuid, -- internal: the second person
  confirmed_by_name text, -- internal: their name then
  sent_at timestamptz, -- public: when it went out
  check (level in (0, 4)),
  check (kind in ('issue', 'update', 'cancel')),
  check (state in ('draft', 'leaving', 'waiting', 'sent', 'discarded')),
  check ((state = 'leaving') = (leaves_at is not null)),
  check ((state = 'sent') = (notice_id is not null))
);
create index alert_recent on alert_mail.alert (changed_at desc);

create table alert_mail.alert_act ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  alert_id uuid not null references alert_mail.alert, -- internal: of which alert
  act text not null, -- internal: what was done
  at timestamptz not null, -- internal: when
  by_name text not null -- internal: by whom
);
create index alert_act_alert on alert_mail.alert_act (alert_id, id);

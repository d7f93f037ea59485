-- What the city tells many people at once: notices, whom they reach, and how far each one has come on each channel.

create table notices.district (
  key text primary key, -- public: name in files and forms
  position int not null, -- public: order
  name jsonb not null, -- public: name in four languages
  reading text not null -- public: hiragana
);

-- A town that was renamed or joined to another keeps its row: contacts that named it are found through its successor.
create table notices.town (
  name text primary key, -- public: as in the city's towns.csv
  district_key text not null references notices.district, -- public: the district it belongs to
  position int not null, -- public: order
  label jsonb not null, -- public: name in four languages
  successor text references notices.town, -- public: the town it became
  retired_on date -- public: first day on which it was no more
);

-- Somebody who can be reached over one channel. There is no account: whoever holds the link may change or leave.
create table notices.contact (
  id uuid primary key, -- internal: identity
  channel text not null, -- personal: by what it is reached
  address text not null, -- personal: mail address, push endpoint, LINE user id; empty once left
  lane text not null, -- personal: domain of the mail address, host of the push service, or the channel's name
  keys jsonb, -- sensitive: p256dh and auth of a push subscription
  language text not null, -- personal: reads this
  topics text[] not null, -- personal: subscribed to
  towns text[] not null, -- personal: wants to hear of these towns; empty is all of them
  quiet_from int, -- personal: wants nothing below level 4 from this minute of the day in Japan
  quiet_to int, -- personal: until this one; smaller than quiet_from over midnight
  state text not null, -- internal: whether it is written to
  bounces int not null default 0, -- internal: refusals in a row that say the address is gone
  made_at timestamptz not null, -- personal: when it was entered
  confirmed_at timestamptz, -- personal: when its owner confirmed it (double opt-in)
  ended_at timestamptz, -- personal: when it left or was stopped
  check (channel in ('mail', 'push', 'line')),
  check (language in ('ja', 'ja-x-yasashii', 'en', 'pt')),
  check (state in ('unconfirmed', 'active', 'stopped', 'left')),
  check ((quiet_from is null) = (quiet_to is null))
);
create unique index contact_address on notices.contact (channel, lower(address)) where state in ('unconfirmed', 'active', 'stopped');
create index contact_order on notices.contact (channel, id) where state = 'active';

-- Lists that services keep: a class's guardians, homes in a zone, staff on call. Nobody subscribes to them by hand.
create table notices.list_member (
  list text not null, -- internal: service and list, e.g. alert-mail.class.12
  contact_id uuid not null references notices.contact, -- personal: who is on it
  added_at timestamptz not null, -- internal: since when
  primary key (list, contact_id)
);
create index list_member_contact on notices.list_member (contact_id);

create table notices.notice ( -- append-only
  id uuid primary key, -- public: identity, the same on every channel
  origin text not null, -- internal: the service that issued it
  topic text not null, -- public: what it is about
  level int not null, -- public: 0 to 5
  kind text not null, -- public: issue, update or cancel
  refers_to uuid references notices.notice, -- public: the notice it updates or cancels
  audience jsonb not null, -- internal: whom it is for
  is_public boolean not null, -- internal: for subscribers of a topic, so that feeds and portal show it too
  texts jsonb not null, -- internal: title and sentences by language
  is_drill boolean not null, -- internal: reaches stand-ins only
  channels text[] not null, -- internal: over which channels
  cap jsonb, -- public: what CAP wants to know beyond the text
  link text not null, -- public: page that tells more
  issued_at timestamptz not null, -- public: when
  issued_by uuid, -- internal: who issued it
  confirmed_by uuid, -- internal: the second person
  expires_at timestamptz, -- public: after this it is history
  check (level between 0 and 5),
  check (kind in ('issue', 'update', 'cancel'))
);
create index notice_recent on notices.notice (issued_at desc) where is_public and not is_drill;
create index notice_refers_to on notices.notice (refers_to);

-- One notice on one personal channel: first its contacts are written on sheets, a stretch at a time, then the sheets
-- are worked off by however many processes there are.
create table notices.broadcast (
  notice_id uuid not null references notices.notice, -- internal: which notice
  channel text not null, -- internal: over what
  state text not null, -- internal: how far it is
  planned int not null default 0, -- internal: contacts written on sheets so far
  next_number int not null default 1, -- internal: number of the next sheet
  written_up_to uuid, -- internal: contacts in order of their id were looked at up to this one
  begun_at timestamptz not null, -- internal: when it was issued
  first_handed_at timestamptz, -- internal: when the first message was handed over
  ended_at timestamptz, -- internal: when the last sheet was done
  primary key (notice_id, channel),
  check (state in ('writing', 'sending', 'ended'))
);
create index broadcast_open on notices.broadcast (channel) where state <> 'ended';

-- A sheet of contacts, as a carrier takes it on a round. `results` stands beside `contacts`, one for each: 0 waits,
-- 1 handed over, 2 refused, 3 to be tried again. Whoever holds a sheet writes down what was handed over several times a
-- second; when its holder dies, only what was not yet written down is handed over again.
create table notices.sheet (
  notice_id uuid not null, -- internal: which notice
  channel text not null, -- internal: over what
  number int not null, -- internal: which sheet
  lane text not null, -- internal: domain with a limit of its own, or *
  level int not null, -- internal: of its notice; graver ones go first
  is_drill boolean not null, -- internal: goes to the stand-in
  contacts uuid[] not null, -- personal: whom it is for
  results smallint[] not null, -- internal: what became of each
  state text not null, -- internal: whether somebody has it
  attempts int not null default 0, -- internal: how often it was taken
  due_at timestamptz not null, -- internal: not before; the end of quiet hours, or the next try
  held_until timestamptz, -- internal: when its holder is taken to be dead
  holder text, -- internal: which process has it
  last_error text, -- internal: why the last try failed
  handed_at timestamptz, -- internal: when the last of its messages was handed over
  primary key (notice_id, channel, number),
  foreign key (notice_id, channel) references notices.broadcast,
  check (state in ('waiting', 'held', 'done')),
  check (cardinality(contacts) = cardinality(results))
) with (fillfactor = 60);
create index sheet_due on notices.sheet (channel, is_drill, lane, level desc, due_at, number) where state = 'waiting';
create index sheet_held on notices.sheet (holder) where state = 'held';
create index sheet_open on notices.sheet (notice_id, channel) where state <> 'done';

-- When a lane with a limit takes its next sheet, so that all processes together keep to the limit.
create table notices.lane (
  channel text not null, -- internal: over what
  lane text not null, -- internal: domain
  next_at timestamptz not null, -- internal: not before
  primary key (channel, lane)
);

-- Messages handed over, by how long after the issue: for the honest counter.
create table notices.tally (
  notice_id uuid not null, -- internal: which notice
  channel text not null, -- internal: over what
  language text not null, -- internal: in which language
  handed int not null default 0, -- internal: handed over
  within_10s int not null default 0, -- internal: of these, within ten seconds of the issue
  within_60s int not null default 0, -- internal: of these, within a minute
  refused int not null default 0, -- internal: refused for good
  primary key (notice_id, channel, language),
  foreign key (notice_id, channel) references notices.broadcast
);

-- What was refused for good, contact by contact.
create table notices.refusal ( -- append-only
  notice_id uuid not null, -- internal: which notice
  contact_id uuid not null references notices.contact, -- personal: who was not reached
  channel text not null, -- internal: over what
  code int not null, -- internal: the service's number for it
  answer text not null, -- internal: what it said, without addresses
  refused_at timestamptz not null -- internal: when
);
create index refusal_notice on notices.refusal (notice_id);
create index refusal_contact on notices.refusal (contact_id, refused_at);

-- Keys and tokens of channels: DKIM selectors, the VAPID pair, LINE's tokens. Private halves are sealed.
create table notices.channel_key (
  name text primary key, -- internal: what for, e.g. dkim.2026a
  public_part text not null, -- internal: what others may know
  sealed_part text not null, -- sensitive: under the seal of this capability
  made_at timestamptz not null, -- internal: since when
  retired_at timestamptz -- internal: no longer used to sign
);

-- What the stand-ins of the channels took in last: the newest of each, to be looked at.
create table notices.stand_in_message (
  id bigint generated always as identity primary key, -- internal: order
  channel text not null, -- internal: which stand-in
  received_at timestamptz not null, -- internal: when
  summary text not null, -- personal: in a line
  source text not null -- personal: as it went over the wire
);
create index stand_in_message_channel on notices.stand_in_message (channel, id desc);

-- Telegrams of the weather agency: what came in, by which way, what it says of the city's areas, and what was refused.

-- Codes of the agency's areas that are the city's, from its folder.
create table disaster_information.area (
  code text primary key, -- public: as in telegrams
  name text not null, -- public: in words
  size text not null, -- public: place, municipality, group, primary, prefecture, wide
  counts_as text not null, -- public: the area whose state it is part of
  note text not null -- public: whence, and doubts
);

-- Offices whose telegrams are fetched from the feeds; without any, all are.
create table disaster_information.office (
  name text primary key -- public: as in Control/EditorialOffice
);

create table disaster_information.telegram (
  id uuid primary key, -- internal: identity
  realm text not null, -- internal: live, or a drill
  digest text not null, -- internal: SHA-256 over the content, whatever its spacing
  type text not null, -- public: e.g. VPWW56
  title text not null, -- public: Control/Title
  status text not null, -- public: 通常, 訓練, 試験
  office text not null, -- public: Control/EditorialOffice
  published_by text not null, -- public: Control/PublishingOffice
  head_title text not null, -- public: Head/Title
  sent_at timestamptz not null, -- public: Control/DateTime
  report_at timestamptz not null, -- public: Head/ReportDateTime
  target_at timestamptz, -- public: Head/TargetDateTime
  valid_until timestamptz, -- public: Head/ValidDateTime
  event_id text not null, -- public: Head/EventID
  info_type text not null, -- public: 発表, 訂正, 取消, 遅延
  serial int, -- public: Head/Serial
  series text not null, -- internal: what corrects and cancels each other
  headline text not null, -- public: Head/Headline/Text
  effect text not null, -- internal: changed, confirmed, elsewhere, not-relevant, forecast, text
  remarks text[] not null, -- internal: unknown-code, from-the-future …
  file_name text not null, -- internal: name it came under
  way text not null, -- internal: by which way first
  received_at timestamptz not null, -- internal: when first
  bytes int not null, -- internal: length as sent
  body bytea not null, -- public: as sent, gzip
  voided_by uuid references disaster_information.telegram, -- internal: the telegram that corrected or cancelled it
  voided_how text, -- internal: corrected or cancelled
  unique (realm, digest),
  check (realm = 'live' or realm like 'drill:%'),
  -- A drill never gets into the real night, whatever the program does.
  check (realm <> 'live' or status = '通常'),
  check (info_type in ('発表', '訂正', '取消', '遅延')),
  check ((voided_by is null) = (voided_how is null))
);
create index telegram_series on disaster_information.telegram (realm, series, report_at);
create index telegram_received on disaster_information.telegram (received_at desc, id);

-- Every time and way it came, also the second and the fiftieth.
create table disaster_information.arrival ( -- append-only
  id bigint generated always as identity primary key, -- internal: identity
  telegram_id uuid not null references disaster_information.telegram, -- internal: which
  way text not null, -- internal: feed, folder, push, replay
  at timestamptz not null -- internal: when
);
create index arrival_telegram on disaster_information.arrival (telegram_id);

-- What a telegram says of one hazard in one of the city's areas.
create table disaster_information.statement ( -- append-only
  telegram_id uuid not null references disaster_information.telegram, -- internal: which
  realm text not null, -- internal: live, or a drill
  hazard text not null, -- public: what
  area_code text not null, -- public: the area whose state it is part of
  said_code text not null, -- public: the area as in the telegram
  area_name text not null, -- public: in words
  level int, -- public: 0 to 5; null: unknown code
  kind_name text not null, -- public: as in the telegram
  kind_code text not null, -- public: as in the telegram
  last_level int, -- public: the level before, as the telegram says it
  is_fresh boolean not null, -- public: false where it says that this goes on
  scheme text not null, -- internal: new, old …
  primary key (telegram_id, hazard, area_code),
  check (level between 0 and 5)
);
create index statement_key on disaster_information.statement (realm, hazard, area_code);

create table disaster_information.refused_telegram (
  id uuid primary key, -- internal: identity
  digest text not null unique, -- internal: SHA-256 of the bytes kept
  reason text not null, -- internal: why
  place text not null, -- internal: where in it
  detail text not null, -- internal: what stood there
  way text not null, -- internal: by which way first
  file_name text not null, -- internal: name it came under
  received_at timestamptz not null, -- internal: when first
  last_at timestamptz not null, -- internal: when last
  times int not null, -- internal: how often
  bytes bigint not null, -- internal: length as sent, as far as known
  beginning bytea not null -- internal: its first bytes
);
create index refused_telegram_received on disaster_information.refused_telegram (received_at desc);

-- Feeds, and how far they have been read.
create table disaster_information.feed (
  address text primary key, -- internal: URL
  etag text not null, -- internal: of the last answer
  last_modified text not null, -- internal: of the last answer
  asked_at timestamptz, -- internal: when last asked
  answered_at timestamptz, -- internal: when it last answered as it should
  newest_at timestamptz, -- internal: time of its newest entry
  failures int not null, -- internal: times in a row that it did not answer as it should
  problem text not null, -- internal: what was wrong last
  next_at timestamptz not null -- internal: when to ask again
);

create table disaster_information.feed_entry (
  feed text not null references disaster_information.feed, -- internal: in which
  entry_id text not null, -- internal: atom:id
  address text not null, -- internal: of the document
  title text not null, -- public: atom:title
  office text not null, -- public: atom:author
  updated_at timestamptz not null, -- public: atom:updated
  state text not null, -- internal: waiting, taken, refused, passed-over, lost
  tries int not null, -- internal: times asked for
  next_at timestamptz not null, -- internal: when to ask (again)
  primary key (feed, entry_id),
  check (state in ('waiting', 'taken', 'refused', 'passed-over', 'lost'))
);
create index feed_entry_waiting on disaster_information.feed_entry (next_at) where state = 'waiting';

-- Keys with which telegrams that are pushed are signed; sealed, so that the database alone forges nothing.
create table disaster_information.push_key (
  id uuid primary key, -- internal: identity
  sealed text not null, -- sensitive: the key, sealed
  made_at timestamptz not null, -- internal: when
  made_by text not null, -- internal: by whom
  ended_at timestamptz -- internal: no longer accepted since
);

-- Signatures that were used, so that none works twice while its time is still good.
create table disaster_information.push_signature (
  signature text primary key, -- internal: as sent
  at timestamptz not null -- internal: when
);

create table disaster_information.push_refusal (
  day date not null, -- internal: when
  reason text not null, -- internal: unsigned, forged, replayed, out-of-time, no-key
  times int not null, -- internal: how often
  last_at timestamptz not null, -- internal: when last
  primary key (day, reason)
);

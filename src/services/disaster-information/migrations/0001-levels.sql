-- What is known of each hazard in each area. `realm` is live, or the drill it belongs to; residents see live only.

create table disaster_information.level (
  realm text not null, -- internal: live, or a drill
  hazard text not null, -- public: what
  area_code text not null, -- public: where, as in the telegram
  area_name text not null, -- public: where, in words
  level int, -- public: 0 to 5; null: not known, shown raw to staff
  kind_name text not null, -- public: as the telegram names it
  kind_code text not null, -- public: means something only beside the telegram's type
  telegram_type text not null, -- public: e.g. VPWW56
  telegram_id uuid not null, -- internal: the newest telegram that spoke of it
  event_id text not null, -- internal: Head/EventID
  since timestamptz not null, -- public: when this level began
  reported_at timestamptz not null, -- public: when it was last spoken of
  remarks text[] not null, -- internal: what a person should know beside it
  primary key (realm, hazard, area_code),
  check (realm = 'live' or realm like 'drill:%'),
  check (level between 0 and 5)
);

-- Every step from one level to another.
create table disaster_information.level_change ( -- append-only
  id uuid primary key, -- internal: identity
  realm text not null, -- internal: live, or a drill
  hazard text not null, -- public: what
  area_code text not null, -- public: where, as in the telegram
  area_name text not null, -- public: where, in words
  from_level int, -- public: before
  to_level int, -- public: after
  kind_name text not null, -- public: as the telegram names it
  kind_code text not null, -- public: its code
  telegram_type text not null, -- public: e.g. VPWW56
  telegram_id uuid not null, -- internal: the telegram that caused it
  at timestamptz not null, -- public: the telegram's report time
  recorded_at timestamptz not null, -- internal: when it was written down here
  reason text not null, -- internal: issued, raised, lowered, lifted, corrected, cancelled …
  check (realm = 'live' or realm like 'drill:%')
);
create index level_change_time on disaster_information.level_change (realm, at desc);

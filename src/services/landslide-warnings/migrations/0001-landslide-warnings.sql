-- Zones, the danger by mesh, the homes that want to hear of it, and what residents saw. `realm` is live or a drill.

create table landslide_warnings.zone (
  key text primary key, -- public: 区域番号 of the prefecture's notice
  name text not null, -- public: name of the place
  town text not null, -- public: town it lies in
  phenomenon text not null, -- public: steep slope, debris flow or slide
  kind text not null, -- public: 警戒区域 or 特別警戒区域
  designated_on date not null, -- public: 告示日
  ring jsonb not null, -- public: corners in order, latitude and longitude
  check (phenomenon in ('steep-slope', 'debris-flow', 'slide')),
  check (kind in ('warning', 'special'))
);

-- The newest word on each mesh.
create table landslide_warnings.mesh (
  realm text not null, -- internal: live, or a drill
  code text not null, -- public: third-order mesh of JIS X 0410
  level int, -- public: 0, 2 to 5; null: not known
  rain_60min_mm double precision, -- public: null: missing or a broken gauge
  soil_water_index double precision, -- public: 土壌雨量指数
  base_time timestamptz not null, -- public: the moment it describes
  received_at timestamptz not null, -- internal: when it came
  primary key (realm, code)
);

-- Every ten minutes of every mesh in which it rained or something was in force, for the curve of a night.
create table landslide_warnings.mesh_reading ( -- append-only
  realm text not null, -- internal: live, or a drill
  code text not null, -- public: mesh
  base_time timestamptz not null, -- public: the moment it describes
  level int, -- public: 0, 2 to 5; null: not known
  rain_60min_mm double precision, -- public: null: not known
  soil_water_index double precision, -- public: null: not known
  primary key (realm, code, base_time)
);

-- The city's own level for landslides, as disaster information tells it.
create table landslide_warnings.city_level (
  realm text primary key, -- internal: live, or a drill
  level int, -- public: 0 to 5; null: not known
  kind_name text not null, -- public: as the telegram names it
  at timestamptz not null -- public: report time of the telegram
);

-- A home that wants to hear. Its contact lies with the notices; here is where it stands.
create table landslide_warnings.home (
  id uuid primary key, -- internal: identity
  contact_id uuid, -- personal: whom to tell; null until confirmed
  address text not null, -- personal: mail address until confirmed, then empty
  language text not null, -- personal: reads this
  latitude double precision not null, -- personal: where, to about 100 m
  longitude double precision not null, -- personal: where, to about 100 m
  place text not null, -- personal: the meshes that count for it
  zones text[] not null, -- personal: the zones it lies in
  made_at timestamptz not null, -- personal: when it was entered
  confirmed_at timestamptz, -- personal: when its owner confirmed it
  ended_at timestamptz -- personal: when it left
);
create index home_place on landslide_warnings.home (place) where confirmed_at is not null and ended_at is null;

-- How far the people at a place have been told.
create table landslide_warnings.place (
  realm text not null, -- internal: live, or a drill
  place text not null, -- internal: the meshes that count
  told_level int not null, -- internal: 0 to 5
  told_at timestamptz not null, -- internal: when
  notice_id uuid, -- internal: the notice that a next one updates
  primary key (realm, place)
);

create table landslide_warnings.sign_report (
  id uuid primary key, -- internal: identity
  at timestamptz not null, -- public: when it was seen
  latitude double precision not null, -- internal: where
  longitude double precision not null, -- internal: where
  sign text not null, -- public: what was seen
  note text not null, -- personal: in the reporter's words
  reporter text not null, -- personal: keyed fingerprint of the network it came from, for the limit; erased after a week
  state text not null default 'new', -- internal: new, seen or dismissed
  seen_by uuid, -- internal: who looked at it
  seen_at timestamptz, -- internal: when
  check (state in ('new', 'seen', 'dismissed'))
);
create index sign_report_time on landslide_warnings.sign_report (at desc);
create index sign_report_reporter on landslide_warnings.sign_report (reporter, at);

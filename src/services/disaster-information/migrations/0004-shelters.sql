-- Where people go: the city's designated places (災害対策基本法第49条の4 and 第49条の7), and which of them are open.

create table disaster_information.shelter (
  id text primary key, -- public: 共通ID of the national list, e.g. E2421000000101
  position int not null, -- public: order of the city's list
  name text not null, -- public: as the city writes it
  name_kana text not null, -- public: hiragana; empty where it is not known
  name_romaji text not null, -- public: in Roman letters; empty where it is not known
  name_en text not null, -- public: in English; empty where there is none
  name_pt text not null, -- public: in Portuguese; empty where there is none
  address text not null, -- public: as the city writes it
  town text, -- public: town of the city's towns.csv; null where the address does not tell
  latitude double precision, -- public: degrees north (JGD2011); null where it is not known
  longitude double precision, -- public: degrees east
  kinds text[] not null, -- public: emergency-site (指定緊急避難場所), shelter (指定避難所)
  hazards text[] not null, -- public: designated for these; a hazard that is missing is not designated, never safe
  capacity int, -- public: people; null where it is not known
  is_barrier_free boolean, -- public: steps, doors and toilets for wheelchairs; null where it is not known
  takes_pets boolean, -- public: as planned; null where it is not known
  note text not null, -- public: what else to know
  is_invented boolean not null, -- public: part of a demo city, no real place
  retired_on date, -- public: first day on which it was no longer in the city's list
  check ((latitude is null) = (longitude is null)),
  check (capacity >= 0)
);
create index shelter_town on disaster_information.shelter (town) where retired_on is null;

-- Rough centres of towns, to find what is near.
create table disaster_information.town_centre (
  town text primary key, -- public: as in the city's towns.csv
  latitude double precision not null, -- public: degrees north
  longitude double precision not null -- public: degrees east
);

-- What became of the list, change by change.
create table disaster_information.shelter_change ( -- append-only
  id uuid primary key, -- public: identity
  shelter_id text not null references disaster_information.shelter, -- public: which place
  at timestamptz not null, -- public: when
  changed_by uuid, -- internal: by whom
  cause text not null, -- internal: seed or import
  before jsonb, -- public: as it stood; null: it is new
  after jsonb, -- public: as it stands; null: it was taken off the list
  check (cause in ('seed', 'import'))
);
create index shelter_change_shelter on disaster_information.shelter_change (shelter_id, at desc);

-- A place that was opened. It stands as it is now; its steps are kept beside it.
create table disaster_information.shelter_opening (
  id uuid primary key, -- public: identity
  realm text not null, -- internal: live, or a drill
  shelter_id text not null references disaster_information.shelter, -- public: which place
  opened_at timestamptz not null, -- public: since when
  opened_by uuid, -- internal: by whom
  occupants int not null, -- public: people inside, as last counted
  is_full boolean not null, -- public: no more people can be taken in
  takes_pets boolean, -- public: pets are let in tonight; null where nobody has said
  edition int not null, -- internal: grows with every change, so that two officers do not overwrite each other
  changed_at timestamptz not null, -- public: when it was last counted or changed
  closed_at timestamptz, -- public: when it was closed
  closed_by uuid, -- internal: by whom
  check (realm = 'live' or realm like 'drill:%'),
  check (occupants >= 0)
);
create unique index shelter_opening_open on disaster_information.shelter_opening (realm, shelter_id) where closed_at is null;
create index shelter_opening_time on disaster_information.shelter_opening (realm, opened_at desc);

create table disaster_information.shelter_step ( -- append-only
  opening_id uuid not null references disaster_information.shelter_opening, -- public: of which opening
  edition int not null, -- internal: the opening's edition after it
  at timestamptz not null, -- public: when
  taken_by uuid, -- internal: by whom
  act text not null, -- public: opened, changed or closed
  occupants int not null, -- public: people inside after it
  is_full boolean not null, -- public: after it
  takes_pets boolean, -- public: after it
  primary key (opening_id, edition),
  check (act in ('opened', 'changed', 'closed'))
);
create index shelter_step_time on disaster_information.shelter_step (at desc);

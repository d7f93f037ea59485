-- Staff keep what the items stand in: classes, dangers, centres, districts, and days moved one by one. Nothing of it is
-- deleted, because items and histories name it; what is no longer used is marked and can be brought back.

alter table garbage_guide.waste_class add column is_retired boolean not null default false; -- public: no longer used
alter table garbage_guide.danger add column is_retired boolean not null default false; -- public: no longer used
alter table garbage_guide.centre add column is_retired boolean not null default false; -- public: no longer used
alter table garbage_guide.district add column is_retired boolean not null default false; -- public: no longer used

-- One usual day whose collections take place on another day, or not at all.
create table garbage_guide.moved_day (
  key text primary key, -- public: name in addresses
  position int not null, -- public: order in which they came
  usual_on date not null, -- public: the day it would have been
  instead_on date, -- public: the day it is; null where nothing is collected
  district_key text references garbage_guide.district, -- public: in which district; null for all
  class_key text references garbage_guide.waste_class, -- public: which class; null for all
  reason jsonb not null, -- public: why, in four languages
  is_retired boolean not null default false -- public: no longer holds
);

-- States are kept as the cells of a row, under the column names of the city's tables (cities/README.md): they are read
-- again by the same rules as a form or a file.
create table garbage_guide.frame_change ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  kind text not null, -- public: class, danger, centre, district or moved-day
  part_key text not null, -- public: which one
  batch uuid not null, -- internal: changes that were made together
  before jsonb, -- public: its cells as they stood, null where there was none
  after jsonb, -- public: its cells as they stand now, null where it is no longer used
  cause text not null, -- public: seed, edit, import, removal or undo
  reference text not null default '', -- internal: file or change it came from
  by text not null, -- personal: who
  by_name text not null, -- personal: name at that time
  at timestamptz not null, -- public: when
  check (kind in ('class', 'danger', 'centre', 'district', 'moved-day')),
  check (cause in ('seed', 'edit', 'import', 'removal', 'undo'))
);
create index frame_change_by_part on garbage_guide.frame_change (kind, part_key, id);
create index frame_change_by_batch on garbage_guide.frame_change (batch);

-- Approved words for every occasion, in four languages. A version is never altered: a change is another version, and it
-- is in force only when somebody other than its writer has approved it.

create table phrasebook.version ( -- append-only
  id uuid primary key, -- internal: identity
  number bigint generated always as identity, -- internal: order of writing
  key text not null, -- public: occasion, e.g. evacuation.landslide.4
  lines jsonb not null, -- public: title and sentences in four languages
  cause text not null, -- internal: pack, page, import or undo
  reason text not null, -- internal: why it was written
  written_by text, -- internal: who wrote it: a person, or the command line; null is the city's folder
  written_by_name text not null, -- internal: their name then
  written_at timestamptz not null, -- internal: when
  check (cause in ('pack', 'page', 'import', 'undo'))
);
create index version_key on phrasebook.version (key, number desc);

create table phrasebook.decision ( -- append-only
  version_id uuid primary key references phrasebook.version, -- internal: each version is decided once
  decision text not null, -- internal: what became of it
  decided_by text, -- internal: who decided; null is the city's folder
  decided_by_name text not null, -- internal: their name then
  decided_at timestamptz not null, -- internal: when
  remark text not null, -- internal: why
  check (decision in ('approved', 'declined', 'withdrawn', 'replaced'))
);

-- Which version of each occasion is in force, and which one waits for approval.
create table phrasebook.template (
  key text primary key, -- public: occasion
  in_force uuid references phrasebook.version, -- internal: the approved version; null where none ever was
  proposed uuid references phrasebook.version, -- internal: the version that waits; null where none does
  check (in_force is distinct from proposed or in_force is null)
);

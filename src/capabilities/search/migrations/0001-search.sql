-- Counts every change of the documents. Whoever writes raises it first and so holds it until the commit: numbers become
-- visible in their order, and a process that has read up to one has missed none before it.
create table search.edition (
  is_only boolean primary key default true check (is_only), -- internal: one row
  number bigint not null -- internal: number of the newest change
);
insert into search.edition (number) values (0);

create table search.document (
  id bigint generated always as identity primary key, -- internal: identity, for the fast index
  kind text not null, -- public: what sort of thing, e.g. plan-projects
  key text not null collate "C", -- public: which one of its kind
  edition bigint not null, -- internal: change that it was last written in
  is_gone boolean not null, -- internal: no longer found; the row tells the other processes
  audience text not null, -- internal: everyone, or the duty whose holders may find it
  href text not null, -- internal: page that shows it
  title text not null, -- personal: title as it stands; a document for staff may name a person
  other_languages jsonb not null, -- personal: titles and texts by language
  text text not null, -- personal: text as it stands
  folded_title text not null, -- personal: titles and readings as they are compared
  folded_text text not null, -- personal: texts and dates as they are compared
  unique (kind, key)
);
create index document_by_edition on search.document (edition);

-- One run of comparing a kind with its service, step by step. The latest of each kind is kept.
create table search.run (
  kind text primary key, -- internal: what sort of thing
  run_id uuid not null, -- internal: which run; steps of an older one end by themselves
  began_at timestamptz not null, -- internal: when it began
  ended_at timestamptz, -- internal: when it ended, empty while it is under way
  compared int not null, -- internal: documents compared so far
  changed int not null, -- internal: documents that were otherwise
  expected int not null -- internal: documents when it began
);

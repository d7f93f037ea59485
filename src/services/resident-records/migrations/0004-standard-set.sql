-- The register as a set of files for another system, and from one. Only a city whose register is empty takes one in.

create table resident_records.standard_transfer (
  id uuid primary key, -- internal: identity
  direction text not null, -- internal: export or import
  layout_version text not null, -- internal: version of the layout of files and items
  reason text not null, -- internal: what for, as the asker said
  asked_by text not null, -- internal: who
  asked_by_name text not null, -- internal: their name
  asked_at timestamptz not null, -- internal: when
  state text not null default 'waiting', -- internal: waiting, done, refused
  pieces_total int not null, -- internal: how many pieces of work it takes
  progress_base bigint not null, -- internal: where the counter of pieces stood when it was asked for
  row_count int not null default 0, -- internal: rows written or taken in
  ended_at timestamptz, -- internal: when it ended
  forget_on date not null, -- internal: when its files are forgotten
  check (direction in ('export', 'import')),
  check (state in ('waiting', 'done', 'refused')),
  check ((state = 'waiting') = (ended_at is null))
);
-- One at a time: they would count their pieces together.
create unique index standard_transfer_waiting on resident_records.standard_transfer (state) where state = 'waiting';

create table resident_records.standard_piece (
  transfer_id uuid not null references resident_records.standard_transfer, -- internal: of which transfer
  position int not null, -- internal: order
  bytes bytea not null, -- sensitive: a piece of the ZIP archive with the files
  primary key (transfer_id, position)
);

create table resident_records.standard_refusal (
  transfer_id uuid not null references resident_records.standard_transfer, -- internal: of which import
  position int not null, -- internal: order
  file text not null, -- internal: file of the set; empty where the set as a whole is meant
  line int not null, -- internal: row of the file, the heading is 1; 0 for the file as a whole
  item text not null, -- internal: id of the item; empty for the row as a whole
  reason text not null, -- internal: why, as a code
  primary key (transfer_id, position)
);

-- Counts pieces of work. A sequence is the one thing that others see move before the work is committed.
create sequence resident_records.standard_progress as bigint start 1;

-- After an import numbers go on where the other system stopped; only the owner may set a sequence.
create function resident_records.continue_numbers() returns void language sql security definer set search_path = pg_catalog as $$
  select setval('resident_records.addressee_serial', greatest(nextval('resident_records.addressee_serial'), (select max(left(addressee_number, 9)::bigint) from resident_records.person where left(addressee_number, 9)::bigint >= 100000001)));
  select setval('resident_records.household_serial', greatest(nextval('resident_records.household_serial'), (select max(left(number, 9)::bigint) from resident_records.household where left(number, 9)::bigint >= 100000001)));
  select setval('resident_records.entry_serial', greatest(nextval('resident_records.entry_serial'), (select max(number) from resident_records.entry)));
  select setval('resident_records.protection_serial', greatest(nextval('resident_records.protection_serial'), (select max(number) from resident_records.protection)));
$$;

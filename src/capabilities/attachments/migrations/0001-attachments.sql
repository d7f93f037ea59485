-- Files that people attach to what they send. What they hold is sealed: who has a copy of the
-- database alone reads none of it. A part of the city has back what it took in itself, and nothing else.

create table attachments.file (
  id uuid primary key, -- internal: identity, and the context under which its pieces are sealed
  part text not null, -- internal: which part of the city took it in and may open it
  owner text not null, -- internal: what it belongs to, e.g. application: and its key
  slot text not null, -- internal: which place there
  file_name text not null, -- personal: what the person called it; shown only
  kind text not null, -- internal: jpeg, png, pdf or zip, by its content
  bytes int not null, -- internal: size of what is kept
  sha256 bytea not null, -- internal: of what is kept
  width int, -- internal: points of a picture, or of a PDF's first page
  height int, -- internal: the same
  pages int, -- internal: of a PDF
  changes text[] not null, -- internal: what was altered before it was kept
  scanned text not null, -- internal: clean, stand-in or not-scanned
  taken_at timestamptz not null, -- internal: when it came
  taken_by text not null, -- personal: who brought it
  check (kind in ('jpeg', 'png', 'pdf', 'zip')),
  check (scanned in ('clean', 'stand-in', 'not-scanned'))
);
create index file_of_owner on attachments.file (part, owner, taken_at);

create table attachments.piece (
  file_id uuid not null references attachments.file (id) on delete cascade, -- internal: which file
  piece int not null, -- internal: place, from 0
  sealed bytea not null, -- sensitive: up to half a megabyte of it, encrypted (AES-256-GCM)
  primary key (file_id, piece)
);

-- What becomes of files while no scanner is named. One row, laid down when the city is.
create table attachments.scanning (
  is_only boolean primary key default true, -- internal: there is one row
  without_scanner text not null, -- internal: stand-in in a demo, else accept or refuse
  changed_at timestamptz not null, -- internal: when somebody decided so
  changed_by text not null, -- internal: who
  check (is_only),
  check (without_scanner in ('stand-in', 'accept', 'refuse'))
);

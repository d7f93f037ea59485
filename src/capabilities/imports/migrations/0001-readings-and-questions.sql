-- Files as they came: the evidence of what was read. Kept once however often a file is brought, and never altered.
create table imports.file ( -- append-only
  sha256 bytea primary key, -- internal: SHA-256 of the content
  content bytea not null, -- personal: the file itself; what stands in it is only known to who brought it
  size_bytes int not null, -- internal: its size
  kept_at timestamptz not null -- internal: when it first came
);

-- One file, read once for one importer. Open until it is applied or left.
create table imports.reading (
  id uuid primary key, -- internal: identity
  importer text not null, -- internal: kind of file, e.g. plan
  file_name text not null, -- internal: as the sender's machine named it
  sha256 bytea not null references imports.file (sha256), -- internal: which file
  read_at timestamptz not null, -- internal: when
  read_by text not null, -- personal: account of who brought it
  read_by_name text not null, -- personal: 氏名 as it was then; empty for the command line
  reread_at timestamptz, -- internal: when it was last read again against a changed city
  state text not null check (state in ('open', 'applied', 'left')), -- internal: where it stands
  counts jsonb not null, -- internal: what was found, by name
  questions int not null, -- internal: number of doubtful places
  digest bytea not null, -- internal: SHA-256 over what was read; a reading that differs is not applied
  ended_at timestamptz, -- internal: when it was applied or left
  ended_by text, -- personal: account of who did
  ended_by_name text, -- personal: 氏名 as it was then
  result_path text, -- internal: page that shows what was applied
  changes int -- internal: how much applying changed
);
-- A file under review is not taken in a second time beside itself.
create unique index reading_open_once on imports.reading (importer, sha256) where state = 'open';
create index reading_by_importer on imports.reading (importer, state, read_at);

create table imports.question (
  reading_id uuid not null references imports.reading (id), -- internal: of which reading
  position int not null, -- internal: place among its questions, from 1
  question_id text not null, -- internal: the same whenever the same file is read
  row_label text not null, -- personal: row as people find it in the file
  line int not null, -- internal: line of the file
  column_label text not null, -- internal: column as printed
  kind text not null, -- internal: what is doubtful
  read text not null, -- personal: what stands in the file
  proposed text not null, -- personal: what is used until somebody answers
  alternatives jsonb not null, -- personal: other readings
  choices jsonb, -- internal: the only possible answers, where there are such
  reason jsonb not null, -- personal: why it is asked, as a phrase and its values
  state text not null check (state in ('open', 'accepted', 'edited', 'skipped')), -- internal: where it stands
  answer text, -- personal: what is used instead, where it was edited
  answered_by text, -- personal: account of who answered last
  answered_by_name text, -- personal: 氏名 as it was then; empty for the command line
  answered_at timestamptz, -- internal: when
  version int not null, -- internal: answers and undos so far; an answer to an older version is refused
  primary key (reading_id, position)
);
create index question_by_state on imports.question (reading_id, state, position);

-- Every answer and every undo, in order.
create table imports.answer_log ( -- append-only
  entry bigint generated always as identity primary key, -- internal: order
  reading_id uuid not null references imports.reading (id), -- internal: of which reading
  question_id text not null, -- internal: which question
  act text not null check (act in ('accept', 'edit', 'skip', 'undo', 'withdraw')), -- internal: withdraw: the question changed when the file was read again
  answer text, -- personal: the corrected text
  is_bulk boolean not null, -- internal: accepted together with others, not one by one
  at timestamptz not null, -- internal: when
  by text not null, -- personal: account
  by_name text not null -- personal: 氏名 as it was then
);
create index answer_log_by_reading on imports.answer_log (reading_id, entry);

-- Certificates of the resident register and of seals: who asked, what was issued, printed, paid and settled.

create table certificates.request (
  id uuid primary key, -- internal: identity
  request_key text not null unique, -- internal: whose request it is, by way and the number given there; no number is ever taken twice
  kind text not null, -- internal: resident-copy, record-certificate or seal-certificate
  way text not null, -- internal: online, counter or kiosk
  subject_id uuid not null, -- personal: whose household or seal it is about, as the register's key
  people uuid[] not null, -- personal: who of the household is printed; empty for everybody
  options text[] not null, -- internal: further items that were chosen
  account_id uuid, -- internal: account of the resident who asked online
  own_person_id uuid, -- personal: who holds that account, as the register's key
  applicant jsonb, -- sensitive: at the counter, who came, how they proved it and why; null otherwise
  reduction text not null default '', -- internal: key of the reduction of the fee; empty for the whole fee
  origin text not null, -- internal: address of the city under which it was asked for; stands in the QR code
  requested_by text not null, -- internal: who entered it
  requested_at timestamptz not null, -- internal: when
  paid_at timestamptz, -- internal: when the fee came in; null while it has not
  issued_at timestamptz, -- internal: when the paper was made
  printed_at timestamptz, -- internal: when it was handed over: printed at a counter or kiosk, fetched by the resident
  settled_at timestamptz, -- internal: when the fee was accounted for
  ended_at timestamptz, -- internal: when it ended without a paper, or its paper was recalled
  ended_because text, -- internal: reason of the closed set in model.ts
  trouble text, -- internal: what keeps it waiting; null where nothing does
  missing_sorts text[] not null default '{}', -- personal: characters that no font draws
  claimed_until timestamptz, -- internal: a process is at it until then
  check (kind in ('resident-copy', 'record-certificate', 'seal-certificate')),
  check (way in ('online', 'counter', 'kiosk')),
  check (printed_at is null or issued_at is not null)
);
create index request_open on certificates.request (requested_at) where issued_at is null and ended_at is null;
create index request_by_account on certificates.request (account_id, requested_at desc) where account_id is not null;
create index request_by_time on certificates.request (requested_at desc);

-- One paper a request, for ever: a second one cannot be made.
create table certificates.paper ( -- append-only
  request_id uuid primary key references certificates.request, -- internal: for which request
  code text not null unique, -- internal: number on the paper by which anyone verifies it
  register_version text not null, -- internal: state of the register from which everything on it was read
  read_at timestamptz not null, -- internal: when it was read
  pages smallint not null, -- internal: number of pages
  sha256 bytea not null, -- internal: digest of the signed file
  issued_at timestamptz not null, -- internal: when
  issued_by text not null -- internal: who, or system
);

-- The file itself, sealed; thrown away soon after it was handed over.
create table certificates.paper_file (
  request_id uuid primary key references certificates.paper, -- internal: of which paper
  sealed bytea not null, -- sensitive: the signed PDF, sealed with the keys of this part
  forget_at timestamptz not null -- internal: when it is thrown away
);
create index paper_file_old on certificates.paper_file (forget_at);

create table certificates.step ( -- append-only
  request_id uuid not null references certificates.request, -- internal: of which request
  step text not null, -- internal: requested, paid, issued, printed, print-failed, settled, ended, recalled, trouble
  at timestamptz not null, -- internal: when
  by text not null, -- internal: who
  detail text not null default '' -- internal: reason of a closed set, or a technical sentence without personal data
);
create index step_by_request on certificates.step (request_id, at);
create index step_by_time on certificates.step (at);

-- 発行停止: nothing is issued for the person by the ways that it names, from the moment it stands here.
create table certificates.stop (
  id uuid primary key, -- internal: identity
  person_id uuid not null, -- sensitive: for whom
  reason text not null, -- sensitive: lost-card, own-wish or office
  begun_at timestamptz not null, -- internal: since when
  begun_by text not null, -- internal: who entered it
  ended_at timestamptz, -- internal: until when; null while it stands
  ended_by text, -- internal: who ended it
  check (reason in ('lost-card', 'own-wish', 'office'))
);
create unique index stop_standing on certificates.stop (person_id) where ended_at is null;

-- 印鑑登録: one seal a person at a time.
create sequence certificates.seal_serial as bigint start 100001;
create table certificates.seal (
  id uuid primary key, -- internal: identity
  number text not null unique, -- internal: 印鑑登録番号, on the registration card
  person_id uuid not null, -- personal: whose
  registered_name text not null, -- personal: name in the register when the seal was registered
  image bytea not null, -- sensitive: the impression (PNG), sealed with the keys of this part
  width_tenths smallint not null, -- internal: width of the impression in tenths of a millimetre
  height_tenths smallint not null, -- internal: height of it
  applicant jsonb not null, -- sensitive: who came and how they proved it
  registered_at timestamptz not null, -- internal: when
  registered_by text not null, -- internal: who
  ended_at timestamptz, -- internal: since when nothing is issued on it; null while it stands
  ended_because text, -- internal: own-wish, lost-card, moved-out, died, name-changed, removed, guardianship
  ended_by text -- internal: who
);
create unique index seal_standing on certificates.seal (person_id) where ended_at is null;

-- 意思能力を有しない者: people for whom no seal may be registered (印鑑登録証明事務処理要領).
create table certificates.seal_bar (
  person_id uuid primary key, -- sensitive: who
  since timestamptz not null, -- internal: since when
  by text not null -- internal: who entered it
);

-- Certificates of the city and their sealed keys, and which signatures were made with them.

create table signing.certificate (
  id uuid primary key, -- internal: identity
  role text not null, -- internal: root, signer or time-stamper
  algorithm text not null, -- internal: with which it signs, e.g. rsa-2048-sha256
  certificate bytea not null, -- public: X.509, DER
  serial_number text not null unique, -- public: as the certificate says it, in hexadecimal
  sealed_key text not null, -- sensitive: PKCS #8, sealed with the keys of this part
  valid_from timestamptz not null, -- public: from when it is valid
  valid_to timestamptz not null, -- public: until when it is valid
  issuer_id uuid references signing.certificate, -- internal: which of them certified it; null for a root
  made_at timestamptz not null, -- internal: when
  revoked_at timestamptz, -- public: since when nothing that it signed counts; null while it stands
  revoked_because text not null default '', -- internal: why, in a sentence
  check (role in ('root', 'signer', 'time-stamper')),
  check (valid_from < valid_to)
);
create index certificate_by_role on signing.certificate (role, valid_to desc);

create table signing.signature ( -- append-only
  id uuid primary key, -- internal: identity
  service text not null, -- internal: for which service
  level text not null, -- internal: B-T with a time stamp, B-B without
  certificate_id uuid references signing.certificate, -- internal: with which certificate; null for one of the city's settings
  signed_at timestamptz not null, -- internal: when
  check (level in ('B-B', 'B-T'))
);
create index signature_by_time on signing.signature (signed_at);

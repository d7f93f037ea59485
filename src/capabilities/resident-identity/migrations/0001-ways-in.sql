-- By which ways residents come in. Who the accounts are stands in kernel.resident; what the register knows of a person
-- stands in the register, and neither an individual number nor a card's PIN ever comes here.

create table resident_identity.card (
  id uuid primary key, -- internal: identity of this way
  account_id uuid not null references kernel.resident, -- personal: whose
  provider text not null, -- internal: who vouched for the card, an issuer of OpenID Connect
  subject text not null, -- sensitive: the person's pairwise name at that provider, good for this city only
  certificate_issuer text not null, -- internal: who issued the certificate for user authentication
  certificate_serial text not null, -- sensitive: its serial number
  linked_at timestamptz not null, -- personal: when the card was first used here
  used_at timestamptz not null, -- personal: last use
  ended_at timestamptz -- personal: since when this card is no way in any more
);
create unique index card_by_subject on resident_identity.card (provider, subject) where ended_at is null;
create unique index card_by_certificate on resident_identity.card (certificate_issuer, certificate_serial) where ended_at is null;
create index card_by_account on resident_identity.card (account_id);

-- A renewed certificate has a new serial. Which one followed which is kept, so that an account survives the renewal.
create table resident_identity.card_renewal ( -- append-only
  card_id uuid not null references resident_identity.card, -- internal: whose card
  old_serial text not null, -- sensitive: serial before
  new_serial text not null, -- sensitive: serial since
  link text not null check (link in ('subject', 'provider', 'attributes', 'clerk')), -- internal: by what the two were joined
  renewed_at timestamptz not null -- personal: when it was seen
);

create table resident_identity.mailbox (
  id uuid primary key, -- internal: identity of this way
  account_id uuid not null references kernel.resident, -- personal: whose
  address_mac bytea not null unique, -- sensitive: keyed fingerprint of the address, for finding it
  sealed_address text not null, -- sensitive: the address, encrypted with a key that is not in the database
  since timestamptz not null, -- personal: when it was proven
  used_at timestamptz -- personal: last sign-in by it
);
create index mailbox_by_account on resident_identity.mailbox (account_id);

-- A link that was mailed: good once, for a quarter of an hour, in the browser that asked for it.
create table resident_identity.mail_link (
  token_hash bytea primary key, -- sensitive: SHA-256 of what stands in the link
  browser_hash bytea not null, -- sensitive: SHA-256 of the cookie of the browser that asked
  address_mac bytea not null, -- sensitive: keyed fingerprint of the address
  sealed_address text not null, -- sensitive: the address, encrypted with a key that is not in the database
  account_id uuid references kernel.resident, -- personal: the account that wants this mailbox as a way in; empty at sign-in
  return_to text not null, -- internal: where to go afterwards
  expires_at timestamptz not null, -- internal: not after
  used_at timestamptz -- internal: when it was used up
);
create index mail_link_by_end on resident_identity.mail_link (expires_at);

create table resident_identity.passkey (
  id uuid primary key, -- internal: identity of this way
  account_id uuid not null references kernel.resident, -- personal: whose
  credential_id text not null unique, -- sensitive: the authenticator's name for it
  public_key bytea not null, -- internal: to check signatures with
  sign_count bigint not null, -- internal: the authenticator's counter at its last use
  transports text[] not null, -- internal: how it is reached
  host text not null, -- internal: the host name it is bound to
  name text not null, -- personal: as its owner calls it
  is_synced boolean not null, -- internal: copied between devices by their maker
  created_at timestamptz not null, -- personal: when it was made
  used_at timestamptz -- personal: last use
);
create index passkey_by_account on resident_identity.passkey (account_id);

create table resident_identity.spent_challenge (
  challenge_hash bytea primary key, -- internal: SHA-256 of a challenge that was used
  spent_at timestamptz not null -- internal: when
);

-- Tries, for the limits: kept for a day only.
create table resident_identity.attempt ( -- append-only
  entry bigint generated always as identity primary key, -- internal: order
  at timestamptz not null, -- internal: when
  what text not null, -- internal: letter, link, passkey, card or code
  address_mac bytea, -- sensitive: keyed fingerprint of the mail address or account that it was for
  network text not null, -- personal: network address it came from
  is_failure boolean not null -- internal: whether it failed
);
create index attempt_by_network on resident_identity.attempt (network, what, at);
create index attempt_by_address on resident_identity.attempt (address_mac, what, at) where address_mac is not null;

create function resident_identity.forget_attempts(hours_kept int) returns bigint
language sql security definer set search_path = '' as $$
  with gone as (
    delete from resident_identity.attempt
     where at < now() - make_interval(hours => greatest(hours_kept, 25)) returning 1
  ) select count(*) from gone
$$;

-- Accounts whose card and register could not be joined by the machine: work for a clerk.
create table resident_identity.match_case (
  id uuid primary key, -- internal: identity of the case
  account_id uuid not null references kernel.resident, -- personal: whose account
  reason text not null check (reason in ('none', 'several')), -- internal: why the machine could not
  sealed_attributes text not null, -- sensitive: what the card said, encrypted; taken away when the case is settled
  opened_at timestamptz not null, -- personal: when
  settled_at timestamptz, -- personal: when a clerk decided
  settled_by text, -- personal: who decided
  outcome text check (outcome in ('matched', 'declined')), -- internal: how
  person_id uuid, -- personal: key in the register, when matched
  why text -- personal: the clerk's reason
);
create unique index open_case_by_account on resident_identity.match_case (account_id) where settled_at is null;
create index match_case_by_opening on resident_identity.match_case (opened_at);

-- 任意代理人: one proven person lets another one act for them, between two days, until they take it back.
create table resident_identity.proxy (
  id uuid primary key, -- internal: identity of the power
  code_mac bytea not null unique, -- sensitive: keyed fingerprint of the code that was handed over
  principal_id uuid not null, -- personal: key in the register of who gave it
  principal_account uuid not null references kernel.resident, -- personal: with which account
  principal_name text not null, -- personal: as the other one sees it
  holder_account uuid references kernel.resident, -- personal: who took it
  holder_id uuid, -- personal: key in the register of who took it
  holder_name text, -- personal: as the giver sees it
  valid_from date not null, -- personal: first day
  valid_to date not null, -- personal: last day
  offered_at timestamptz not null, -- internal: when the code was made
  offer_ends_at timestamptz not null, -- internal: the code is good until then
  taken_at timestamptz, -- internal: when it was taken
  ended_at timestamptz, -- internal: when one of the two ended it early
  ended_by text check (ended_by in ('principal', 'holder')) -- internal: who ended it
);
create index proxy_by_principal on resident_identity.proxy (principal_id);
create index proxy_by_holder on resident_identity.proxy (holder_id);

-- A document that a resident is asked to sign with their card.
create table resident_identity.signature (
  id uuid primary key, -- internal: also the transaction's number at the provider
  account_id uuid not null references kernel.resident, -- personal: who signs
  for_service text not null, -- internal: which service asked
  document_hash bytea not null, -- internal: SHA-256 of the document
  title text not null, -- personal: as the signer reads it
  return_to text not null, -- internal: where to go afterwards
  begun_at timestamptz not null, -- internal: when
  expires_at timestamptz not null, -- internal: not after
  signed_at timestamptz, -- personal: when
  signature bytea, -- sensitive: over the hash, with the card's key
  certificate bytea, -- sensitive: the certificate for signatures, DER
  refused_at timestamptz, -- internal: when it was refused
  refusal text -- internal: why
);
create index signature_by_account on resident_identity.signature (account_id);

-- Key with which the city signs its own word to the provider (private_key_jwt), in a demo; a real city configures one.
create table resident_identity.client_key (
  is_only boolean primary key default true check (is_only), -- internal: there is one
  sealed_key text not null, -- sensitive: PKCS 8, encrypted with a key that is not in the database
  public_jwk jsonb not null, -- public: its public half
  made_at timestamptz not null -- internal: when
);

-- The stand-in's own cards, in a demo only: what would lie with the state.
create table resident_identity.demo_card (
  id uuid primary key, -- internal: identity of the card; where it belongs to the register, the person's
  name text not null, -- personal: as the card says it; invented
  birth_date date not null, -- personal: as the card says it
  address text not null, -- personal: as the card says it
  sex text not null, -- personal: as the card says it
  issuer text not null, -- internal: of the certificate
  serial text not null, -- internal: of the certificate that the card bears now
  previous_serial text, -- internal: of the certificate before a renewal
  subject_seed text not null, -- internal: from which the pairwise subject is made; another one after a new card
  state text not null check (state in ('valid', 'expired', 'revoked')), -- internal: what the state would say of it
  note text not null default '' -- internal: what the card is for in the demo
);

-- What went over the wire between the city, the browser and the stand-in, without secrets: a staff page shows it.
create table resident_identity.stand_in_exchange (
  entry bigint generated always as identity primary key, -- internal: order
  at timestamptz not null, -- internal: when
  method text not null, -- internal: of HTTP
  path text not null, -- internal: without its query
  status int not null, -- internal: of the answer
  names text[] not null -- internal: names of what was sent, never the values
);

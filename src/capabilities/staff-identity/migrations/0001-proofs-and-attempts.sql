-- With what a person proves who they are. Who the people are stands in kernel.person.

create table staff_identity.account (
  person_id uuid primary key references kernel.person, -- internal: whose
  passphrase_hash text, -- sensitive: argon2id in PHC form; empty while none was given
  passphrase_set_at timestamptz, -- internal: since when it holds
  is_one_time boolean not null default false, -- internal: must be replaced at the next sign-in
  expires_at timestamptz -- internal: end of a one-time passphrase
);

-- Accounts of a demo city whose passphrase is still the one shown on the sign-in page. Empty in a real city.
create table staff_identity.demo_account (
  person_id uuid primary key references kernel.person -- internal: whose
);

create table staff_identity.totp (
  person_id uuid primary key references kernel.person, -- internal: whose
  sealed_secret text not null, -- sensitive: the shared secret, encrypted with a key that is not in the database
  last_step bigint not null, -- internal: time step of the last code used, so that no code works twice
  enrolled_at timestamptz not null -- internal: since when
);

create table staff_identity.recovery_code (
  person_id uuid not null references kernel.person, -- internal: whose
  code_mac bytea not null, -- sensitive: keyed fingerprint of the code
  made_at timestamptz not null, -- internal: when
  used_at timestamptz, -- internal: when it was used up
  primary key (person_id, code_mac)
);

create table staff_identity.passkey (
  id uuid primary key, -- internal: identity shown in the list of passkeys
  person_id uuid not null references kernel.person, -- internal: whose
  credential_id text not null unique, -- sensitive: the authenticator's own name for it
  public_key bytea not null, -- internal: COSE key that its signatures are checked with
  sign_count bigint not null, -- internal: the authenticator's counter at the last use
  transports text[] not null, -- internal: how the authenticator is reached
  host text not null, -- internal: host name it is bound to
  name text not null, -- personal: what the person calls it
  is_synced boolean not null, -- internal: may leave the device it was made on
  created_at timestamptz not null, -- internal: since when
  used_at timestamptz -- personal: last use
);
create index passkey_by_person on staff_identity.passkey (person_id);

-- What was offered to an authenticator to be signed may be signed once.
create table staff_identity.spent_challenge (
  challenge_hash bytea primary key, -- internal: SHA-256 of the challenge
  spent_at timestamptz not null -- internal: when
);

-- Between the passphrase and the second step: knows who, allows nothing else.
create table staff_identity.half_session (
  token_hash bytea primary key, -- sensitive: SHA-256 of the cookie's secret
  person_id uuid not null references kernel.person, -- personal: whose
  awaits text not null check (awaits in ('second-step', 'new-passphrase')), -- internal: what is still to be done
  method text not null, -- internal: what was proven so far
  return_to text not null, -- internal: where the person wished to go
  expires_at timestamptz not null -- internal: not after
);

-- When the person behind a session last proved who they are; weighty changes ask for ten minutes at most.
create table staff_identity.confirmation (
  session_id uuid primary key, -- internal: the session
  confirmed_at timestamptz not null -- internal: when
);

-- Every attempt to prove who one is, kept for a year. A name that nobody bears is kept as a keyed fingerprint only:
-- people type their passphrase into the wrong box.
create table staff_identity.attempt ( -- append-only
  entry bigint generated always as identity primary key, -- internal: order
  at timestamptz not null, -- internal: when
  person_id uuid references kernel.person, -- personal: who it was for, empty when nobody bears the name typed
  login_mac bytea, -- internal: keyed fingerprint of a name that nobody bears
  address text not null, -- personal: network address it came from, removed after a year
  method text not null, -- internal: passphrase, totp, recovery-code, passkey, or reset by an administrator
  outcome text not null, -- internal: what came of it
  check (outcome in ('accepted', 'halfway', 'refused', 'waiting', 'crowded', 'cleared')),
  check ((person_id is null) <> (login_mac is null))
);
create index attempt_by_person on staff_identity.attempt (person_id, entry) where outcome in ('accepted', 'refused', 'cleared');
create index attempt_by_login on staff_identity.attempt (login_mac, entry) where outcome in ('accepted', 'refused', 'cleared');
create index attempt_by_address on staff_identity.attempt (address, at) where outcome in ('refused', 'waiting');

-- Attempts can only be added, and forgotten when they are more than a year old, whoever asks for less.
create function staff_identity.forget_attempts(days_kept int) returns bigint
language sql security definer set search_path = '' as $$
  with gone as (
    delete from staff_identity.attempt
     where at < now() - make_interval(days => greatest(days_kept, 366)) returning 1
  ) select count(*) from gone
$$;

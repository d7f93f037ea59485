-- What is told once to somebody who reaches people in turn: L-Alert, the carriers' area mail, cable television, and every
-- inbox of the fediverse that somebody follows the city from.

create table notices.hand_over (
  id bigint generated always as identity primary key, -- internal: order
  notice_id uuid not null references notices.notice, -- internal: which notice
  channel text not null, -- internal: over what
  target text not null, -- personal: inbox of a follower's server; empty where a channel has one receiver
  thread uuid not null, -- internal: first notice of its event; what belongs together arrives in order
  level int not null, -- internal: of its notice; graver ones go first
  is_drill boolean not null, -- internal: goes to the stand-in
  state text not null, -- internal: how far it is
  attempts int not null default 0, -- internal: how often it was tried
  due_at timestamptz not null, -- internal: not before
  held_until timestamptz, -- internal: when its holder is taken to be dead
  is_uncertain boolean not null default false, -- internal: a try ended without the receiver's word, so that it may have arrived
  answer text, -- internal: what the receiver said last, or why it was not handed over
  begun_at timestamptz not null, -- internal: when the notice was issued
  ended_at timestamptz, -- internal: when it was taken, given up or withheld
  unique (notice_id, channel, target),
  check (channel in ('activitypub', 'l-alert', 'area-mail', 'cable-tv')),
  check (state in ('waiting', 'held', 'taken', 'given-up', 'withheld'))
);
create index hand_over_open on notices.hand_over (channel, due_at) where state in ('waiting', 'held');
create index hand_over_thread on notices.hand_over (thread, channel, target);

-- What is handed over, written once, so that every try brings the same, and a person can bring it where the line is cut.
create table notices.hand_over_file (
  notice_id uuid not null references notices.notice, -- internal: which notice
  channel text not null, -- internal: for which channel
  name text not null, -- internal: name of the file
  type text not null, -- internal: its media type
  body text not null, -- public: its contents
  made_at timestamptz not null, -- internal: when it was first needed
  primary key (notice_id, channel)
);

-- Who follows the city from the fediverse. Followers are other servers' affair: only what it takes to reach them is kept.
create table notices.follower (
  actor text primary key, -- personal: address of the account
  inbox text not null, -- personal: where its server takes what is for it
  shared_inbox text, -- internal: where its server takes what is for many
  host text not null, -- internal: its server
  key_id text not null, -- personal: name of the key that its server signs with
  public_key text not null, -- personal: that key
  follow_id text not null, -- personal: the request to follow, which is answered
  state text not null, -- internal: whether it was told that it follows
  attempts int not null default 0, -- internal: how often it was tried to tell it
  due_at timestamptz not null, -- internal: when it is told
  followed_at timestamptz not null, -- personal: since when
  check (state in ('asked', 'active'))
);
create index follower_asked on notices.follower (due_at) where state = 'asked';
create index follower_host on notices.follower (host);

-- Signatures that were seen within their time, so that the same message is not believed twice.
create table notices.seen_signature (
  digest text primary key, -- internal: SHA-256 of the signature
  seen_at timestamptz not null -- internal: when
);

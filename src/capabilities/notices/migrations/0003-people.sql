-- What people asked for and have not confirmed yet, and whom the LINE account still owes an answer.

-- A wish to hear from the city, or for one's own link. Only who reads the letter sent there can make a contact of it;
-- what was not confirmed in time is erased.
create table notices.pending (
  id uuid primary key, -- internal: identity; its keyed fingerprint makes the link
  purpose text not null, -- internal: subscribe, or link for a link sent again
  address text not null, -- personal: mail address
  language text not null, -- personal: wants to read this
  topics text[] not null, -- personal: wants to hear of these
  towns text[] not null, -- personal: of these towns; empty is all of them
  quiet_from int, -- personal: nothing below level 4 from this minute of the day in Japan
  quiet_to int, -- personal: until this one
  made_at timestamptz not null, -- internal: when it was sent
  used_at timestamptz, -- internal: when it was confirmed
  check (purpose in ('subscribe', 'link')),
  check (language in ('ja', 'ja-x-yasashii', 'en', 'pt'))
);
create index pending_address on notices.pending (lower(address), made_at);

-- An answer that the LINE account owes to somebody who added it as a friend. It leaves after the commit.
create table notices.line_reply (
  id uuid primary key, -- internal: the event's own id, so that one delivered twice is answered once
  user_id text not null, -- personal: LINE user id
  reply_token text not null, -- sensitive: good for one answer; emptied when it was given
  received_at timestamptz not null, -- internal: when the event came
  done_at timestamptz -- internal: when it was answered or given up
);
create index line_reply_waiting on notices.line_reply (received_at) where done_at is null;

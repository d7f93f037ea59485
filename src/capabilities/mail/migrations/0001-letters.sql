-- Mail on its way out. The address and the text are emptied as soon as the letter has been handed over or refused for good.

create table mail.letter (
  id uuid primary key, -- internal: identity, also the Message-ID
  service text not null, -- internal: which service wrote it
  purpose text not null, -- internal: what for, e.g. garbage-guide.answer
  recipient text not null, -- personal: address, emptied when the letter is out
  subject text not null, -- personal: subject line, emptied when the letter is out
  body text not null, -- personal: plain text, emptied when the letter is out
  written_at timestamptz not null, -- internal: when it was written
  state text not null default 'waiting', -- internal: waiting, sent or refused
  ended_at timestamptz, -- internal: when it was handed over or refused
  answer text not null default '', -- internal: what the receiving server said, without addresses
  check (state in ('waiting', 'sent', 'refused'))
);
create index letter_by_time on mail.letter (written_at desc);

-- What the stand-in for the outside world received; filled only where no mail server is named.
create table mail.delivered (
  letter_id uuid primary key, -- internal: which letter
  source text not null, -- personal: the message as it went over the wire
  received_at timestamptz not null -- internal: when
);

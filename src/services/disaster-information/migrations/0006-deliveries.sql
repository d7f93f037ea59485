-- Telegrams as other machines delivered them, written down before anything of them is read. Whoever has workers takes them in, in the
-- order of their coming, and with the same commit they go from here: what stands here waits.
create table disaster_information.delivery (
  id bigint generated always as identity primary key, -- internal: the order in which they came
  way text not null, -- internal: by which way
  body bytea not null, -- public: as sent
  delivered_at timestamptz not null, -- internal: when
  tries int not null, -- internal: how often taking it in has failed
  next_at timestamptz not null, -- internal: when to try again
  problem text not null -- internal: why it failed last
);

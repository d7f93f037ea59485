-- What came of the last round of the ten-minute feed: asked by whichever process has workers, told by the pages of any.
create table landslide_warnings.mesh_feed (
  is_only boolean primary key default true, -- internal: there is one feed
  source text not null, -- internal: named (the prefecture's server), stand-in (of a demo), or none (nothing is set up)
  asked_at timestamptz not null, -- internal: last round
  answered_at timestamptz, -- internal: last answer that was taken in, or said that there is nothing newer
  problem text, -- internal: why the last answer was not taken in; null: it was
  detail text not null default '', -- internal: row and column of the sheet, or what the server said
  left_out int not null default 0, -- internal: rows of the last sheet that are of no mesh near the city
  check (is_only),
  check (source in ('named', 'stand-in', 'none'))
);

-- Two processes may do two jobs in another order than the facts that asked for them.
alter table landslide_warnings.city_level add column fact_position bigint not null default 0; -- internal: place in the chain of the fact that said it

-- A sheet from the future would be the newest for ever.
delete from landslide_warnings.mesh where realm = 'live' and base_time > now() + interval '10 minutes';

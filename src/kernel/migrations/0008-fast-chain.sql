-- Sealing and checking at the pace of a busy city. The bytes that are hashed stay what they were, so chains that were
-- written before verify as before.

-- No page and no indicator asks for the facts of a subject, and the index took a quarter of the chain's room.
drop index kernel.fact_by_subject;

-- The outbox is filled and emptied all day: what was moved on is cleared away soon, so that it never grows.
alter table kernel.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- The same line as before: json and jsonb print an array alike, and what the body holds is printed by jsonb itself. An
-- epoch knows no time zone. Without a setting of its own the function is taken up into the query that calls it.
create or replace function kernel.fact_line(
  place bigint, id uuid, service text, name text, version int, subject text, actor text,
  occurred_at timestamptz, recorded_at timestamptz, body jsonb
) returns bytea language sql stable parallel safe as $$
  select convert_to(json_build_array(place, id, service, name, version, subject, actor,
    extract(epoch from occurred_at), extract(epoch from recorded_at), body)::text, 'UTF8')
$$;

-- As before, but without a bell: PostgreSQL lets only one transaction at a time commit that rings one, and publishers
-- would wait for each other's disk. Whoever publishes rings after the commit; sealing rings for certain.
create or replace function kernel.publish(facts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  acting text := kernel.acting_service();
  stranger text;
begin
  select fact->>'name' into stranger from jsonb_array_elements(facts) fact
   where split_part(fact->>'name', '.', 1) <> acting limit 1;
  if stranger is not null then
    raise exception 'The service % may not publish %', acting, stranger using errcode = '42501';
  end if;
  insert into kernel.outbox (id, service, name, version, subject, actor, occurred_at, recorded_at, body)
  select (fact->>'id')::uuid, acting, fact->>'name', (fact->>'version')::int, fact->>'subject', fact->>'actor',
         (fact->>'occurredAt')::timestamptz, (fact->>'recordedAt')::timestamptz, fact->'body'
    from jsonb_array_elements(facts) fact;
end $$;

-- Moves up to max_rows facts from the outbox into the chain; one sealer at a time, and nobody who publishes waits for
-- it. Only the hashes are computed one after the other: each needs the one before. Returns how many it moved.
create or replace function kernel.seal(max_rows int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  head kernel.chain_head;
  start bigint;
  pending record;
  entries bigint[] := '{}';
  hashes bytea[] := '{}';
  names text;
begin
  select * into head from kernel.chain_head for update;
  start := head.position;
  for pending in
    select entry, kernel.fact_line(start + row_number() over (order by entry), id, service, name, version, subject,
                                   actor, occurred_at, recorded_at, body) as line
      from kernel.outbox order by entry limit max_rows
  loop
    head.position := head.position + 1;
    head.hash := sha256(head.hash || pending.line);
    entries := entries || pending.entry;
    hashes := hashes || head.hash;
  end loop;
  if head.position = start then return 0; end if;
  with moved as (
    delete from kernel.outbox where entry = any(entries) returning *
  ), sealed as (
    insert into kernel.fact
    select start + link.place, moved.id, moved.service, moved.name, moved.version, moved.subject, moved.actor,
           moved.occurred_at, moved.recorded_at, moved.body, link.hash
      from moved join unnest(entries, hashes) with ordinality as link (entry, hash, place) using (entry)
     order by link.place
    returning name
  )
  select string_agg(distinct name, ' ') into names from sealed;
  update kernel.chain_head set position = head.position, hash = head.hash;
  -- A longer message than PostgreSQL carries says instead that anything may have happened.
  perform pg_notify('sealed', case when octet_length(names) < 7900 then names else '*' end);
  return head.position - start;
end $$;

-- The last position of the next so many facts after a place; null when none are left.
create function kernel.end_of_stretch(after bigint, facts int) returns bigint
language sql stable set search_path = '' as $$
  select max(position) from (select position from kernel.fact where position > after order by position limit facts) stretch
$$;

drop function kernel.broken_facts();

-- Every place of a stretch of the chain (after, up_to] where it is broken: a fact altered, or one missing before it.
-- Stretches are checked side by side; each begins with the hash that stands before it.
create function kernel.broken_facts(after bigint, up_to bigint)
returns table (break_at bigint, kind text, fact_id uuid, fact_name text)
language plpgsql stable set search_path = '' as $$
declare
  before bigint := 0;
  previous bytea := '\x';
  link record;
begin
  select f.position, f.hash into before, previous from kernel.fact f where f.position <= after order by f.position desc limit 1;
  if not found then
    before := 0;
    previous := '\x';
  end if;
  for link in
    select f.position, f.hash, f.id, f.name,
           kernel.fact_line(f.position, f.id, f.service, f.name, f.version, f.subject, f.actor, f.occurred_at, f.recorded_at, f.body) as line
      from kernel.fact f where f.position > after and f.position <= up_to order by f.position
  loop
    if before <> link.position - 1 or link.hash <> sha256(previous || link.line) then
      break_at := link.position;
      kind := case when before <> link.position - 1 then 'missing-before' else 'altered' end;
      fact_id := link.id;
      fact_name := link.name;
      return next;
    end if;
    before := link.position;
    previous := link.hash;
  end loop;
end $$;

-- Facts are kept: appended, chained by hash, never changed. An action writes its facts into the outbox in its own
-- transaction; the sealer then moves them into the chain in the order in which they became visible. So writers never
-- wait for each other, a late commit is never skipped by a listener, and the order of the chain is total.

create table kernel.outbox ( -- append-only
  entry bigint generated always as identity primary key, -- internal: order of entry
  id uuid not null unique, -- internal: identity of the fact
  service text not null, -- internal: who published it
  name text not null, -- internal: what happened, e.g. plan.report-published
  version int not null, -- internal: version of the fact's shape
  subject text not null, -- internal: what it is about, e.g. project:1-3-1
  actor text not null, -- personal: who did it, an account's identity or system
  occurred_at timestamptz not null, -- internal: when it happened
  recorded_at timestamptz not null, -- internal: when it was written down
  body jsonb not null -- sensitive: the content; its shape declares what is personal
);

create table kernel.fact ( -- append-only
  position bigint primary key, -- internal: place in the chain, from 1 without gaps
  id uuid not null unique, -- internal: identity of the fact
  service text not null, -- internal: who published it
  name text not null, -- internal: what happened
  version int not null, -- internal: version of the fact's shape
  subject text not null, -- internal: what it is about
  actor text not null, -- personal: who did it
  occurred_at timestamptz not null, -- internal: when it happened
  recorded_at timestamptz not null, -- internal: when it was written down
  body jsonb not null, -- sensitive: the content
  hash bytea not null -- internal: SHA-256 over the previous hash and this fact
);

create index fact_by_name on kernel.fact (name, position);
create index fact_by_subject on kernel.fact (subject, position);

-- The head says how long the chain is, so that facts cut off at the end are missed too.
create table kernel.chain_head (
  is_only boolean primary key default true check (is_only), -- internal: there is one head
  position bigint not null, -- internal: position of the last sealed fact
  hash bytea not null -- internal: its hash
);
insert into kernel.chain_head (position, hash) values (0, '\x');

-- How far each listener has read the chain.
create table kernel.delivery (
  listener text primary key, -- internal: service and fact, e.g. plan:garbage-guide.searched
  position bigint not null, -- internal: last position handled
  attempts int not null default 0, -- internal: failed tries at the next fact
  retry_at timestamptz, -- internal: not before
  last_error text -- internal: why the last try failed
);

-- The bytes that are hashed: one canonical line per fact.
create function kernel.fact_line(
  place bigint, id uuid, service text, name text, version int, subject text, actor text,
  occurred_at timestamptz, recorded_at timestamptz, body jsonb
) returns bytea language sql immutable set timezone = 'UTC' as $$
  select convert_to(jsonb_build_array(place, id, service, name, version, subject, actor,
    extract(epoch from occurred_at), extract(epoch from recorded_at), body)::text, 'UTF8')
$$;

-- The service that the present transaction runs for: the role is called <database>__<service>, and the database's name
-- may hold two underscores itself. No service's name does.
create function kernel.acting_service() returns text language sql stable as $$
  select replace(regexp_replace(current_setting('role'), '^.*__', ''), '_', '-')
$$;

-- Publishes facts of the acting service; a service cannot speak in another's name.
create function kernel.publish(facts jsonb) returns void
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
  perform pg_notify('facts', (select string_agg(distinct fact->>'name', ' ') from jsonb_array_elements(facts) fact));
end $$;

-- Moves up to max_rows facts from the outbox into the chain; one sealer at a time. Returns how many it moved.
create function kernel.seal(max_rows int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  head kernel.chain_head;
  pending kernel.outbox;
  moved bigint[] := '{}';
begin
  select * into head from kernel.chain_head for update;
  for pending in select * from kernel.outbox order by entry limit max_rows loop
    head.position := head.position + 1;
    head.hash := sha256(head.hash || kernel.fact_line(head.position, pending.id, pending.service, pending.name,
      pending.version, pending.subject, pending.actor, pending.occurred_at, pending.recorded_at, pending.body));
    insert into kernel.fact values (head.position, pending.id, pending.service, pending.name, pending.version,
      pending.subject, pending.actor, pending.occurred_at, pending.recorded_at, pending.body, head.hash);
    moved := moved || pending.entry;
  end loop;
  if cardinality(moved) > 0 then
    delete from kernel.outbox where entry = any(moved);
    update kernel.chain_head set position = head.position, hash = head.hash;
  end if;
  return cardinality(moved);
end $$;

-- Every place where the chain is broken: a fact altered, one missing, or the end cut off.
create function kernel.broken_facts() returns table (break_at bigint, kind text, fact_id uuid, fact_name text)
language sql stable set search_path = '' as $$
  with chained as (
    select f.*, lag(f.hash, 1, '\x'::bytea) over (order by f.position) as previous,
           lag(f.position, 1, 0::bigint) over (order by f.position) as before
      from kernel.fact f
  )
  select position, case when before <> position - 1 then 'missing-before' else 'altered' end, id, name
    from chained
   where before <> position - 1
      or hash <> sha256(previous || kernel.fact_line(position, id, service, name, version, subject, actor,
                                                     occurred_at, recorded_at, body))
  union all
  select head.position, 'missing-at-end', null, null
    from kernel.chain_head head
   where head.position <> (select coalesce(max(position), 0) from kernel.fact)
   order by 1
$$;

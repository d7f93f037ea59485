-- Who looked at or did what, when, why, under which rule. Appended only.

create table kernel.audit ( -- append-only
  entry bigint generated always as identity primary key, -- internal: order
  at timestamptz not null default now(), -- internal: when
  actor text not null, -- personal: who
  service text not null, -- internal: in which service
  act text not null, -- internal: what, e.g. view or ask
  subject text not null, -- sensitive: about whom or what
  basis text not null -- internal: law article or rule that allows it
);
create index audit_by_subject on kernel.audit (subject, at);
create index audit_by_actor on kernel.audit (actor, at);

create function kernel.note(actor text, act text, subject text, basis text) returns void
language sql security definer set search_path = '' as $$
  insert into kernel.audit (actor, service, act, subject, basis)
  values (actor, kernel.acting_service(), act, subject, basis)
$$;

-- Whose database this is; one row.
create table kernel.city (
  is_only boolean primary key default true check (is_only), -- internal: there is one row
  code text not null, -- public: 全国地方公共団体コード
  name text not null -- public: 市町村名
);

-- Which parts have had their seed.
create table kernel.seeded (
  part text primary key, -- internal: name of the part
  seeded_at timestamptz not null default now() -- internal: when
);

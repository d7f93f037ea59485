-- Work that is done after the commit or by the calendar. A job and its effect end in one transaction.

create table kernel.job (
  id bigint generated always as identity primary key, -- internal: identity
  service text not null, -- internal: whose job
  name text not null, -- internal: which job
  input jsonb, -- sensitive: what it needs to know
  run_at timestamptz not null, -- internal: not before
  attempts int not null default 0, -- internal: failed tries
  held_until timestamptz, -- internal: a worker holds it until then
  last_error text, -- internal: why the last try failed
  once_key text unique -- internal: the same work is never queued twice under one key
);
create index job_due on kernel.job (run_at);

-- When each entry of the timetable was last put into the queue.
create table kernel.timetable (
  entry text primary key, -- internal: service and job
  last_slot timestamptz not null -- internal: the slot that was queued last
);

create function kernel.enqueue(jobs jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into kernel.job (service, name, input, run_at, once_key)
  select kernel.acting_service(), job->>'name', job->'input', (job->>'runAt')::timestamptz, job->>'onceKey'
    from jsonb_array_elements(jobs) job
  on conflict (once_key) do nothing;
  perform pg_notify('jobs', '');
end $$;

create function kernel.finish_job(finished bigint) returns void
language sql security definer set search_path = '' as $$
  delete from kernel.job where id = finished
$$;

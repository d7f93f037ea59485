-- Work that is done after the commit or by the calendar. A job and its effect end in one transaction.

create table kernel.job (
  id bigint generated always as identity primary key, -- internal: identity
  service text not null, -- internal: whose job
  name text not null, -- internal: which job
  input jsonb, -- sensitive: what it needs to know
  run_at timestamptz not null, -- internal: not before
  attempts int not null default 0, -- internal: how often a worker took it
  held_until timestamptz, -- internal: a worker holds it until then; this moment is also the sign of its hold
  last_error text, -- internal: why the last try failed
  once_key text unique -- internal: the same work never waits twice under one key; empty while it runs
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

-- Ends a job of the acting service. False when the worker's hold is over and another worker took the job: then the
-- caller must give up what it did.
create function kernel.finish_job(finished bigint, hold timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  delete from kernel.job where id = finished and service = kernel.acting_service() and held_until = hold;
  return found;
end $$;

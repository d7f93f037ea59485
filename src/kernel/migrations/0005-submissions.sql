-- Takes the number of a form for this transaction. Returns null for the first sender; whoever sends the same form
-- again waits for the first one's commit and gets its answer.
create function kernel.begin_submission(wanted text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  given jsonb;
begin
  -- Nobody sends yesterday's form again; what is older than half a day is forgotten on the way.
  delete from kernel.submission where recorded_at < now() - interval '12 hours';
  insert into kernel.submission (key, outcome) values (wanted, 'null') on conflict (key) do nothing;
  if found then return null; end if;
  select outcome into given from kernel.submission where key = wanted;
  return given;
end $$;

create function kernel.end_submission(wanted text, given jsonb) returns void
language sql security definer set search_path = '' as $$
  update kernel.submission set outcome = given where key = wanted
$$;

-- A form that came back with errors may be sent again under the same number.
create function kernel.free_submission(wanted text) returns void
language sql security definer set search_path = '' as $$
  delete from kernel.submission where key = wanted
$$;

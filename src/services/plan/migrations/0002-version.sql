-- Whatever a report is made of, altering it gives the plans a new version. A process that holds a report it has read
-- asks for the version only, and reads again when that is another one.

alter table plan.plan add column version uuid not null default gen_random_uuid(); -- internal: another one after every alteration

create function plan.renew_version() returns trigger language plpgsql as $$
begin
  new.version := gen_random_uuid();
  return new;
end $$;

create trigger renew_version before update on plan.plan for each row execute function plan.renew_version();

-- An update that changes nothing still passes the trigger above.
create function plan.renew_versions() returns trigger language plpgsql as $$
begin
  update plan.plan set key = key;
  return null;
end $$;

do $$
declare
  part text;
begin
  foreach part in array array['report', 'level', 'scale', 'scale_step', 'section', 'indicator', 'branch', 'project',
                              'listing', 'year_cell', 'owner', 'sheet'] loop
    execute format('create trigger renew_versions after insert or update or delete on plan.%I
                    for each statement execute function plan.renew_versions()', part);
  end loop;
end $$;

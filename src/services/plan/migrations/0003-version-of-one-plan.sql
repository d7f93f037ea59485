-- Only the plan whose rows were altered gets a new version. Renewing all of them made whoever edits one plan wait for
-- whoever edits another, and two such editors wait for each other for ever.

do $$
declare
  part text;
  act text;
begin
  foreach part in array array['report', 'level', 'scale', 'scale_step', 'section', 'indicator', 'branch', 'project',
                              'listing', 'year_cell', 'owner', 'sheet'] loop
    execute format('drop trigger renew_versions on plan.%I', part);
  end loop;
  drop function plan.renew_versions();

  -- The rows that a statement altered; each kind of statement hands them over under this name.
  create function plan.renew_versions() returns trigger language plpgsql as $body$
  begin
    update plan.plan set key = key where key in (select plan_key from altered);
    return null;
  end $body$;

  foreach part in array array['report', 'level', 'scale', 'scale_step', 'section', 'indicator', 'branch', 'project',
                              'listing', 'year_cell', 'owner', 'sheet'] loop
    foreach act in array array['insert', 'update', 'delete'] loop
      execute format('create trigger renew_version_on_%s after %s on plan.%I referencing %s table as altered
                      for each statement execute function plan.renew_versions()',
                     act, act, part, case act when 'delete' then 'old' else 'new' end);
    end loop;
  end loop;
end $$;

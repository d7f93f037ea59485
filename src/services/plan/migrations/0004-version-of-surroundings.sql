-- What is shown beside a report gives its plan a new version too, so that it can be held as the report is.

do $$
declare
  part text;
  act text;
begin
  foreach part in array array['figure', 'copy_difference', 'reason'] loop
    foreach act in array array['insert', 'update', 'delete'] loop
      execute format('create trigger renew_version_on_%s after %s on plan.%I referencing %s table as altered
                      for each statement execute function plan.renew_versions()',
                     act, act, part, case act when 'delete' then 'old' else 'new' end);
    end loop;
  end loop;
end $$;

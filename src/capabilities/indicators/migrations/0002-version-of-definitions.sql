-- Pages ask for figures all day; what is declared changes when the city starts anew. A process that has read the
-- declarations asks for their version only, together with the place up to which was counted. Whoever alters them holds
-- the row of the counting already.

alter table indicators.counted add column version uuid not null default gen_random_uuid(); -- internal: another one after every alteration of indicators or definitions

create function indicators.renew_version() returns trigger language plpgsql as $$
begin
  update indicators.counted set version = gen_random_uuid();
  return null;
end $$;

create trigger renew_version after insert or update or delete or truncate on indicators.indicator
  for each statement execute function indicators.renew_version();
create trigger renew_version after insert or update or delete or truncate on indicators.definition
  for each statement execute function indicators.renew_version();

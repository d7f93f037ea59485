-- Pages name units all day; units change when the city reorganises. A process that has read them asks for the edition only.

create table kernel.unit_edition (
  is_only boolean primary key default true check (is_only), -- internal: there is one row
  version uuid not null default gen_random_uuid() -- internal: another one after every alteration of the units
);
insert into kernel.unit_edition default values;

create function kernel.renew_unit_edition() returns trigger language plpgsql set search_path = '' as $$
begin
  update kernel.unit_edition set version = gen_random_uuid();
  return null;
end $$;

create trigger renew_edition after insert or update or delete or truncate on kernel.unit
  for each statement execute function kernel.renew_unit_edition();

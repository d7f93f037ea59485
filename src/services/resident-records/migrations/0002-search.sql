-- What a search looks into: one row a person, made anew from the register whenever an entry touched the person.

create table resident_records.search_key (
  person_id uuid primary key references resident_records.person, -- personal: whose
  is_current boolean not null, -- personal: a resident today, who stands before those who left
  birth_date date not null, -- personal: as the register says it today
  words text not null, -- personal: folded names, readings, letters, addresses now and earlier, addressee number; one a line
  grams int[] not null, -- personal: pairs of neighbouring characters in the words, as 32-bit numbers
  sorting text not null -- personal: sort key of the reading
);
-- A short waiting list: a search walks through all of it each time.
create index search_key_grams on resident_records.search_key using gin (grams) with (gin_pending_list_limit = 256);
create index search_key_birth on resident_records.search_key (birth_date);

-- Only a table's owner may have it analysed; whoever has filled it may ask for that and nothing else.
create function resident_records.analyze_search_key() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze resident_records.search_key;
end $$;

-- A register of invented people for tests of certificates: one row a person, one a household.
create table resident_records.household (
  id uuid primary key, -- personal: identity
  head_name text not null, -- personal: name of the head
  address text not null, -- personal: address
  edition int not null -- internal: state
);
create table resident_records.person (
  id uuid primary key, -- personal: identity
  household_id uuid not null, -- personal: household
  position smallint not null, -- internal: place in the household
  name text not null, -- personal: name
  details jsonb not null -- personal: what else is registered
);

-- Who receives the child allowance, for whom and how much, as it was decided. A later decision stands beside the earlier one.

create table childcare_procedures.entitlement (
  application_id uuid primary key, -- internal: the application that was decided
  claimant_id uuid, -- personal: who receives it, as the register's key
  from_month date not null, -- personal: first day of the first month
  monthly_yen int not null, -- personal: amount a month
  decided_at timestamptz not null -- internal: when it was decided
);
create index entitlement_of_claimant on childcare_procedures.entitlement (claimant_id, from_month desc);

create table childcare_procedures.entitled_child (
  application_id uuid not null references childcare_procedures.entitlement (application_id) on delete cascade, -- internal: which decision
  child_id uuid not null, -- personal: the child, as the register's key
  primary key (application_id, child_id)
);
create index entitled_child_by_child on childcare_procedures.entitled_child (child_id);

-- Which class of the muster a rule calls, so that the officer who calls staff need not look it up; and who changed the duty's tables.

alter table disaster_information.response_rule add column muster_class text not null default ''; -- public: key of the muster's class that is called; empty: the officer chooses
alter table disaster_information.suggestion add column muster_class text not null default ''; -- internal: the rule's, as it stood when it suggested

-- Changes of the duty's dated tables, change by change. What held when stands in the tables themselves.
create table disaster_information.duty_change ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  about text not null, -- internal: roster, setting or rule
  subject text not null, -- internal: login, key of the setting, or number of the rule
  before text not null, -- personal: as it stood, in words; empty: nothing stood there
  after text not null, -- personal: as it stands from that day on; empty: no longer there
  valid_from date not null, -- internal: first day on which the change counts
  ground text not null, -- internal: why, as it was typed
  changed_at timestamptz not null, -- internal: when
  changed_by_name text not null, -- internal: by whom
  check (about in ('roster', 'setting', 'rule'))
);

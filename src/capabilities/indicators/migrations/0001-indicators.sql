-- Figures counted from facts. Definitions are kept with what they counted, so that a figure can be read and followed
-- when the service that declared it is gone.

create table indicators.indicator (
  key text primary key, -- public: service and name, e.g. plan.reports-published
  service text not null, -- public: who declares it
  title jsonb not null, -- public: its name in four languages
  unit jsonb not null, -- public: what the number counts, in four languages
  nature text not null check (nature in ('output', 'outcome')), -- public: 活動指標 or 成果指標
  direction text not null check (direction in ('up', 'down', 'keep', 'range')), -- public: what is better
  baseline jsonb, -- public: value, day and source of where it began
  targets jsonb not null, -- public: target of each fiscal year
  projects jsonb not null, -- public: codes of the projects of the plan that it speaks for
  is_declared boolean not null, -- public: false once no part declares it any more
  joined_at bigint not null, -- internal: the facts behind this place of the chain are counted as they come
  backfilled_to bigint not null -- internal: the facts up to this place, before joined_at, have been counted afterwards
);

create table indicators.definition ( -- append-only
  id int generated always as identity primary key, -- internal: identity
  indicator text not null references indicators.indicator, -- public: what it defines
  version int not null, -- public: from 1 on
  valid_from date not null, -- public: first day
  reason jsonb not null, -- public: why, in four languages
  fact_name text not null, -- public: which facts
  terms jsonb not null, -- public: way of counting, conditions, category
  recorded_at timestamptz not null, -- public: when the city first saw it
  unique (indicator, version),
  unique (indicator, valid_from)
);

-- How many facts had this value, where the values must be known: to rank them, or to tell them apart. What is ranked is
-- kept for each month and category and each month; what is told apart also for each year and category, and each year.
create table indicators.tally (
  definition int not null references indicators.definition, -- public: by which definition
  grain text not null, -- internal: month-category, month, year-category or year
  period date not null, -- public: first day of the month, or of the fiscal year, in Japan
  category text not null, -- internal: e.g. the channel; empty where the definition or the grain has none
  value text not null, -- internal: the number, or a digest of what is told apart
  facts bigint not null, -- public: how many
  primary key (definition, grain, period, category, value)
);

-- What the facts of a period and category add up to, so that a figure is read without counting anything again.
create table indicators.sums (
  definition int not null references indicators.definition, -- public: by which definition
  grain text not null, -- internal: as in the tally
  period date not null, -- public: first day of the month, or of the fiscal year, in Japan
  category text not null, -- internal: as in the tally
  facts bigint not null, -- public: how many facts
  total numeric not null, -- public: sum of their values, or how many different ones there are
  primary key (definition, grain, period, category)
);

-- The kinds of facts that are counted, as their services declare them now.
create table indicators.fact_kind (
  name text primary key, -- public: e.g. plan.report-published
  is_correctable boolean not null -- internal: whether a fact of this name may replace an earlier one
);

-- Where in the chain the facts of a month stand, so that they are found without an index of every fact.
create table indicators.span (
  fact_name text not null, -- public: which facts
  month date not null, -- public: first day of the month in Japan
  first_position bigint not null, -- internal: place of the first of them
  last_position bigint not null, -- internal: place of the last of them
  primary key (fact_name, month)
);

create table indicators.correction ( -- append-only
  correcting uuid primary key, -- internal: id of the fact that replaces
  corrected uuid not null, -- internal: id of the fact that is replaced
  fact_name text not null, -- internal: name of both
  recorded_at timestamptz not null, -- internal: when the correction was written down
  position bigint not null -- internal: its place in the chain
);
create index correction_of on indicators.correction (corrected);
create index correction_place on indicators.correction (fact_name, position);

-- How far the chain has been counted; who counts holds this row.
create table indicators.counted (
  is_only boolean primary key default true check (is_only), -- internal: there is one row
  position bigint not null -- public: place in the chain
);
insert into indicators.counted (position) values (0);

create table indicators.frozen ( -- append-only
  indicator text not null references indicators.indicator, -- public: of which indicator
  fiscal_year int not null, -- public: the year it begins in
  revision int not null, -- public: from 1 on
  value float8, -- public: the figure as it stood
  facts bigint not null, -- public: counted from so many facts
  months jsonb not null, -- public: the months as they stood
  versions jsonb not null, -- public: versions of the definition that counted them
  position bigint not null, -- public: place in the chain up to which was counted
  hash text not null, -- public: hash of the chain at that place
  frozen_at timestamptz not null, -- public: when
  frozen_by text not null, -- personal: who
  primary key (indicator, fiscal_year, revision)
);

-- A plan, what its projects planned and reached, and the yearly report on it. The rows hold the present state; every
-- alteration is also appended to plan.change, and every published report is kept whole in plan.published_report.
-- Columns called words hold the names in the other languages: {"name": {"en": "…", "pt": "…"}}.

create table plan.plan (
  key text primary key, -- public: name in addresses, made of the period, e.g. 2017-2021
  title text not null, -- public: name of the plan
  period_from int not null, -- public: first fiscal year
  period_to int not null, -- public: last fiscal year
  principle text not null default '', -- public: 基本理念
  is_demo boolean not null default false, -- public: invented, to try the program
  words jsonb not null default '{}', -- public: title and principle in other languages
  check (period_from <= period_to)
);

-- A fiscal year the plan reports on.
create table plan.report (
  plan_key text not null references plan.plan, -- public: which plan
  year int not null, -- public: fiscal year reported on
  title text not null, -- public: title as the document bears it
  issued_by text not null, -- public: who gathers the report, as printed
  revision int not null default 1, -- internal: counts the changes of the cover
  primary key (plan_key, year)
);

create table plan.level (
  plan_key text not null references plan.plan, -- public: which plan
  position int not null, -- public: order, top first
  name text not null, -- public: what the city calls the level, e.g. ビジョン
  words jsonb not null default '{}', -- public: name in other languages
  primary key (plan_key, position)
);

create table plan.scale (
  plan_key text not null references plan.plan, -- public: which plan
  name text not null, -- public: schedule or achievement
  heading text not null, -- public: heading of the legend
  words jsonb not null default '{}', -- public: heading in other languages
  primary key (plan_key, name),
  check (name in ('schedule', 'achievement'))
);

create table plan.scale_step (
  plan_key text not null, -- public: which plan
  scale text not null, -- public: schedule or achievement
  key text not null, -- public: what is stored, e.g. survey
  position int not null, -- public: order in the legend
  glyph text not null, -- public: what is printed, e.g. △
  label text not null, -- public: what it means
  words jsonb not null default '{}', -- public: label in other languages
  primary key (plan_key, scale, key),
  foreign key (plan_key, scale) references plan.scale
);

create table plan.section (
  plan_key text not null, -- public: which plan
  year int not null, -- public: in the report of which fiscal year
  key text not null, -- public: which text, e.g. reflection
  position int not null, -- public: order
  heading text not null, -- public: heading as printed
  body text not null, -- public: the text
  words jsonb not null default '{}', -- public: heading and body in other languages
  primary key (plan_key, year, key),
  foreign key (plan_key, year) references plan.report
);

create table plan.indicator (
  plan_key text not null, -- public: which plan
  year int not null, -- public: in the report of which fiscal year
  number int not null, -- public: number as printed
  position int not null, -- public: order
  name text not null, -- public: 成果指標名
  is_set boolean not null, -- public: false for 設定なし
  unit text not null, -- public: 単位
  baseline text not null, -- public: 現状値
  actual text not null, -- public: 実績値
  target text not null, -- public: 目標値
  words jsonb not null default '{}', -- public: name in other languages
  primary key (plan_key, year, number),
  foreign key (plan_key, year) references plan.report
);

create table plan.branch (
  plan_key text not null references plan.plan, -- public: which plan
  key text not null, -- public: path of the numbers, e.g. 1.3
  position int not null, -- public: order of print
  parent_key text, -- public: branch above
  number text not null, -- public: number as printed
  name text not null, -- public: name
  words jsonb not null default '{}', -- public: name in other languages
  primary key (plan_key, key),
  foreign key (plan_key, parent_key) references plan.branch deferrable initially deferred
);

create table plan.project (
  plan_key text not null references plan.plan, -- public: which plan
  key text not null, -- public: name in addresses, stable
  position int not null, -- public: order
  name text not null, -- public: 事業名
  purpose text not null, -- public: 目的
  outline text not null, -- public: 概要
  words jsonb not null default '{}', -- public: name and purpose in other languages
  revision int not null default 1, -- internal: counts the changes of the project
  primary key (plan_key, key)
);

-- A project is one row above, however often the plan lists it.
create table plan.listing (
  plan_key text not null, -- public: which plan
  position int not null, -- public: order of print
  number text not null, -- public: number as printed
  branch_key text not null, -- public: below which branch
  project_key text not null, -- public: which project
  is_relisting boolean not null, -- public: 再掲
  has_relistings boolean not null, -- public: 再掲有
  primary key (plan_key, position),
  foreign key (plan_key, branch_key) references plan.branch deferrable initially deferred,
  foreign key (plan_key, project_key) references plan.project deferrable initially deferred
);

-- The scale of each use is fixed by a generated column, so a mark of one scale can never stand where the other belongs.
create table plan.year_cell (
  plan_key text not null, -- public: which plan
  project_key text not null, -- public: which project
  year int not null, -- public: fiscal year
  scale text not null generated always as ('schedule') stored, -- public: the marks are steps of this scale
  planned text, -- public: step that was planned
  actual text, -- public: step that came, empty while nobody has said
  note text not null, -- public: short text beside the mark
  primary key (plan_key, project_key, year),
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred,
  foreign key (plan_key, scale, planned) references plan.scale_step deferrable initially deferred,
  foreign key (plan_key, scale, actual) references plan.scale_step deferrable initially deferred
);

-- Who answers for a project, with the days from and to which it held; several at once are joint owners.
create table plan.owner (
  id bigint generated always as identity primary key, -- internal: identity
  plan_key text not null, -- public: which plan
  project_key text not null, -- public: which project
  position int not null, -- public: order among joint owners
  department text not null, -- public: 部, as printed
  section text not null, -- public: 課, as printed
  group_name text not null, -- public: グループ, as printed
  unit_code text, -- public: the unit meant, empty while nobody knows
  valid_from date, -- public: first day, empty since the beginning
  valid_to date, -- public: last day, empty while it lasts
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred
);
create index owner_by_project on plan.owner (plan_key, project_key);

-- Other names under which tables print a unit; the unit's own name is the organisation's.
create table plan.unit_alias (
  name text not null, -- public: as printed
  unit_code text not null, -- public: the unit meant
  primary key (name, unit_code)
);

create table plan.sheet (
  plan_key text not null, -- public: which plan
  project_key text not null, -- public: which project
  year int not null, -- public: fiscal year reported on
  results text not null, -- public: 取組実績
  outcomes text not null, -- public: 成果と課題
  period_status text not null, -- public: 事業達成状況
  scale text not null generated always as ('achievement') stored, -- public: the judgement is a step of this scale
  achievement text, -- public: 事業の達成度, empty while nobody has judged
  primary key (plan_key, project_key, year),
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred,
  foreign key (plan_key, year) references plan.report deferrable initially deferred,
  foreign key (plan_key, scale, achievement) references plan.scale_step deferrable initially deferred
);

create table plan.figure (
  id bigint generated always as identity primary key, -- internal: identity and order
  plan_key text not null, -- public: which plan
  project_key text not null, -- public: which project
  year int, -- public: fiscal year, empty when tied to none
  kind text not null, -- public: result, target, change or outline
  name text not null, -- public: what was counted
  value text not null, -- public: the number as printed
  unit text not null, -- public: unit
  as_of text not null default '', -- public: day or month of the count
  source text not null default '', -- public: where it was taken from
  words jsonb not null default '{}', -- public: name and unit in other languages
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred,
  check (kind in ('result', 'target', 'change', 'outline'))
);
create index figure_by_project on plan.figure (plan_key, project_key);

-- What the plan contributes to the plan above it.
create table plan.contribution (
  plan_key text not null references plan.plan, -- public: which plan
  position int not null, -- public: order
  upper_title text not null, -- public: name of the plan above
  path jsonb not null, -- public: numbers and names down to the measure, with other languages
  words jsonb not null default '{}', -- public: name of the plan above in other languages
  primary key (plan_key, position)
);

-- Where the copies of a project said different things in the table that was imported last. Other contradictions are
-- found in the plan itself whenever it is read.
create table plan.copy_difference (
  plan_key text not null, -- public: which plan
  contradiction text not null, -- public: identity, made of kind, number and what stands there
  project_key text not null, -- public: which project
  number text not null, -- public: printed number where it shows
  details jsonb not null, -- public: the texts that differ
  primary key (plan_key, contradiction),
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred
);

-- Questions of the last import that nobody has answered: their proposals stand in the plan until somebody looks.
create table plan.open_question (
  plan_key text not null references plan.plan, -- public: which plan
  question text not null, -- public: identity within the imported file
  position int not null, -- public: order in the file
  row_label text not null, -- public: row as printed
  column_label text not null, -- public: column as printed
  kind text not null, -- public: kind of question
  read text not null, -- public: what stands in the file
  proposed text not null, -- public: what stands in the plan until somebody answers
  project_key text, -- public: project it is about, empty for the plan itself
  details jsonb not null, -- public: values of the reason
  settled_by text, -- personal: who said that it is right, empty while open
  settled_at timestamptz, -- public: when
  primary key (plan_key, question)
);

-- Why a contradiction stands as it does. The latest one counts.
create table plan.reason ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  plan_key text not null, -- public: which plan
  project_key text not null, -- public: which project
  contradiction text not null, -- public: identity, made of kind, number and what stands there
  kind text not null, -- public: kind of contradiction
  text text not null, -- public: the reason
  by text not null, -- personal: who gave it
  by_name text not null, -- personal: name at that time
  unit_code text, -- public: unit of who gave it
  at timestamptz not null -- public: when
);
create index reason_by_contradiction on plan.reason (plan_key, contradiction);

create table plan.change ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  plan_key text not null, -- public: which plan
  project_key text, -- public: which project, empty for the plan itself
  year int, -- public: report year in which it was made
  field text not null, -- public: address of the value, e.g. sheet/results
  before text not null, -- public: what stood there
  after text not null, -- public: what stands there now
  revision int not null, -- internal: revision of the project or cover that came of it
  cause text not null, -- public: import, edit, report-file, taken-back or seed
  reference text not null default '', -- internal: file or change it came from
  by text not null, -- personal: who
  by_name text not null, -- personal: name at that time
  unit_code text, -- public: unit of who did it
  at timestamptz not null, -- public: when
  check (cause in ('import', 'edit', 'report-file', 'taken-back', 'seed', 'new-year'))
);
create index change_by_project on plan.change (plan_key, project_key, id);

-- A published report as it was shown; what is published again gets the next revision.
create table plan.published_report ( -- append-only
  plan_key text not null, -- public: which plan
  year int not null, -- public: fiscal year reported on
  revision int not null, -- public: 1 for the first publication
  document jsonb not null, -- public: the whole report
  sha256 text not null, -- public: SHA-256 of the document in canonical form
  last_change bigint not null, -- internal: newest change of the plan that is in it
  published_at timestamptz not null, -- public: when
  published_by text not null, -- personal: who
  published_by_name text not null, -- personal: name at that time
  primary key (plan_key, year, revision)
);

-- Rounds of a report: when its sheets are written, checked and gathered, which fields are open meanwhile and for whom,
-- and where each sheet stands on its way from the draft through the heads of section and department to the office.

create table plan.round (
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  key text not null, -- public: name in addresses, e.g. year-end
  position int not null, -- public: order within the year
  kind text not null, -- public: plan, mid-year, year-end, outside-review or publication
  name text not null, -- public: what the city calls it
  words jsonb not null default '{}', -- public: name in other languages
  opens_on date not null, -- public: planned first day
  write_by date not null, -- public: last day for writing
  section_by date not null, -- public: last day for the heads of section
  department_by date not null, -- public: last day for the heads of department
  office_by date not null, -- public: last day for the office that gathers
  opened_at timestamptz, -- public: when it was opened, empty while it is planned
  closed_at timestamptz, -- public: when it was closed, empty while it runs
  primary key (plan_key, year, key),
  foreign key (plan_key, year) references plan.report,
  check (kind in ('plan', 'mid-year', 'year-end', 'outside-review', 'publication')),
  check (opens_on <= write_by and write_by <= section_by and section_by <= department_by and department_by <= office_by)
);

create table plan.round_field (
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  round_key text not null, -- public: in which round
  field text not null, -- public: address of the field, e.g. sheet/results
  opened_for text not null, -- public: writer for everybody who writes, office for those who gather only
  primary key (plan_key, year, round_key, field),
  foreign key (plan_key, year, round_key) references plan.round,
  check (opened_for in ('writer', 'office'))
);

create table plan.round_sheet (
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  round_key text not null, -- public: in which round
  project_key text not null, -- public: whose sheet
  stage text not null, -- internal: with whom it is
  since timestamptz not null, -- internal: since when
  primary key (plan_key, year, round_key, project_key),
  foreign key (plan_key, year, round_key) references plan.round,
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred,
  check (stage in ('draft', 'section', 'department', 'office', 'accepted', 'published'))
);

create table plan.round_step ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  round_key text not null, -- public: in which round
  project_key text not null, -- public: whose sheet
  act text not null, -- internal: submit, approve, send-back, withdraw or publish
  from_stage text not null, -- internal: where it was
  to_stage text not null, -- internal: where it went
  comment text not null, -- internal: what was said with it
  by text not null, -- personal: who
  by_name text not null, -- personal: name at that time
  for_name text not null, -- personal: in whose place, empty when in their own
  unit_code text, -- internal: unit of who did it
  at timestamptz not null, -- internal: when
  check (act in ('submit', 'approve', 'send-back', 'withdraw', 'publish'))
);
create index round_step_by_sheet on plan.round_step (plan_key, year, project_key, id);

-- Somebody acts in another's place, with that person's duties and unit, from one day to another.
create table plan.deputy (
  id bigint generated always as identity primary key, -- internal: identity
  person_id text not null, -- personal: in whose place
  person_name text not null, -- personal: name at that time
  deputy_id text not null, -- personal: who acts
  deputy_name text not null, -- personal: name at that time
  valid_from date not null, -- internal: first day
  valid_to date not null, -- internal: last day
  named_by text not null, -- personal: who named the deputy
  named_at timestamptz not null, -- internal: when
  check (valid_from <= valid_to)
);
create index deputy_by_deputy on plan.deputy (deputy_id, valid_to);

alter table plan.change drop constraint change_cause_check;
alter table plan.change add constraint change_cause_check
  check (cause in ('import', 'edit', 'report-file', 'taken-back', 'seed', 'new-year', 'correction', 'new-plan'));

-- What a report was when its round was closed; a correction afterwards is a change of its own and leaves this as it is.
create table plan.round_snapshot ( -- append-only
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  round_key text not null, -- public: which round
  document jsonb not null, -- public: the whole report
  sha256 text not null, -- public: SHA-256 of the document in canonical form
  last_change bigint not null, -- internal: newest change of the plan that is in it
  closed_at timestamptz not null, -- public: when
  closed_by text not null, -- personal: who
  closed_by_name text not null, -- personal: name at that time
  primary key (plan_key, year, round_key)
);

-- Who was asked kindly to go on with their sheets, and whether the letter has left.
create table plan.reminder (
  id bigint generated always as identity primary key, -- internal: order
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  round_key text not null, -- public: in which round
  day date not null, -- internal: for which day
  person_id text not null, -- personal: who is asked
  person_name text not null, -- personal: name at that time
  sheets jsonb not null, -- internal: the sheets that wait, with their stages
  cause text not null, -- internal: button or timetable
  made_at timestamptz not null, -- internal: when
  sent_at timestamptz, -- internal: when the mail was handed over, empty while it waits
  unique (plan_key, year, round_key, day, person_id),
  check (cause in ('button', 'timetable'))
);

-- What an outside reviewer says of a project, and what the city answers. Both are shown to residents with the report's
-- next publication.
create table plan.reviewer_comment ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  plan_key text not null, -- public: which plan
  year int not null, -- public: the report of which fiscal year
  project_key text not null, -- public: about which project
  text text not null, -- public: the comment
  by text not null, -- personal: which reviewer
  by_name text not null, -- personal: name at that time
  at timestamptz not null -- public: when
);
create index reviewer_comment_by_project on plan.reviewer_comment (plan_key, year, project_key);

create table plan.comment_answer ( -- append-only
  id bigint generated always as identity primary key, -- internal: order; the latest answer counts
  comment_id bigint not null references plan.reviewer_comment, -- public: to which comment
  text text not null, -- public: the city's answer
  by text not null, -- personal: who wrote it
  by_name text not null, -- personal: name at that time
  unit_code text, -- public: unit of who wrote it
  at timestamptz not null -- public: when
);
create index comment_answer_by_comment on plan.comment_answer (comment_id);

-- Directions that a project may take next, as the city's folder names them, e.g. 拡充, 継続, 廃止.
create table plan.direction (
  key text primary key, -- public: what is stored, e.g. expand
  position int not null, -- public: order
  label text not null, -- public: what it is called
  words jsonb not null default '{}' -- public: label in other languages
);

-- Which direction was chosen for a project in the report of a year, and why. The latest one counts.
create table plan.direction_choice ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  plan_key text not null, -- public: which plan
  year int not null, -- public: in the report of which fiscal year
  project_key text not null, -- public: which project
  direction_key text not null references plan.direction, -- public: which direction
  reason text not null, -- public: why
  by text not null, -- personal: who chose
  by_name text not null, -- personal: name at that time
  unit_code text, -- public: unit of who chose
  at timestamptz not null -- public: when
);
create index direction_choice_by_project on plan.direction_choice (plan_key, year, project_key);

-- What became of a direction, told a year later. The latest one counts.
create table plan.direction_outcome ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  choice_id bigint not null references plan.direction_choice, -- public: of which choice
  text text not null, -- public: what became of it
  by text not null, -- personal: who told
  by_name text not null, -- personal: name at that time
  unit_code text, -- public: unit of who told
  at timestamptz not null -- public: when
);
create index direction_outcome_by_choice on plan.direction_outcome (choice_id);

-- Lines of the budget that carry a project in a year, in whole yen.
create table plan.budget_line (
  plan_key text not null, -- public: which plan
  year int not null, -- public: fiscal year of the budget
  position int not null, -- public: order in the file
  project_key text not null, -- public: which project
  account text not null, -- public: 会計
  category text not null, -- public: 款
  subcategory text not null, -- public: 項
  item text not null, -- public: 目
  business text not null, -- public: 事業名 in the budget
  budget_yen bigint not null, -- public: 予算額
  settled_yen bigint, -- public: 決算額, empty while the year runs
  national_yen bigint not null, -- public: 国庫支出金
  prefectural_yen bigint not null, -- public: 県支出金
  bonds_yen bigint not null, -- public: 地方債
  other_yen bigint not null, -- public: その他の財源
  general_yen bigint not null, -- public: 一般財源
  primary key (plan_key, year, position),
  foreign key (plan_key, project_key) references plan.project on delete cascade deferrable initially deferred
);
create index budget_line_by_project on plan.budget_line (plan_key, project_key, year);

-- A plan made from the one before is in preparation until its first publication, and can be taken away again until then.
alter table plan.plan add column is_in_preparation boolean not null default false; -- public: made from another plan and not published yet

-- How the projects of a plan go on in the next: continued under their key, merged into another, or ended.
create table plan.succession (
  from_plan text not null references plan.plan, -- public: the plan before
  from_project text not null, -- public: its project
  to_plan text not null references plan.plan, -- public: the plan after
  fate text not null, -- public: continued, merged or ended
  to_project text, -- public: its project; empty where it ended
  primary key (from_plan, from_project, to_plan),
  check (fate in ('continued', 'merged', 'ended')),
  check ((to_project is null) = (fate = 'ended'))
);
create index succession_by_project on plan.succession (to_plan, to_project);

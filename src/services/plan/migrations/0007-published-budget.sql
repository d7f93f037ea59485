-- The budget's lines as they stood when a report was published: what residents are told of money is what was published,
-- not what the finance system was last read to say.
create table plan.published_budget_line ( -- append-only
  plan_key text not null, -- public: which plan
  report_year int not null, -- public: fiscal year reported on
  revision int not null, -- public: which publication of that report
  position int not null, -- public: order in the publication, the newest year first
  year int not null, -- public: fiscal year of the budget
  project_key text not null, -- public: which project
  account text not null, -- public: 会計
  category text not null, -- public: 款
  subcategory text not null, -- public: 項
  item text not null, -- public: 目
  business text not null, -- public: 事業名 in the budget
  budget_yen bigint not null, -- public: 予算額
  settled_yen bigint, -- public: 決算額, empty where the year was not settled
  national_yen bigint not null, -- public: 国庫支出金
  prefectural_yen bigint not null, -- public: 県支出金
  bonds_yen bigint not null, -- public: 地方債
  other_yen bigint not null, -- public: その他の財源
  general_yen bigint not null, -- public: 一般財源
  primary key (plan_key, report_year, revision, position),
  foreign key (plan_key, report_year, revision) references plan.published_report
);
create index published_budget_line_by_project on plan.published_budget_line (plan_key, report_year, revision, project_key);

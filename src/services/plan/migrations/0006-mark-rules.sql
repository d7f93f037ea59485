-- How a scale judges by counted figures. A plan without rules judges by hand only, and nothing is compared.
create table plan.mark_rule (
  plan_key text not null, -- public: which plan
  scale text not null, -- public: schedule or achievement
  kind text not null, -- public: threshold, of the target, or baseline, of the way from the baseline to it
  step text not null, -- public: step of the scale
  at_least_percent numeric not null, -- public: from how many per cent on
  source text not null, -- public: where the rule was set down
  primary key (plan_key, scale, step),
  foreign key (plan_key, scale, step) references plan.scale_step deferrable initially deferred,
  check (kind in ('threshold', 'baseline'))
);

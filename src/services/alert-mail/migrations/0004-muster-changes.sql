-- Who changed the dated tables of the muster, when, and on what ground. The tables themselves hold from a day to a day.

create table alert_mail.muster_change ( -- append-only
  id bigint generated always as identity primary key, -- internal: order
  kind text not null, -- internal: a line was added or ended, or the setting changed
  day date not null, -- internal: first day, or of an ended line the last one
  class_key text, -- internal: class of the line
  rank text, -- internal: rank of the line; null: any
  unit_code text, -- internal: unit of the line; null: any
  remind_after_minutes int, -- internal: of the setting
  remind_times int, -- internal: of the setting
  class_by_level jsonb, -- internal: of the setting
  ground text not null, -- internal: why, as it was typed
  changed_at timestamptz not null, -- internal: when
  changed_by_name text not null, -- internal: by whom
  check (kind in ('line-added', 'line-ended', 'setting')),
  check ((kind = 'setting') = (class_key is null)),
  check ((kind = 'setting') = (remind_after_minutes is not null and remind_times is not null and class_by_level is not null))
);

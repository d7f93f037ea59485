-- From what is known to what the city says: rules, suggestions, orders that two people issue, drills.

-- The city's own table: at which level what is suggested. Dated; a rule that changes ends and another one begins.
create table disaster_information.response_rule (
  id int generated always as identity primary key, -- internal: identity
  hazard text not null, -- public: what
  level int, -- public: from this level on; empty where the kind alone decides
  kinds text[] not null, -- public: codes of kinds that it is for; empty is all
  areas text[] not null, -- public: codes of areas that it is for; empty is every area of the city
  order_level int, -- public: evacuation information suggested; empty is none
  notice_level int, -- public: level of a notice that is no evacuation information; empty is none
  towns text[] not null, -- public: for these towns; empty is the whole city
  call_out text not null, -- public: class of staff call-out; empty is none
  is_prepared boolean not null, -- public: approved texts leave at once, without two people
  valid_from date not null, -- public: first day
  valid_to date, -- public: last day
  source text not null, -- public: whence
  check (level between 0 and 5),
  check (level is not null or kinds <> '{}'),
  check (order_level between 3 and 5),
  check (notice_level between 0 and 5),
  check (order_level is null or notice_level is null)
);
create index response_rule_hazard on disaster_information.response_rule (hazard, valid_from);

-- Settings of the duty, dated like rules.
create table disaster_information.duty_setting (
  key text not null, -- internal: name
  value text not null, -- internal: what it is set to
  valid_from date not null, -- internal: first day
  valid_to date, -- internal: last day
  source text not null, -- internal: whence
  primary key (key, valid_from)
);

-- Who is asked to confirm, one after the other.
create table disaster_information.duty_roster (
  login text not null, -- internal: member of staff
  position int not null, -- internal: asked first, second …
  mail text not null, -- personal: where they are asked; empty is by the board alone
  valid_from date not null, -- internal: first day
  valid_to date, -- internal: last day
  primary key (login, valid_from)
);

-- What a change of level suggests. One event suggests once: of each hazard and area only one is open.
create table disaster_information.suggestion (
  id uuid primary key, -- internal: identity
  realm text not null, -- internal: live, or a drill
  hazard text not null, -- public: what
  area_code text not null, -- public: where, as in the telegram
  area_name text not null, -- public: where, in words
  act text not null, -- internal: what is suggested
  level int, -- public: evacuation information or notice of this level
  towns text[] not null, -- public: for these towns; empty is the whole city
  call_out text not null, -- internal: class of staff call-out
  rule_id int references disaster_information.response_rule, -- internal: by which rule
  change_id uuid not null, -- internal: the change that caused it
  kind_code text not null, -- public: as in the telegram
  kind_name text not null, -- public: as in the telegram
  telegram_type text not null, -- public: e.g. VPWW56
  telegram_id uuid not null, -- internal: which
  event_id text not null, -- internal: the event that the telegram speaks of; one event is told once
  state text not null, -- internal: whether it waits for somebody
  changed_at timestamptz not null, -- public: report time of the telegram
  made_at timestamptz not null, -- internal: when it stood on the board
  settled_at timestamptz, -- internal: when it no longer waited
  settled_by text, -- internal: name of who settled it; empty is by itself
  settled_why text, -- internal: issued, dismissed, overtaken, level-changed
  check (realm = 'live' or realm like 'drill:%'),
  check (act in ('issue', 'lower', 'tell', 'call-out')),
  check (state in ('open', 'settled')),
  check ((state = 'settled') = (settled_at is not null))
);
create unique index suggestion_open on disaster_information.suggestion (realm, hazard, area_code) where state = 'open';
create index suggestion_event on disaster_information.suggestion (realm, hazard, event_id);
create index suggestion_time on disaster_information.suggestion (realm, made_at desc);

-- One act of the city: issuing, adding to, lowering or lifting evacuation information, or telling a prepared warning.
-- Those of one event share `event_id`. Only what is confirmed has left.
create table disaster_information.evacuation_order (
  id uuid primary key, -- public: identity
  event_id uuid not null, -- public: the same over one event
  realm text not null, -- internal: live, or a drill
  kind text not null, -- public: issue, update, lower or cancel; or tell, which is no evacuation information
  hazard text not null, -- public: what
  level int not null, -- public: 3, 4 or 5; of a warning 0 to 5; of a cancellation the level that ends
  towns text[] not null, -- public: for these towns
  reason text not null, -- public: why, in a sentence
  texts jsonb not null, -- public: title and sentences by language
  shelters text[] not null, -- public: shelters named
  suggestion_id uuid references disaster_information.suggestion, -- internal: what suggested it
  refers_to uuid references disaster_information.evacuation_order, -- public: the act that it changes
  way text not null, -- public: two people, or a prepared rule
  state text not null, -- internal: how far it is
  asked_at timestamptz not null, -- internal: when confirmation was asked for
  asked_by uuid, -- internal: who asked
  asked_by_name text not null, -- internal: their name
  settled_at timestamptz, -- public: when it was confirmed, refused or taken back
  settled_by uuid, -- internal: who confirmed or refused
  settled_by_name text, -- internal: their name
  settled_why text, -- internal: what was said when it was refused or taken back
  notice_id uuid, -- internal: the notice by which it left
  check (realm = 'live' or realm like 'drill:%'),
  check (kind in ('issue', 'update', 'lower', 'cancel', 'tell')),
  check (level between 0 and 5),
  check (kind = 'tell' or level >= 3),
  check (way in ('two-people', 'prepared-rule')),
  check (state in ('asked', 'issued', 'refused', 'withdrawn')),
  check ((state = 'asked') = (settled_at is null)),
  check (way <> 'two-people' or asked_by is not null),
  -- Nobody confirms alone what they asked for, whatever the program does.
  check (state <> 'issued' or way <> 'two-people' or (settled_by is not null and settled_by <> asked_by))
);
-- Of two officers who ask at once, one asks: only one act waits for each hazard, and only one follows each act.
create unique index evacuation_order_asked on disaster_information.evacuation_order (realm, hazard) where state = 'asked';
create unique index evacuation_order_follows on disaster_information.evacuation_order (refers_to) where state = 'issued';
create unique index evacuation_order_suggestion on disaster_information.evacuation_order (suggestion_id) where state in ('asked', 'issued');
create index evacuation_order_time on disaster_information.evacuation_order (realm, asked_at desc);

-- Who was asked to confirm, and when: the first at once, the next when nobody answered.
create table disaster_information.confirmation_ask ( -- append-only
  order_id uuid not null references disaster_information.evacuation_order, -- internal: what was to be confirmed
  step int not null, -- internal: 1 is the first, each further one an escalation
  login text not null, -- internal: who was asked; empty: nobody further is on the roster
  name text not null, -- internal: their name
  asked_at timestamptz not null, -- internal: when
  primary key (order_id, step)
);

create table disaster_information.drill (
  id uuid primary key, -- internal: identity; its realm is drill: and this
  name text not null, -- internal: what is practised
  night text not null, -- internal: name of the recorded night; empty is by hand
  started_at timestamptz not null, -- internal: begun
  started_by_name text not null, -- internal: by whom
  ended_at timestamptz, -- internal: ended
  ended_by_name text, -- internal: by whom
  telegrams int not null default 0 -- internal: telegrams taken in until its end
);

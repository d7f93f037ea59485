-- The resident register (住民基本台帳法第6条・第7条). What is registered of a person or a household is never overwritten: it
-- stands in versions, each with the days for which it holds (valid_from up to but not including valid_to) and the time
-- during which the register said so (recorded_at up to but not including superseded_at). Versions are the fold of the
-- changes of all applied entries (rules/fold.ts); they can be thrown away and made anew from them.

create sequence resident_records.addressee_serial as bigint start 100000001 maxvalue 999999999;
create sequence resident_records.household_serial as bigint start 100000001 maxvalue 999999999;
create sequence resident_records.entry_serial as bigint start 1;

create table resident_records.person (
  id uuid primary key, -- personal: the city's own key of a person, never printed
  addressee_number text not null unique, -- personal: 宛名番号, nine digits and a check digit
  edition int not null, -- internal: how many applied entries touched the person; who writes says which one they saw
  check (addressee_number ~ '^\d{10}$')
);

create table resident_records.household (
  id uuid primary key, -- personal: the city's own key of a household
  number text not null unique, -- personal: 世帯番号, nine digits and a check digit
  edition int not null, -- internal: how many applied entries touched the household
  check (number ~ '^\d{10}$')
);

-- 異動: one notice of a resident, or one act of the office, from the draft to the register.
create table resident_records.entry (
  id uuid primary key, -- internal: identity
  number bigint not null unique, -- internal: 異動受付番号
  kind text not null, -- internal: moving in, birth …
  status text not null, -- internal: draft, review, approved, applied, cancelled, withdrawn
  occurred_on date not null, -- personal: 異動年月日, from when it holds in law
  notified_on date not null, -- personal: 届出年月日, or the day the office learnt of it
  source text not null, -- internal: how it came
  title text not null, -- personal: whom it is about, as the desk shows it
  typed jsonb not null, -- sensitive: the form as it was filled in
  plan jsonb not null, -- sensitive: the changes that it would make, and the editions they were drawn up on
  people uuid[] not null, -- personal: whom it touches
  households uuid[] not null, -- personal: which households it touches
  refers_to uuid references resident_records.entry, -- internal: the entry that it takes back
  drafted_by text not null, -- internal: the drafter
  drafted_at timestamptz not null, -- internal: when it was begun
  submitted_by text, -- internal: who sent it to the second person
  submitted_at timestamptz, -- internal: when
  reviewed_by text, -- internal: the second person
  reviewed_at timestamptz, -- internal: when they approved it
  sent_back_reason text not null default '', -- personal: why the second person did not approve
  apply_on date, -- internal: the day on which an approved entry enters the register; null: at once
  applied_at timestamptz, -- internal: when it entered the register
  cancelled_at timestamptz, -- internal: when it was taken back
  cancelled_by uuid references resident_records.entry, -- internal: the entry that took it back
  edition int not null default 1, -- internal: edition of the draft itself
  check (status in ('draft', 'review', 'approved', 'applied', 'cancelled', 'withdrawn')),
  check (kind in ('in', 'out', 'move', 'household', 'birth', 'death', 'koseki', 'official', 'correction', 'cancel')),
  check ((status in ('applied', 'cancelled')) = (applied_at is not null)),
  check ((status = 'cancelled') = (cancelled_at is not null)),
  -- 四つの目: whoever drafted or submitted an entry never approves it.
  check (reviewed_by is null or (reviewed_by <> drafted_by and reviewed_by <> submitted_by)),
  check (applied_at is null or reviewed_by is not null or source = 'settlement')
);
create index entry_waiting on resident_records.entry (status, apply_on) where status in ('draft', 'review', 'approved');
create index entry_applied on resident_records.entry (applied_at) where applied_at is not null;
create index entry_people on resident_records.entry using gin (people);
create index entry_households on resident_records.entry using gin (households);
create index entry_refers_to on resident_records.entry (refers_to) where refers_to is not null;

create table resident_records.entry_step ( -- append-only
  entry_id uuid not null references resident_records.entry, -- internal: of which entry
  step text not null, -- internal: drafted, changed, submitted, sent-back, approved, applied, cancelled, withdrawn
  at timestamptz not null, -- internal: when
  by text not null, -- internal: who
  reason text not null default '' -- personal: why, in the words of who did it
);
create index entry_step_entry on resident_records.entry_step (entry_id, at);

-- What an applied entry changes of one person or household, from a day on. The order in which changes of one subject
-- are folded is the day, then the edition: so a later entry of the same day stands on the earlier one.
create table resident_records.entry_change ( -- append-only
  entry_id uuid not null references resident_records.entry, -- internal: by which entry
  subject_kind text not null, -- internal: person or household
  subject_id uuid not null, -- personal: whose
  edition int not null, -- internal: the subject's edition that it made
  valid_from date not null, -- personal: from which day
  patch jsonb not null, -- sensitive: the fields that are other from then on
  primary key (subject_id, edition, valid_from),
  check (subject_kind in ('person', 'household'))
);
create index entry_change_entry on resident_records.entry_change (entry_id);

create table resident_records.person_version (
  id uuid primary key, -- internal: identity
  person_id uuid not null references resident_records.person, -- personal: whose
  entry_id uuid not null references resident_records.entry, -- internal: the entry that last shaped it
  valid_from date not null, -- personal: first day for which it holds
  valid_to date, -- personal: first day for which it no longer holds; null: until further notice
  recorded_at timestamptz not null, -- internal: since when the register says so
  superseded_at timestamptz, -- internal: until when it said so; null: it still does
  superseded_by uuid references resident_records.entry, -- internal: the entry that put another in its place
  name text not null, -- personal: 氏名, letter by letter (第7条第1号)
  kana text not null, -- personal: 氏名の振り仮名 (第1号の2), in katakana; empty where not yet known
  alphabet text not null, -- personal: ローマ字氏名 of a foreign resident
  common_name text not null, -- personal: 通称 (施行令第30条の16)
  common_kana text not null, -- personal: its reading
  former_name text not null, -- personal: 旧氏 (施行令第30条の13)
  former_kana text not null, -- personal: its reading
  sex text not null, -- personal: 男女の別 (第3号)
  birth_date date not null, -- personal: 出生の年月日 (第2号)
  birth_certainty text not null, -- personal: whether the day, only the month, or only the year is known
  nationality text not null, -- personal: 国籍・地域 (第30条の45), ISO 3166-1 alpha-2
  residence_category text not null, -- personal: 第30条の45の区分 of a foreign resident; empty for Japanese
  residence_status text not null, -- personal: 在留資格
  residence_period text not null, -- personal: 在留期間
  residence_until date, -- personal: 在留期間の満了の日
  household_id uuid not null references resident_records.household, -- personal: the household
  relationship_code text not null, -- personal: 続柄 as a code
  relationship text not null, -- personal: 続柄 as it is printed (第4号)
  position smallint not null, -- internal: place in the household's list
  town text not null, -- personal: town of the city; empty outside of it
  address_number text not null, -- personal: 番地
  building text not null, -- personal: building and room
  postal_code text not null, -- personal: postal code
  address text not null, -- personal: 住所 as it is printed (第7号)
  registered_domicile text not null, -- personal: 本籍 (第5号); empty where there is none
  domicile_head text not null, -- personal: 戸籍の筆頭者
  resident_since date not null, -- personal: 住民となった年月日 (第6号)
  resident_cause text not null, -- personal: 住民となった事由
  address_since date not null, -- personal: 住所を定めた年月日 (第7号)
  address_notified_on date, -- personal: 届出の年月日 (第8号)
  previous_address text not null, -- personal: 従前の住所 (第8号)
  moved_to text not null, -- personal: 転出先
  moved_to_on date, -- personal: 転出年月日 or 転出予定年月日
  moved_to_notified_on date, -- personal: day on which moving out was notified
  standing text not null, -- personal: resident, moved out, deceased, removed
  ended_on date, -- personal: 消除の異動日
  ended_cause text not null, -- personal: 消除の事由
  check (valid_to is null or valid_from < valid_to),
  check (superseded_at is null or recorded_at < superseded_at),
  check (sex in ('female', 'male', 'unstated')),
  check (birth_certainty in ('day', 'month', 'year')),
  check (standing in ('resident', 'moved-out', 'deceased', 'removed'))
);
-- At any time the register says one thing for a day: one version that begins on it, and one that lasts.
create unique index person_version_said on resident_records.person_version (person_id, valid_from) where superseded_at is null;
create unique index person_version_lasting on resident_records.person_version (person_id) where superseded_at is null and valid_to is null;
create index person_version_person on resident_records.person_version (person_id, recorded_at);
create index person_version_household on resident_records.person_version (household_id) where superseded_at is null;
create index person_version_address on resident_records.person_version (town, address_number) where superseded_at is null and valid_to is null;
create index person_version_birth on resident_records.person_version (birth_date) where superseded_at is null and valid_to is null;

create table resident_records.household_version (
  id uuid primary key, -- internal: identity
  household_id uuid not null references resident_records.household, -- personal: whose
  entry_id uuid not null references resident_records.entry, -- internal: the entry that last shaped it
  valid_from date not null, -- personal: first day for which it holds
  valid_to date, -- personal: first day for which it no longer holds; null: until further notice
  recorded_at timestamptz not null, -- internal: since when the register says so
  superseded_at timestamptz, -- internal: until when it said so; null: it still does
  superseded_by uuid references resident_records.entry, -- internal: the entry that put another in its place
  head_id uuid references resident_records.person, -- personal: 世帯主; null while none is named
  town text not null, -- personal: town of the city
  address_number text not null, -- personal: 番地
  building text not null, -- personal: building and room
  postal_code text not null, -- personal: postal code
  address text not null, -- personal: as it is printed
  is_dissolved boolean not null, -- personal: nobody is left in it
  check (valid_to is null or valid_from < valid_to),
  check (superseded_at is null or recorded_at < superseded_at)
);
create unique index household_version_said on resident_records.household_version (household_id, valid_from) where superseded_at is null;
create unique index household_version_lasting on resident_records.household_version (household_id) where superseded_at is null and valid_to is null;
create index household_version_household on resident_records.household_version (household_id, recorded_at);

-- A version is history the moment it is written: all that may become of it is that another takes its place.
create function resident_records.keep_version() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null or to_jsonb(new) - 'superseded_at' - 'superseded_by' <> to_jsonb(old) - 'superseded_at' - 'superseded_by' then
    raise exception 'a version of the register cannot be altered';
  end if;
  return new;
end $$;
create trigger keep_version before update on resident_records.person_version for each row execute function resident_records.keep_version();
create trigger keep_version before update on resident_records.household_version for each row execute function resident_records.keep_version();

-- What people at home prepared for the counter. It is no notice in law (住民基本台帳法第22条 wants the person there), is opened
-- by its number, and forgotten when it was used or grew old.
create table resident_records.pre_notification (
  id uuid primary key, -- internal: identity
  number_mac bytea not null unique, -- sensitive: keyed hash of the number that opens it; the number itself is kept nowhere
  language text not null, -- personal: filled in this language
  kind text not null, -- internal: moving in, within or out
  typed jsonb, -- sensitive: what was filled in; null once forgotten
  made_at timestamptz not null, -- internal: when
  forget_on date not null, -- internal: when it is forgotten if nobody comes
  opened_at timestamptz, -- internal: when the counter opened it
  entry_id uuid references resident_records.entry, -- internal: the entry that was made of it
  check (language in ('ja', 'ja-x-yasashii', 'en', 'pt'))
);
create index pre_notification_old on resident_records.pre_notification (forget_on) where typed is not null;

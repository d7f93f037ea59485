-- News of the city in up to four languages. What was written is never overwritten: the newest version of a language counts.

create table multilingual_news.item (
  id uuid primary key, -- public: identity
  number bigint generated always as identity, -- internal: order of writing
  topic text not null, -- public: city, events or living
  kind text not null, -- public: news, or the digest of a month
  state text not null, -- internal: how far it is
  made_by text not null, -- internal: who began it
  made_by_name text not null, -- internal: their name then
  made_at timestamptz not null, -- internal: when
  asked_by uuid, -- internal: who asked for it to be sent to more people than one person may write to
  asked_by_name text not null default '', -- internal: their name then
  asked_at timestamptz, -- internal: when
  asked_people int, -- internal: how many people it would reach
  published_at timestamptz, -- public: when
  published_by_name text not null default '', -- internal: who sent it
  confirmed_by_name text not null default '', -- internal: the second person
  notice_id uuid, -- public: the notice that told subscribers; null in the demo's past
  check (topic in ('city', 'events', 'living')),
  check (kind in ('news', 'digest')),
  check (state in ('draft', 'asked', 'published', 'withdrawn')),
  check ((state = 'asked') = (asked_at is not null and published_at is null) or state in ('published', 'withdrawn'))
);
create index item_published on multilingual_news.item (published_at desc) where state = 'published';

create table multilingual_news.text_version ( -- append-only
  number bigint generated always as identity primary key, -- internal: order
  item_id uuid not null references multilingual_news.item, -- public: which item
  language text not null, -- public: in which language
  title text not null, -- public: empty where the translation was taken away
  sentences text[] not null, -- public: one sentence each
  origin text not null, -- public: human or machine
  written_by_name text not null, -- internal: who wrote it
  written_at timestamptz not null, -- internal: when
  check (language in ('ja', 'ja-x-yasashii', 'en', 'pt')),
  check (origin in ('human', 'machine'))
);
create index text_version_item on multilingual_news.text_version (item_id, language, number desc);

-- The counted views by day: the sum of the facts page-views.counted, kept up to date in the same transaction.
create table page_views.day (
  day date not null, -- public: calendar day in Japan
  route text not null, -- public: path of the route, never the address that was asked for
  language text not null, -- public: language of the page
  views bigint not null, -- public: how often it was given out
  primary key (day, route, language)
);

// Written by `npm run tables` from the migrated database; edit the migrations, not this file.

export interface PageViewsTables {
  'page_views.day': DayTable
}

export interface DayTable {
  /** public: calendar day in Japan */
  day: Temporal.PlainDate
  /** public: path of the route, never the address that was asked for */
  route: string
  /** public: language of the page */
  language: string
  /** public: how often it was given out */
  views: number
}

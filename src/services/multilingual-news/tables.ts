// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface MultilingualNewsTables {
  'multilingual_news.item': ItemTable
  'multilingual_news.text_version': TextVersionTable
}

export interface ItemTable {
  /** public: identity */
  id: string
  /** internal: order of writing */
  number: Generated<number>
  /** public: city, events or living */
  topic: string
  /** public: news, or the digest of a month */
  kind: string
  /** internal: how far it is */
  state: string
  /** internal: who began it */
  made_by: string
  /** internal: their name then */
  made_by_name: string
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: who asked for it to be sent to more people than one person may write to */
  asked_by: string | null
  /** internal: their name then */
  asked_by_name: Generated<string>
  /** internal: when */
  asked_at: Temporal.Instant | null
  /** internal: how many people it would reach */
  asked_people: number | null
  /** public: when */
  published_at: Temporal.Instant | null
  /** internal: who sent it */
  published_by_name: Generated<string>
  /** internal: the second person */
  confirmed_by_name: Generated<string>
  /** public: the notice that told subscribers; null in the demo's past */
  notice_id: string | null
}

export interface TextVersionTable {
  /** internal: order */
  number: Generated<number>
  /** public: which item */
  item_id: string
  /** public: in which language */
  language: string
  /** public: empty where the translation was taken away */
  title: string
  /** public: one sentence each */
  sentences: string[]
  /** public: human or machine */
  origin: string
  /** internal: who wrote it */
  written_by_name: string
  /** internal: when */
  written_at: Temporal.Instant
}

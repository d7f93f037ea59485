import type { Sql } from 'postgres'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { PersonalChannelKey } from './model.ts'
import { InventedBrowser } from './push/browser-of-nobody.ts'

export interface InventedCrowd {
  readonly channel: PersonalChannelKey
  readonly count: number
  /** They subscribe to it for the whole city. */
  readonly topic: string
  /** Rows that they stand on besides. */
  readonly list?: string
}

/** Browsers of the crowd have numbers of their own, apart from those of the demo's people. */
const FIRST_BROWSER = 1_000_000
const ROWS_AT_ONCE = 5_000

/**
 * Puts a crowd of contacts who do not exist straight into the tables, in four languages, as the owner of the database: for
 * rehearsals and measurements of a city's size, never for a city that is lived in.
 */
export async function inventCrowd(owner: Sql, { channel, count, topic, list }: InventedCrowd): Promise<void> {
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const people = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, index) => somebody(channel, from + index, list ?? topic))
    await owner`
      with made as (
        insert into notices.contact (id, channel, address, lane, keys, language, topics, towns, state, made_at, confirmed_at)
        select gen_random_uuid(), ${channel}, address, lane, keys, language, ${list === undefined ? [topic] : []}::text[], '{}', 'active', now(), now()
        from jsonb_to_recordset(${owner.json(people)}::jsonb) as person(address text, lane text, keys jsonb, language text) returning id
      )
      insert into notices.list_member (list, contact_id, added_at) select ${list ?? ''}, id, now() from made where ${list !== undefined}::boolean`
  }
  await owner`analyze notices.contact`
}

function somebody(channel: PersonalChannelKey, number: number, crowd: string) {
  const language = LANGUAGES[number % LANGUAGES.length]
  const name = `${crowd.replaceAll(/[^a-z]/g, '')}${number}`
  if (channel === 'mail') return { address: `${name}@crowd.example`, lane: 'crowd.example', keys: null, language }
  if (channel === 'line') return { address: `U${Buffer.from(name).toString('hex').padStart(32, '0').slice(-32)}`, lane: 'line', keys: null, language }
  const { endpoint, keys } = new InventedBrowser(FIRST_BROWSER + number)
  return { address: endpoint, lane: new URL(endpoint).host, keys, language }
}

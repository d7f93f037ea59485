import type { Sql } from 'postgres'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { PersonalChannelKey } from './model.ts'
import { InventedBrowser } from './push/browser-of-nobody.ts'

export interface InventedCrowd {
  readonly channel: PersonalChannelKey
  readonly count: number
  /** They subscribe to it for the whole city; those on a list subscribe to nothing. */
  readonly topic: string
  readonly list?: string
  /** Comes first in the addresses, so that several crowds of a channel do not meet. */
  readonly name?: string
  /** Domain of the mail addresses; nobody in a demo city has one there. */
  readonly lane?: string
}

/** Browsers of the crowd have numbers of their own, apart from those of the demo's people. */
const FIRST_BROWSER = 1_000_000

/**
 * Puts a crowd of contacts who do not exist straight into the tables, in four languages, as the owner of the database: for
 * rehearsals and measurements of a city's size, never for a city that is lived in.
 */
export async function inventCrowd(owner: Sql, { channel, count, topic, list, name = 'someone', lane = 'crowd.example' }: InventedCrowd): Promise<void> {
  const place = channel === 'mail' ? lane : channel === 'line' ? 'line' : new URL(new InventedBrowser(FIRST_BROWSER).endpoint).host
  const browsers = channel === 'push' ? Array.from({ length: count }, (_, number) => new InventedBrowser(FIRST_BROWSER + number)) : []
  await owner`
    with made as (
      insert into notices.contact (id, channel, address, lane, keys, language, topics, towns, state, made_at, confirmed_at)
      select gen_random_uuid(), ${channel}::text,
        case ${channel}::text
          when 'mail' then ${name}::text || n || '@' || ${place}::text
          when 'line' then 'U' || md5(${name}::text || n)
          else (${owner.json(browsers.map(({ endpoint }) => endpoint))}::jsonb) ->> (n - 1)
        end,
        ${place}::text, (${owner.json(browsers.map(({ keys }) => keys))}::jsonb) -> (n - 1), (${[...LANGUAGES]}::text[])[1 + n % 4],
        ${list === undefined ? [topic] : []}::text[], '{}', 'active', now(), now()
      from generate_series(1, ${count}::int) n returning id
    )
    insert into notices.list_member (list, contact_id, added_at) select ${list ?? ''}::text, id, now() from made where ${list !== undefined}::boolean`
  await owner`analyze notices.contact`
}

import type { Sql } from 'postgres'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { PersonalChannelKey } from '../model.ts'

export interface InventedCrowd {
  readonly channel: PersonalChannelKey
  readonly count: number
  readonly topic: string
  /** Comes first in the addresses, so that several crowds of a channel do not meet. */
  readonly name?: string
  readonly lane?: string
}

/** A crowd of contacts who do not exist, in four languages, straight into the table: as the owner of the database. */
export async function inventContacts(owner: Sql, { channel, count, topic, name = 'someone', lane = 'example.jp' }: InventedCrowd): Promise<void> {
  await owner`
    insert into notices.contact (id, channel, address, lane, keys, language, topics, towns, state, made_at, confirmed_at)
    select gen_random_uuid(), ${channel}, ${name} || n || '@' || ${lane}::text, ${lane}, null, (${[...LANGUAGES]}::text[])[1 + n % 4], array[${topic}::text],
           '{}', 'active', now(), now() from generate_series(1, ${count}::int) n`
  await owner`analyze notices.contact`
}

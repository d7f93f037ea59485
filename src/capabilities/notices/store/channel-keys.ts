import { systemActor } from '#kernel/access/actor.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { NoticesTables } from '../tables.ts'

const notices = queriesOver<NoticesTables>()

/** A pair of keys, or a public name and a secret. What its texts are (PEM, JWK, a token) is the channel's affair. */
export interface KeyPair {
  readonly publicPart: string
  readonly privatePart: string
}

export interface ChannelKeyPair extends KeyPair {
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly retiredAt: Temporal.Instant | null
}

/** A key that the seal does not open any more: the database was moved without the installation's secret. */
export class SealedKeyFault extends Error {}

/**
 * The city's key of this name, made when first asked for, then always the same one, also when two processes ask at once.
 * Its private part lies in the database under this capability's seal. Throws `SealedKeyFault` where the seal is another's.
 */
export async function channelKey(place: CityDatabase | Tx, seal: Seal, name: string, make: () => KeyPair | Promise<KeyPair>): Promise<ChannelKeyPair> {
  if (place instanceof CityDatabase) return place.act('notices', systemActor, (tx) => channelKey(tx, seal, name, make))
  const known = await findChannelKey(place, seal, name)
  if (known !== undefined) return known
  await keepChannelKey(place, seal, name, await make())
  return await findChannelKey(place, seal, name) as ChannelKeyPair
}

/** The key of this name, where it was made already. */
export async function findChannelKey(tx: Tx, seal: Seal, name: string): Promise<ChannelKeyPair | undefined> {
  const row = await tx.find(keyRows().where('name', '=', name))
  return row === undefined ? undefined : opened(row, seal)
}

/** Keys whose names begin so, the newest first; also those that were retired. */
export async function listChannelKeys(tx: Tx, seal: Seal, prefix: string): Promise<ChannelKeyPair[]> {
  const rows = await tx.list(keyRows().where((key) => key.fn<boolean>('starts_with', ['name', key.val(prefix)])).orderBy('made_at', 'desc').orderBy('name', 'desc'))
  return rows.map((row) => opened(row, seal))
}

/** Whoever comes second keeps the first one's key. */
export async function keepChannelKey(tx: Tx, seal: Seal, name: string, { publicPart, privatePart }: KeyPair): Promise<void> {
  const row = { name, public_part: publicPart, sealed_part: seal.close(privatePart, contextOf(name)), made_at: tx.now }
  await tx.run(notices.insertInto('notices.channel_key').values(row).onConflict((conflict) => conflict.doNothing()))
}

/** From now on it signs nothing; its public part stays to be read. */
export async function retireChannelKey(tx: Tx, name: string): Promise<void> {
  await tx.run(notices.updateTable('notices.channel_key').set({ retired_at: tx.now }).where('name', '=', name).where('retired_at', 'is', null))
}

function keyRows() {
  return notices
    .selectFrom('notices.channel_key')
    .select(['name', 'public_part as publicPart', 'sealed_part as sealedPart', 'made_at as madeAt', 'retired_at as retiredAt'])
}

function opened({ sealedPart, ...key }: Omit<ChannelKeyPair, 'privatePart'> & { readonly sealedPart: string }, seal: Seal): ChannelKeyPair {
  const privatePart = seal.open(sealedPart, contextOf(key.name))
  if (privatePart === undefined) {
    throw new SealedKeyFault(`The key ${key.name} was sealed under another secret: copy the file secret of the installation that made it into DATA_DIR`)
  }
  return { ...key, privatePart }
}

function contextOf(name: string): string {
  return `channel key ${name}`
}

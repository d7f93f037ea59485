import webPush from 'web-push'
import { queriesOver } from '#kernel/database/queries.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import type { LinePlanKey } from '../rules/line-plans.ts'
import type { NoticesTables } from '../tables.ts'
import { channelKey, findChannelKey, keepChannelKey, type KeyPair } from './channel-keys.ts'

const notices = queriesOver<NoticesTables>()

/** How the city's LINE account is reached. Public: its name and plan; sealed: the two secrets of the LINE console. */
export interface LineSettings {
  /** The account's name with its @, for the link that adds it as a friend. */
  readonly basicId: string
  readonly plan: LinePlanKey
  readonly accessToken: string
  readonly channelSecret: string
}

/** Undefined while nobody has set it: then the stand-in is used. */
export async function findLineSettings(tx: Tx, seal: Seal): Promise<LineSettings | undefined> {
  const kept = await findChannelKey(tx, seal, 'line')
  if (kept === undefined) return undefined
  return { ...JSON.parse(kept.publicPart), ...JSON.parse(kept.privatePart) } as LineSettings
}

export async function keepLineSettings(tx: Tx, seal: Seal, { basicId, plan, accessToken, channelSecret }: LineSettings): Promise<void> {
  await replaceKey(tx, seal, 'line', { publicPart: JSON.stringify({ basicId, plan }), privatePart: JSON.stringify({ accessToken, channelSecret }) })
}

/** Whom push services may write to about this city (RFC 8292 section 2.1); naming somebody opens the way outside. */
export async function findPushContact(tx: Tx, seal: Seal): Promise<string | undefined> {
  return (await findChannelKey(tx, seal, 'push'))?.publicPart
}

export async function keepPushContact(tx: Tx, seal: Seal, address: string): Promise<void> {
  await replaceKey(tx, seal, 'push', { publicPart: address, privatePart: '' })
}

/** Back to the stand-in. */
export async function forgetSettings(tx: Tx, name: 'line' | 'push'): Promise<void> {
  await tx.run(notices.deleteFrom('notices.channel_key').where('name', '=', name))
}

/**
 * The pair by which push services know the city (RFC 8292), base64url. It is made once: every browser's subscription is
 * tied to it, so another pair would lose them all.
 */
export function vapidKey(place: CityDatabase | Tx, seal: Seal): Promise<KeyPair> {
  return channelKey(place, seal, 'vapid', () => {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys()
    return { publicPart: publicKey, privatePart: privateKey }
  })
}

/** Undefined until the first process has made it. */
export function findVapidKey(tx: Tx, seal: Seal): Promise<KeyPair | undefined> {
  return findChannelKey(tx, seal, 'vapid')
}

async function replaceKey(tx: Tx, seal: Seal, name: 'line' | 'push', pair: KeyPair): Promise<void> {
  await forgetSettings(tx, name)
  await keepChannelKey(tx, seal, name, pair)
}

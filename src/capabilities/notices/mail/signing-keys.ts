import { createPrivateKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { systemActor } from '#kernel/access/actor.ts'
import { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Seal } from '#kernel/secrets/seal.ts'
import { channelKey, listChannelKeys, retireChannelKey, type ChannelKeyPair, type KeyPair } from '../store/channel-keys.ts'
import type { DkimSigner } from './dkim.ts'

/** RFC 8301 section 3.2: signers use keys of 2048 bits; longer ones do not fit into one DNS string and cost four times as much. */
const RSA_BITS = 2_048
const PREFIX = 'dkim.'
/** After this many days no letter that the old key signed is on its way any more. */
const STILL_PUBLISHED_DAYS = 7

/** A public key as it stands in the DNS, below `<selector>._domainkey.<domain>`. */
export interface PublishedKey {
  readonly selector: string
  /** SubjectPublicKeyInfo, DER in base64 (RFC 6376 section 3.6.1, `p=`). */
  readonly publicPart: string
  /** The one that signs, the one that will after the next change of keys, or one whose letters are still on their way. */
  readonly role: 'signing' | 'next' | 'leaving'
}

/** The key that signs now; made, with the one after it, when a city first needs one. */
export async function signerFor(place: CityDatabase | Tx, seal: Seal, domain: string): Promise<DkimSigner> {
  if (place instanceof CityDatabase) return place.act('notices', systemActor, (tx) => signerFor(tx, seal, domain))
  const [signing] = await livingKeys(place, seal)
  if (signing === undefined) throw new Error('no key to sign with could be made')
  return { domain, selector: selectorOf(signing), key: createPrivateKey(signing.privatePart) }
}

/** What is to stand in the DNS. Only reads: before the first letter there may be none. */
export async function publishedKeys(tx: Tx, seal: Seal): Promise<PublishedKey[]> {
  const keys = (await listChannelKeys(tx, seal, PREFIX)).toSorted(byNumber)
  const signing = keys.find((key) => key.retiredAt === null)
  const since = tx.now.subtract({ hours: STILL_PUBLISHED_DAYS * 24 })
  return keys.flatMap((key) => {
    if (key.retiredAt !== null && Temporal.Instant.compare(key.retiredAt, since) < 0) return []
    const role = key.retiredAt !== null ? 'leaving' : key === signing ? 'signing' : 'next'
    return [{ selector: selectorOf(key), publicPart: key.publicPart, role } as const]
  })
}

/** The next key signs from now on, and one more is made to be published in time for the change after this one. */
export async function changeKeys(tx: Tx, seal: Seal): Promise<void> {
  const [signing] = await livingKeys(tx, seal)
  if (signing !== undefined) await retireChannelKey(tx, signing.name)
  await livingKeys(tx, seal)
}

/** Two that were not retired, the older one first; made where they are missing. */
async function livingKeys(tx: Tx, seal: Seal): Promise<ChannelKeyPair[]> {
  const keys = (await listChannelKeys(tx, seal, PREFIX)).toSorted(byNumber)
  const living = keys.filter((key) => key.retiredAt === null)
  for (let number = numberOf(keys.at(-1)) + 1; living.length < 2; number++) living.push(await channelKey(tx, seal, `${PREFIX}${number}`, makeKey))
  return living
}

async function makeKey(): Promise<KeyPair> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS })
  return { publicPart: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), privatePart: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
}

function selectorOf({ name }: ChannelKeyPair): string {
  return `tsunagu${name.slice(PREFIX.length)}`
}

function numberOf(key: ChannelKeyPair | undefined): number {
  return key === undefined ? 0 : Number(key.name.slice(PREFIX.length))
}

function byNumber(a: ChannelKeyPair, b: ChannelKeyPair): number {
  return numberOf(a) - numberOf(b)
}

import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

interface Argon2Terms {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

/** Argon2id, the least that OWASP's Password Storage Cheat Sheet asks for. Raised here, old hashes follow at sign-in. */
export const ARGON2_POLICY: Argon2Terms & { readonly since: string } = {
  since: '2026-04-01',
  memoryKib: 19_456,
  passes: 2,
  lanes: 1,
}

const SALT_BYTES = 16
const TAG_BYTES = 32

/** Hashes a passphrase in its normal form, and says how in PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassphrase(passphrase: string, terms: Argon2Terms = ARGON2_POLICY): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await tagOf(passphrase, salt, terms)
  return `$argon2id$v=19$m=${terms.memoryKib},t=${terms.passes},p=${terms.lanes}$${unpadded(salt)}$${unpadded(tag)}`
}

export type PassphraseVerdict = 'right' | 'right-but-old' | 'wrong'

/**
 * Compares a passphrase with its hash. For `null` (nobody of that name, or no passphrase yet) the same work is done for
 * nothing, so that the time it takes tells nobody which names exist.
 */
export async function verifyPassphrase(passphrase: string, encoded: string | null): Promise<PassphraseVerdict> {
  const { terms, salt, tag } = encoded === null ? nobodys() : partsOf(encoded)
  const given = await tagOf(passphrase, salt, terms)
  if (encoded === null || given.length !== tag.length || !timingSafeEqual(given, tag)) return 'wrong'
  const isOld =
    terms.memoryKib < ARGON2_POLICY.memoryKib ||
    terms.passes < ARGON2_POLICY.passes ||
    terms.lanes !== ARGON2_POLICY.lanes
  return isOld ? 'right-but-old' : 'right'
}

function tagOf(passphrase: string, salt: Buffer, terms: Argon2Terms): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(passphrase, 'utf8'),
    nonce: salt,
    parallelism: terms.lanes,
    memory: terms.memoryKib,
    passes: terms.passes,
    tagLength: TAG_BYTES,
  })
}

interface HashParts {
  readonly terms: Argon2Terms
  readonly salt: Buffer
  readonly tag: Buffer
}

function partsOf(encoded: string): HashParts {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(encoded)
  if (match === null) throw new RangeError('A stored passphrase hash is not argon2id in PHC form')
  const [, memory, passes, lanes, salt, tag] = match as unknown as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const terms = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) }
  return { terms, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') }
}

function nobodys(): HashParts {
  return { terms: ARGON2_POLICY, salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES) }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const KEY_BYTES = 32
/** NIST SP 800-38D recommends nonces of 96 bits for GCM. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Keys of one part in one city, derived from the installation's secret (HKDF, RFC 5869): what one part sealed, no other
 * part and no other city can open, and a copy of the database alone opens nothing. Whoever loses the installation's
 * secret loses what was sealed, so a backup needs both.
 */
export class Seal {
  private readonly encryptionKey: Buffer
  private readonly macKey: Buffer

  constructor(secret: Buffer, city: string, part: string) {
    const keys = Buffer.from(hkdfSync('sha256', secret, '', `tsunagu seal ${city}/${part}`, 2 * KEY_BYTES))
    this.encryptionKey = keys.subarray(0, KEY_BYTES)
    this.macKey = keys.subarray(KEY_BYTES)
  }

  /** Encrypts a text (AES-256-GCM). `context` says what it is and whose; it opens only under the same context. */
  close(text: string, context: string): string {
    return this.closeBytes(Buffer.from(text, 'utf8'), context).toString('base64url')
  }

  /** The same for bytes, e.g. of a file: 28 bytes longer than they were. */
  closeBytes(bytes: Uint8Array, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce).setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }

  /** The text again; undefined when it was altered, belongs elsewhere, or was never sealed here. */
  open(sealed: string, context: string): string | undefined {
    return this.openBytes(Buffer.from(sealed, 'base64url'), context)?.toString('utf8')
  }

  /** The bytes again; undefined as for `open`. */
  openBytes(bytes: Buffer, context: string): Buffer | undefined {
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    } catch {
      // The one thing `final` reports: the tag does not fit.
      return undefined
    }
  }

  /** A keyed fingerprint (HMAC-SHA-256, 32 bytes): for looking up what must not stand in the database in clear. */
  mac(text: string): Buffer {
    return createHmac('sha256', this.macKey).update(text).digest()
  }
}

/** The seals of an installation, each made once. */
export class Seals {
  private readonly secret: Buffer
  private readonly made = new Map<string, Seal>()

  constructor(secret: Buffer) {
    this.secret = secret
  }

  of(city: string, part: string): Seal {
    const key = `${city}/${part}`
    const known = this.made.get(key)
    if (known !== undefined) return known
    const seal = new Seal(this.secret, city, part)
    this.made.set(key, seal)
    return seal
  }
}

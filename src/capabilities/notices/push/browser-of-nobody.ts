import { createECDH, createHash, createDecipheriv, hkdfSync } from 'node:crypto'

/** RFC 8188 section 2.1: salt, record size, length of the key that follows. */
const HEADER_BYTES = 21
const TAG_BYTES = 16

/**
 * Browsers of nobody: their keys follow from a number, so that the demo city's subscriptions can be made again and what
 * is sent to them can be read on the stand-in's page. No real browser's messages can: its keys never leave it.
 */
export class InventedBrowser {
  readonly endpoint: string
  private readonly ecdh = createECDH('prime256v1')
  private readonly secret: Buffer

  constructor(number: number) {
    this.endpoint = `https://push.example/send/${number}`
    this.ecdh.setPrivateKey(createHash('sha256').update(`invented browser ${number}`).digest())
    this.secret = createHash('sha256').update(`invented secret ${number}`).digest().subarray(0, 16)
  }

  get keys(): { readonly p256dh: string; readonly auth: string } {
    return { p256dh: this.ecdh.getPublicKey('base64url'), auth: this.secret.toString('base64url') }
  }

  /** What a browser does with a message (RFC 8291 section 3.4, RFC 8188 section 2); undefined where it is not for this one. */
  read(body: Buffer): string | undefined {
    if (body.length < HEADER_BYTES + TAG_BYTES) return undefined
    const [salt, keyLength] = [body.subarray(0, 16), body.readUInt8(20)]
    const [senderKey, sealed] = [body.subarray(HEADER_BYTES, HEADER_BYTES + keyLength), body.subarray(HEADER_BYTES + keyLength)]
    try {
      const shared = this.ecdh.computeSecret(senderKey)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.ecdh.getPublicKey(), senderKey])
      const key = Buffer.from(hkdfSync('sha256', shared, this.secret, info, 32))
      const contentKey = Buffer.from(hkdfSync('sha256', key, salt, 'Content-Encoding: aes128gcm\0', 16))
      const nonce = Buffer.from(hkdfSync('sha256', key, salt, 'Content-Encoding: nonce\0', 12))
      const opener = createDecipheriv('aes-128-gcm', contentKey, nonce, { authTagLength: TAG_BYTES }).setAuthTag(sealed.subarray(-TAG_BYTES))
      const padded = Buffer.concat([opener.update(sealed.subarray(0, -TAG_BYTES)), opener.final()])
      // The last record ends with 2 and zeros.
      return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
    } catch {
      // Made for another browser: the one way in which opening fails.
      return undefined
    }
  }
}

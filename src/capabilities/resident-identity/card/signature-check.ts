import { publicDecrypt, timingSafeEqual, verify, X509Certificate } from 'node:crypto'

/** What stands before a SHA-256 hash in an RSA signature (RFC 8017, section 9.2, note 1). */
export const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/**
 * Does the certificate's key sign this hash? For RSA (PKCS #1 v1.5) today, and ECDSA for the card that is to come. It says
 * nothing of whether the certificate is valid: that is the provider's word.
 */
export function isSignatureOver(hash: Buffer, signature: Buffer, certificate: Buffer): boolean {
  try {
    const { publicKey } = new X509Certificate(certificate)
    if (publicKey.asymmetricKeyType === 'ec') return verify(null, hash, publicKey, signature)
    const opened = publicDecrypt(publicKey, signature)
    const expected = Buffer.concat([SHA256_DIGEST_INFO, hash])
    return opened.length === expected.length && timingSafeEqual(opened, expected)
  } catch {
    // Bytes that are no certificate, or a signature that does not open, sign nothing.
    return false
  }
}

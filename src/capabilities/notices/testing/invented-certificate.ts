import { generateKeyPairSync, sign } from 'node:crypto'

/** A certificate for a name on this machine that vouches for itself (RFC 5280 section 4.1), good for one day. */
export function inventCertificate(name: string, now = new Date()): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
  const nameOf = sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)))))
  const validity = sequence(time(now), time(new Date(now.getTime() + 86_400_000)))
  const names = sequence(Buffer.from('0603551d11', 'hex'), der(0x04, sequence(der(0x82, Buffer.from(name)))))
  const content = sequence(
    Buffer.from('a003020102', 'hex'), der(0x02, Buffer.from([1])), algorithm, nameOf, validity, nameOf,
    publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(names)),
  )
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]))
  const lines = sequence(content, algorithm, signature).toString('base64').replace(/.{1,64}/g, '$&\n')
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) }
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function time(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
}

/** Tag, length and content (X.690 section 8.1). */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

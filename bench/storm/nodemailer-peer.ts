import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { invented, textOf } from './invented-letters.ts'

/** The same letters through nodemailer with a pool of ten connections and its own DKIM. */
const [, , port = '', count = ''] = process.argv
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } })
const transport = createTransport({
  host: '127.0.0.1', port: Number(port), secure: false, ignoreTLS: true, pool: true, maxConnections: 10, maxMessages: Number.POSITIVE_INFINITY,
  dkim: { domainName: 'city.example', keySelector: 'peer', privateKey },
})

const before = performance.now()
await Promise.all(invented(Number(count)).map((reader) => transport.sendMail({
  from: { name: '亀山市', address: 'notices@city.example' }, to: reader.address, subject: '警戒レベル4', text: textOf(reader), messageId: reader.messageId,
  envelope: { from: reader.returnTo, to: reader.address },
  headers: { 'List-Unsubscribe': { prepared: true, value: reader.leave }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
})))
process.send?.({ ms: performance.now() - before })
transport.close()
process.disconnect?.()

import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { connect } from 'node:net'
import { invented, letterOf, type InventedReader } from './invented-letters.ts'

/**
 * The limit that the sender is measured against: the same letters, put together and signed with bare node:crypto, over raw
 * connections with pipelining. No database, no retries, no results: it stops at the first thing that goes wrong.
 */
const CONNECTIONS = 10
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const [, , port = '', count = ''] = process.argv
const readers = invented(Number(count))

const bodyHashes = new Map<string, string>()

async function content(reader: InventedReader): Promise<string> {
  const { headers, body } = letterOf(reader)
  const bh = bodyHashes.get(body) ?? createHash('sha256').update(body).digest('base64')
  bodyHashes.set(body, bh)
  const dkim = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=city.example; s=bare; bh=${bh}; h=${headers.map(([name]) => name).join(':')}; b=`
  const relaxed = `${headers.map(([name, value]) => `${name.toLowerCase()}:${value.replace(/\s+/g, ' ')}\r\n`).join('')}dkim-signature:${dkim}`
  const signature = await new Promise<Buffer>((resolve, reject) => sign('sha256', Buffer.from(relaxed), privateKey, (fault, made) => (fault === null ? resolve(made) : reject(fault))))
  return `DKIM-Signature: ${dkim}${signature.toString('base64')}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

const envelopeOf = (reader: InventedReader) => `MAIL FROM:<${reader.returnTo}>\r\nRCPT TO:<${reader.address}>\r\nDATA\r\n`

let next = 0
const take = () => readers[next++]

async function carry(): Promise<void> {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay(true)
  let rest = ''
  let heard = () => {}
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1')
    heard()
  })
  /** Waits for so many answers. */
  const answers = async (wanted: number) => {
    for (let found = 0; found < wanted; ) {
      const end = rest.indexOf('\r\n')
      if (end < 0) {
        await new Promise<void>((resolve) => (heard = resolve))
        continue
      }
      if (!/^[23]/.test(rest)) throw new Error(rest)
      if (rest[3] === ' ') found++
      rest = rest.slice(end + 2)
    }
  }
  await answers(1)
  socket.write('EHLO bare.example\r\n')
  await answers(1)
  let reader = take()
  if (reader === undefined) return
  let signed = content(reader)
  socket.write(envelopeOf(reader))
  while (reader !== undefined) {
    await answers(3)
    const following = take()
    const text = await signed
    socket.write(following === undefined ? `${text}.\r\n` : `${text}.\r\n${envelopeOf(following)}`)
    if (following !== undefined) signed = content(following)
    await answers(1)
    reader = following
  }
  socket.end('QUIT\r\n')
}

const before = performance.now()
await Promise.all(Array.from({ length: CONNECTIONS }, carry))
process.send?.({ ms: performance.now() - before })
process.disconnect?.()

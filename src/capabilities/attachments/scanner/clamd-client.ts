import { connect, type Socket } from 'node:net'
import { ATTACHMENT_LIMITS } from '../limits.ts'

/** What a scanner said. `silent` is a scanner that cannot be reached, breaks off or says what nobody understands. */
export type Scanned = { readonly outcome: 'clean' } | { readonly outcome: 'virus'; readonly name: string } | { readonly outcome: 'silent'; readonly detail: string }

/** clamd refuses chunks above its StreamMaxLength; small ones keep both sides' memory small. */
const CHUNK_BYTES = 64 * 1024
const MOST_ANSWER_BYTES = 1_000

/**
 * Speaks to a clamd over its socket (clamd(8), section COMMANDS): `zINSTREAM`, chunks with their length in four bytes in
 * network order, a chunk of no length, and an answer that ends with a zero byte. One connection a file.
 */
export class ClamdClient {
  private readonly address: { readonly path: string } | { readonly host: string; readonly port: number }

  /** `unix:/path` or `tcp:host:port`; throws RangeError for another address. */
  constructor(address: string) {
    const unix = /^unix:(\/.+)$/.exec(address)
    const tcp = /^tcp:(\[[0-9a-f:]+\]|[^:]+):(\d{1,5})$/i.exec(address)
    if (unix?.[1] !== undefined) this.address = { path: unix[1] }
    else if (tcp?.[1] !== undefined) this.address = { host: tcp[1].replace(/^\[|\]$/g, ''), port: Number(tcp[2]) }
    else throw new RangeError('CLAMD_ADDRESS is unix:/path or tcp:host:port')
  }

  async scan(bytes: Buffer): Promise<Scanned> {
    try {
      return read(await this.exchange((socket) => sendStream(socket, bytes)))
    } catch (thrown) {
      return { outcome: 'silent', detail: String(thrown).slice(0, 200) }
    }
  }

  async version(): Promise<string | null> {
    return this.exchange((socket) => socket.write('zVERSION\0')).catch(() => null)
  }

  private exchange(speak: (socket: Socket) => unknown): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.address)
      let answer = ''
      const fail = (why: Error) => {
        socket.destroy()
        reject(why)
      }
      socket.setTimeout(ATTACHMENT_LIMITS.scanMs, () => fail(new Error('the scanner took too long')))
      socket.on('error', fail)
      socket.on('connect', () => speak(socket))
      socket.on('data', (piece: Buffer) => {
        answer += piece.toString('utf8')
        if (answer.length > MOST_ANSWER_BYTES) return fail(new Error('the scanner said too much'))
        if (!answer.includes('\0')) return
        socket.destroy()
        resolve(answer.slice(0, answer.indexOf('\0')))
      })
      socket.on('close', () => fail(new Error('the scanner broke off')))
    })
  }
}

function sendStream(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0')
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES)
    socket.write(lengthOf(chunk.length))
    socket.write(chunk)
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function read(answer: string): Scanned {
  if (answer === 'stream: OK') return { outcome: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(answer)
  return found?.[1] === undefined ? { outcome: 'silent', detail: answer.slice(0, 200) } : { outcome: 'virus', name: found[1] }
}

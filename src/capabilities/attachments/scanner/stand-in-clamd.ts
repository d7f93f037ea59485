import { createServer, type Server, type Socket } from 'node:net'
import { ATTACHMENT_LIMITS } from '../limits.ts'

/** The test file that every scanner knows (EICAR, 2003), in two pieces: as one it would alarm the scanner of whoever copies this source. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const SILENCE_MS = 30_000

/** A clamd for cities that have none: the same commands and answers, and one virus. */
export class StandInClamd {
  private readonly server: Server = createServer((socket) => serve(socket))
  private port: Promise<number> | null = null

  /** Listens on this machine only, from the first call on. */
  listen(): Promise<number> {
    this.port ??= new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(0, '127.0.0.1', () => {
        this.server.unref()
        resolve((this.server.address() as { port: number }).port)
      })
    })
    return this.port
  }

  close(): void {
    this.server.close()
  }
}

function serve(socket: Socket): void {
  let received = Buffer.alloc(0)
  socket.setTimeout(SILENCE_MS, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('data', (piece: Buffer) => {
    received = Buffer.concat([received, piece])
    const answer = answerTo(received)
    if (answer !== null) socket.end(`${answer}\0`)
  })
}

/** Null while the command has not come to its end. */
function answerTo(received: Buffer): string | null {
  const end = received.indexOf(0)
  if (end === -1) return received.length > 100 ? 'UNKNOWN COMMAND' : null
  switch (received.toString('latin1', 0, end)) {
    case 'zPING':
      return 'PONG'
    case 'zVERSION':
      return 'ClamAV stand-in (EICAR only)'
    case 'zINSTREAM':
      return scanned(received.subarray(end + 1))
    default:
      return 'UNKNOWN COMMAND'
  }
}

function scanned(stream: Buffer): string | null {
  const pieces: Buffer[] = []
  let size = 0
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = stream.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
    size += length
    if (size > 2 * ATTACHMENT_LIMITS.fileBytes) return 'INSTREAM size limit exceeded. ERROR'
    pieces.push(stream.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

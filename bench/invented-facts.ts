import { hash, randomUUIDv7 } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Sql } from 'postgres'

const ROWS_A_CHUNK = 5_000
const NAMES = ['garbage-guide.searched', 'garbage-guide.asked', 'page-views.counted', 'plan.sheet-changed'] as const
const LANGUAGES = ['ja', 'ja-x-yasashii', 'en', 'pt'] as const
const SPRING_2025_SECONDS = 1_743_465_600

/**
 * Fills an empty chain with so many facts, and a file with the bytes that their hashes are taken over: each line behind
 * the hash before it. The chain is computed here, so verifying it proves that the database hashes the same bytes. Rows
 * go into the table with its indexes in place, in order, as sealing does, so that it takes the room it would take.
 * Returns the bytes of the lines alone.
 */
export async function fillChain(owner: Sql, facts: number, file: string): Promise<number> {
  const hashed = createWriteStream(file)
  const table = await owner`copy kernel.fact from stdin`.writable()
  let previous: Buffer = Buffer.alloc(0)
  let bytes = 0
  for (let place = 1; place <= facts; place += ROWS_A_CHUNK) {
    const chunk = { hashed: [] as Buffer[], rows: [] as string[] }
    for (let at = place; at < Math.min(place + ROWS_A_CHUNK, facts + 1); at++) {
      const { line, row } = inventedFact(at)
      const link = Buffer.concat([previous, Buffer.from(line)])
      previous = hash('sha256', link, 'buffer')
      chunk.hashed.push(link)
      chunk.rows.push(`${row}\t\\\\x${previous.toString('hex')}\n`)
      bytes += line.length
    }
    await Promise.all([written(hashed, Buffer.concat(chunk.hashed)), written(table, chunk.rows.join(''))])
  }
  await Promise.all([ended(hashed), ended(table)])
  await owner`update kernel.chain_head set position = ${facts}, hash = ${previous}`
  await owner`vacuum (analyze) kernel.fact`
  return bytes
}

/** A fact as the line that is hashed (kernel.fact_line; ASCII only) and as a row of COPY without its hash. */
function inventedFact(at: number): { line: string; row: string } {
  const id = randomUUIDv7()
  const name = NAMES[at % NAMES.length] as string
  const service = name.slice(0, name.indexOf('.'))
  const subject = `item:${(at * 7919) % 600}`
  const actor = at % 10 === 0 ? `staff:00000000-0000-8000-a000-0000000000${String(at % 60).padStart(2, '0')}` : 'visitor'
  const seconds = SPRING_2025_SECONDS + at * 3
  // The order in which jsonb keeps names: the shorter ones first.
  const body = `{"hit": ${at % 3 === 0}, "channel": "web", "letters": ${at % 17}, "category": "c${at % 40}", "language": "${LANGUAGES[at % LANGUAGES.length]}"}`
  const time = new Date(seconds * 1_000).toISOString()
  return {
    line: `[${at}, "${id}", "${service}", "${name}", 1, "${subject}", "${actor}", ${seconds}.000000, ${seconds}.000000, ${body}]`,
    row: `${at}\t${id}\t${service}\t${name}\t1\t${subject}\t${actor}\t${time}\t${time}\t${body}`,
  }
}

async function written(stream: Writable, text: string | Buffer): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

async function ended(stream: Writable): Promise<void> {
  const finished = once(stream, 'finish')
  stream.end()
  await finished
}

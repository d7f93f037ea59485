import { fromBufferPromise, type Entry } from 'yauzl'
import { ATTACHMENT_LIMITS } from '../limits.ts'
import { refused, type Checked } from '../model.ts'
import { kindOf } from './kind.ts'

type Refused = ReturnType<typeof refused>

/**
 * Looks into an archive of a procedure that takes archives: every entry is inflated and counted, for what the headers say
 * is what the sender says. Inside may lie pictures and PDFs and nothing else, above all no further archive.
 */
export async function checkZip(bytes: Buffer): Promise<Checked> {
  if (bytes.readUInt32BE(0) !== 0x504b0304) return refused('two-in-one')
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
    if (zip.entryCount > ATTACHMENT_LIMITS.archiveEntries) return refused('archive-bomb')
    let total = 0
    for await (const entry of zip.eachEntry()) {
      const found = refusalOfName(entry)
      if (found !== null) return found
      if (entry.fileName.endsWith('/')) continue
      const content = await inflated(await zip.openReadStreamPromise(entry), bytes.length, total)
      if (content === null) return refused('archive-bomb')
      total += content.length
      const kind = await kindOf(content)
      if (kind === null || kind === 'zip' || kind === 'active-content' || kind === 'two-in-one') return refused('archive-content', entry.fileName.slice(0, 60))
    }
    return { ok: true, file: { kind: 'zip', bytes, width: null, height: null, pages: null, changes: [] } }
  } catch (thrown) {
    // yauzl refuses names such as `../../etc/passwd`, absolute ones and backslashes by itself.
    return refused(/relative path|absolute path|invalid characters/.test(String(thrown)) ? 'archive-path' : 'damaged')
  }
}

function refusalOfName(entry: Entry): Refused | null {
  if (entry.isEncrypted()) return refused('archive-encrypted')
  if (entry.fileName.split('/').includes('..') || /^(?:\/|[a-z]:)|\\/i.test(entry.fileName)) return refused('archive-path')
  return null
}

/** Null as soon as it grows past a limit. */
async function inflated(stream: AsyncIterable<unknown>, archiveBytes: number, before: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += (piece as Buffer).length
    const isTooFar = size > ATTACHMENT_LIMITS.archiveEntryBytes || before + size > ATTACHMENT_LIMITS.archiveBytes
    const isTooDense = before + size > 1024 * 1024 && before + size > archiveBytes * ATTACHMENT_LIMITS.archiveRatio
    if (isTooFar || isTooDense) return null
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}

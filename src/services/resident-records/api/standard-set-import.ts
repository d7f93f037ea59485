import type { Tx } from '#kernel/database/transaction.ts'
import { readCell, type StandardRefusal } from '../rules/standard-cells.ts'
import { SET_FILE, STANDARD_FILES, STANDARD_LAYOUT, type StandardFile } from '../rules/standard-layout.ts'
import { countPiece, insertStandardRows, joinCancellations, STANDARD_LIMITS, type RowRefusal } from '../store/standard-set.ts'
import { describedIn, fileIn, fingerprintOf, isArchive, rowsIn } from './standard-set.ts'

/**
 * Looks at every row and cell of a set and says what is wrong with it, by file, line and item; empty where all of it can be
 * taken in. Nothing is written, nothing mended.
 */
export async function checkStandardSet(tx: Tx, archive: Buffer): Promise<{ refusals: RowRefusal[]; rowCount: number }> {
  const refusals = new Refusals()
  if (!isArchive(archive)) return { refusals: refusals.with('', 0, '', 'not-an-archive'), rowCount: 0 }
  const set = fileIn(archive, SET_FILE)
  if (set === null || set === 'too-large') return { refusals: refusals.with(SET_FILE, 0, '', set ?? 'missing-file'), rowCount: 0 }
  const { layout, fingerprints } = await describedIn(set)
  if (layout !== STANDARD_LAYOUT.version) return { refusals: refusals.with(SET_FILE, 0, '', 'wrong-layout'), rowCount: 0 }
  const known = new Map<string, Set<string>>()
  let rowCount = 0
  for (const file of STANDARD_FILES) {
    const name = `${file.number}.csv`
    const bytes = fileIn(archive, name)
    if (bytes === null || bytes === 'too-large') refusals.add(name, 0, '', bytes ?? 'missing-file')
    else {
      // A set that was edited by hand has another fingerprint; it says so, and its rows are looked at all the same.
      if (fingerprints.get(name) !== fingerprintOf(bytes)) refusals.add(name, 0, '', 'wrong-fingerprint')
      rowCount += await checkFile(tx, file, bytes, { known, refusals })
    }
    if (refusals.isFull) break
  }
  return { refusals: refusals.all, rowCount }
}

/** Takes a set in that has been checked. */
export async function takeStandardSet(tx: Tx, archive: Buffer): Promise<void> {
  const cancelled: { id: string; cancelled_by: string }[] = []
  for (const file of STANDARD_FILES) {
    let batch: Record<string, unknown>[] = []
    const flush = async () => {
      await insertStandardRows(tx, file, batch)
      await countPiece(tx)
      batch = []
    }
    for await (const { line, cells } of rowsIn(fileIn(archive, `${file.number}.csv`) as Uint8Array)) {
      if (line === 1) continue
      const row = rowOf(file, cells)
      if (file.table === 'entry' && typeof row.cancelled_by === 'string') cancelled.push({ id: String(row.id), cancelled_by: row.cancelled_by })
      batch.push(row)
      if (batch.length === STANDARD_LIMITS.rowsAtOnce) await flush()
    }
    if (batch.length > 0) await flush()
  }
  await joinCancellations(tx, cancelled)
}

function rowOf(file: StandardFile, cells: readonly (string | null)[]): Record<string, unknown> {
  return Object.fromEntries(file.items.map((item, index) => {
    const read = readCell(item, cells[index] ?? null)
    if (!read.ok) throw new RangeError(`the file ${file.number} was not checked`)
    return [item.column, read.value]
  }))
}

interface Checking {
  /** First items of each file: what may be referred to. */
  readonly known: Map<string, Set<string>>
  readonly refusals: Refusals
}

async function checkFile(tx: Tx, file: StandardFile, bytes: Uint8Array, checking: Checking): Promise<number> {
  const [name, own, keys] = [`${file.number}.csv`, new Set<string>(), new Set<string>()]
  checking.known.set(file.number, own)
  const later: { line: number; item: string; value: string }[] = []
  let rows = 0
  for await (const { line, cells } of rowsIn(bytes)) {
    if (checking.refusals.isFull) break
    if (line === 1) {
      if (cells.join() !== file.items.map(({ id }) => id).join()) return (checking.refusals.add(name, 1, '', 'wrong-heading'), 0)
      continue
    }
    rows++
    if (rows % STANDARD_LIMITS.rowsAtOnce === 0) await countPiece(tx)
    if (cells.length !== file.items.length) {
      checking.refusals.add(name, line, '', 'wrong-columns')
      continue
    }
    own.add(cells[0] ?? '')
    later.push(...checkRow(file, line, cells, checking))
    const key = file.items.flatMap(({ isKey }, index) => (isKey ? [cells[index]] : [])).join(' ')
    if (file.hasUniqueKeys && keys.has(key)) checking.refusals.add(name, line, '', 'twice')
    keys.add(key)
  }
  // An entry may refer to a later one of its own file.
  for (const { line, item, value } of later) if (!own.has(value)) checking.refusals.add(name, line, item, 'refers-to-nothing')
  return rows
}

/** Returns references to the same file, which may be fulfilled further below. */
function checkRow(file: StandardFile, line: number, cells: readonly (string | null)[], { known, refusals }: Checking): { line: number; item: string; value: string }[] {
  return file.items.flatMap((item, index) => {
    const cell = cells[index] ?? null
    const read = readCell(item, cell)
    if (!read.ok) {
      refusals.add(`${file.number}.csv`, line, item.id, read.reason)
      return []
    }
    if (item.refersTo === null || cell === null) return []
    if (item.refersTo === file.number) return [{ line, item: item.id, value: cell }]
    if (known.get(item.refersTo)?.has(cell) !== true) refusals.add(`${file.number}.csv`, line, item.id, 'refers-to-nothing')
    return []
  })
}

class Refusals {
  readonly all: RowRefusal[] = []

  get isFull(): boolean {
    return this.all.length >= STANDARD_LIMITS.refusals
  }

  add(file: string, line: number, item: string, reason: StandardRefusal): void {
    if (!this.isFull) this.all.push({ file, line, item, reason })
  }

  with(file: string, line: number, item: string, reason: StandardRefusal): RowRefusal[] {
    this.add(file, line, item, reason)
    return this.all
  }
}

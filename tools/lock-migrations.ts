/**
 * `npm run migrations`: writes new migrations into tools/migrations.lock, with the SHA-256 of each. A migration that
 * has landed is never edited, because cities have applied it: one that differs from its line is refused, here and by
 * `--check`. What must change is changed by another migration.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './rooms/files.ts'
import { ROOT, runTool } from './tool.ts'

const LOCK = 'tools/migrations.lock'

export type LockedMigrations = ReadonlyMap<string, string>

/** What is wrong between the migrations as they lie there and the lock; `isNewFine` while new ones are being taken up. */
export function lockComplaints(present: LockedMigrations, locked: LockedMigrations, isNewFine: boolean): string[] {
  const complaints: string[] = []
  for (const [file, checksum] of locked) {
    const now = present.get(file)
    if (now === undefined) complaints.push(`${file}: has landed and is gone`)
    else if (now !== checksum) complaints.push(`${file}: was edited after it had landed; take the edit back and write another migration`)
  }
  for (const file of present.keys()) {
    if (!locked.has(file) && !isNewFine) complaints.push(`${file}: is new; npm run migrations takes it up`)
  }
  return complaints
}

export function presentMigrations(root: string): LockedMigrations {
  const files = filesBelow(root, 'src').filter((file) => /\/migrations\/[^/]+\.sql$/.test(file))
  return new Map(files.map((file) => [file, createHash('sha256').update(readFileSync(join(root, file))).digest('hex')]))
}

export function lockedMigrations(root: string): LockedMigrations {
  const file = join(root, LOCK)
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '')
  return new Map(lines.map((line) => line.split('  ', 2).toReversed() as [string, string]))
}

if (import.meta.main) {
  await runTool('migrations', async ({ isCheck }) => {
    const present = presentMigrations(ROOT)
    const complaints = lockComplaints(present, lockedMigrations(ROOT), !isCheck)
    if (!isCheck && complaints.length === 0) writeFileSync(join(ROOT, LOCK), [...present].map(([file, checksum]) => `${checksum}  ${file}\n`).join(''))
    return complaints
  })
}

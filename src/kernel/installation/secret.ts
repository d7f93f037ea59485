import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SECRET_BYTES = 32

export class SecretFault extends Error {}

/**
 * The installation's secret: made once, readable by its owner only. Form tokens and database passwords derive from it.
 * It appears under its name only when it is whole and on the disk, and of two starts at once both use the first one's.
 * Throws a SecretFault when the file holds anything else.
 */
export function secretIn(dataDir: string): Buffer {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) makeSecret(dataDir, file)
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new SecretFault(
      `${file} does not hold a secret (64 hexadecimal digits): put the file back from a copy of DATA_DIR; ` +
        'if this installation never held anything, remove the file and start again',
    )
  }
  return Buffer.from(text, 'hex')
}

/** Stands for the secret without telling it: by it a database knows its installation. */
export function fingerprintOf(secret: Buffer): string {
  return createHmac('sha256', secret).update('installation').digest('hex')
}

/** Password of a city's login, by the name of its database. */
export function databasePasswordOf(secret: Buffer, name: string): string {
  return createHmac('sha256', secret).update(`database ${name}`).digest('hex')
}

function makeSecret(dataDir: string, file: string): void {
  const draft = `${file}.${process.pid}`
  // Left behind by a start that was killed, whose number this process has now.
  rmSync(draft, { force: true })
  try {
    const opened = openSync(draft, 'wx', 0o600)
    try {
      writeFileSync(opened, randomBytes(SECRET_BYTES).toString('hex'))
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    // Unlike a renaming, a link never replaces the secret of whoever came first.
    linkSync(draft, file)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(dataDir)
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

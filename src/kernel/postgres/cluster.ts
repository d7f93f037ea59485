import { randomBytes, randomUUID } from 'node:crypto'
import { open, readFile, readdir, rename, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedServerError, codeOf, errorFromOutput, errorFromSystem, otherVersion } from './errors.ts'
import { ProgramFailure, type Launcher } from './launcher.ts'
import { giveTo, type Layout } from './layout.ts'
import { writeSettings } from './settings.ts'

export const ADMIN_USER = 'tsunagu'

const UNFINISHED = 'pgdata.unfinished'

/**
 * Makes the data directory when there is none, and refuses one that this PostgreSQL cannot run. A new one is built
 * under another name and gets its own only when it is complete and on the disk: so what bears the name `pgdata` is
 * never deleted, and what does not was never started and holds nothing of anybody.
 */
export async function ensureCluster(
  binaries: Binaries,
  layout: Layout,
  launcher: Launcher,
  onCreate: () => void,
): Promise<void> {
  const version = await readVersion(layout.pgdata)
  if (version === null) {
    onCreate()
    try {
      await create(binaries, layout, launcher)
    } catch (error) {
      throw error instanceof ProgramFailure
        ? errorFromOutput(error.output, layout.home, layout.logFile)
        : errorFromSystem(error, layout.home)
    }
  } else if (version !== launcher.majorVersion) {
    throw otherVersion(layout.pgdata, `${version}; this is ${launcher.majorVersion}`)
  }
}

export async function readPassword(layout: Layout): Promise<string> {
  const password = await readFile(layout.passwordFile, 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOENT') throw errorFromSystem(cause, layout.passwordFile)
    const whatHappened = `The file ${layout.passwordFile} with the database's password is missing`
    throw new EmbeddedServerError('damaged', whatHappened, 'put it back from a copy of DATA_DIR', { cause })
  })
  return password.trim()
}

/** The major version that made the data directory, or null when there is none yet. */
async function readVersion(pgdata: string): Promise<string | null> {
  try {
    return (await readFile(join(pgdata, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw errorFromSystem(error, pgdata)
  }
  const entries = await readdir(pgdata).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw errorFromSystem(error, pgdata)
  })
  if (entries.length === 0) return null
  throw new EmbeddedServerError(
    'damaged',
    `${pgdata} is no complete database (PG_VERSION is missing)`,
    'put it back from a copy, or move it away and restore a backup',
  )
}

async function create(binaries: Binaries, layout: Layout, launcher: Launcher): Promise<void> {
  await removeUnfinished(layout.home)
  // An initdb whose parent was killed removes what it made, and may take a moment: it must not find our work there.
  const building = join(layout.home, `${UNFINISHED}-${randomUUID()}`)
  await writePassword(layout)
  try {
    await initialise(binaries, layout, launcher, building)
    await writeSettings(layout, building, {})
    await launcher.run(binaries.initdb, ['-D', building, '--sync-only'])
    await rename(building, layout.pgdata)
    await syncDirectory(layout.home)
  } catch (error) {
    // What is left over after a full disk would only fill it further.
    await removeUnfinished(layout.home)
    throw error
  }
}

async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(UNFINISHED)) continue
    // Somebody may still be writing there; then the next creation removes it.
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

async function initialise(binaries: Binaries, layout: Layout, launcher: Launcher, pgdata: string): Promise<void> {
  const options = ['-D', pgdata, `--username=${ADMIN_USER}`, `--pwfile=${layout.passwordFile}`, '--auth=scram-sha-256']
  options.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C')
  options.push('--text-search-config=simple', '--no-sync', '--no-instructions')
  const run = (characterType: string) => launcher.run(binaries.initdb, [...options, `--lc-ctype=${characterType}`])
  try {
    // With character type C, pg_trgm would take every Japanese character for punctuation and index nothing.
    await run('C.UTF-8')
  } catch (error) {
    if (!(error instanceof ProgramFailure) || !/invalid locale name/.test(error.output)) throw error
    await run('C')
  }
}

async function writePassword(layout: Layout): Promise<void> {
  const fresh = `${layout.passwordFile}.new`
  await unlink(fresh).catch(() => undefined)
  const file = await open(fresh, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await giveTo(layout.runAs, fresh)
  await rename(fresh, layout.passwordFile)
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

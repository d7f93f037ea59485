import { randomUUID } from 'node:crypto'
import { open, readFile, stat, unlink } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { EmbeddedServerError, codeOf } from './errors.ts'
import { LIMITS } from './limits.ts'
import { isLiving, ownIdentity, type ProcessIdentity } from './processes.ts'

interface Holder extends ProcessIdentity {
  /** Tells apart two takers in one process. */
  readonly token: string
}

/**
 * Lets one process at a time create, start or adopt a database. The lock is a file that names its holder; one left by
 * a process that was killed, or by an earlier boot, is broken. `onWait` is told when waiting takes noticeable time.
 */
export async function withStartLock<Result>(
  path: string,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const token = await take(path, onWait)
  try {
    return await work()
  } finally {
    if ((await holderOf(path))?.token === token) await unlinkIfThere(path)
  }
}

async function take(path: string, onWait: () => void): Promise<string> {
  const since = performance.now()
  let hasTold = false
  for (;;) {
    const token = await create(path)
    if (token !== null) return token
    if (await isStale(path)) {
      await breakStale(path)
      continue
    }
    const waitedMs = performance.now() - since
    if (waitedMs > LIMITS.lockMs) throw await busy(path)
    if (waitedMs > LIMITS.quietMs && !hasTold) {
      hasTold = true
      onWait()
    }
    await delay(LIMITS.pollMs * 3)
  }
}

async function create(path: string): Promise<string | null> {
  const token = randomUUID()
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return null
    throw error
  })
  if (file === null) return null
  try {
    await file.writeFile(JSON.stringify({ ...ownIdentity(), token } satisfies Holder))
  } catch (error) {
    await unlinkIfThere(path)
    throw error
  } finally {
    await file.close()
  }
  return token
}

/**
 * Removes a stale lock. Two processes may find the same one stale; if each simply removed it, the slower would remove
 * the faster one's new lock. So only the holder of a second lock may remove, after looking again.
 */
async function breakStale(path: string): Promise<void> {
  const breaker = `${path}.break`
  if ((await create(breaker)) === null) {
    if (await isStale(breaker)) await unlinkIfThere(breaker)
    await delay(LIMITS.pollMs)
    return
  }
  try {
    if (await isStale(path)) await unlinkIfThere(path)
  } finally {
    await unlinkIfThere(breaker)
  }
}

async function isStale(path: string): Promise<boolean> {
  const holder = await holderOf(path)
  if (holder !== null) return !isLiving(holder)
  const found = await stat(path).catch(() => null)
  // The clock may have jumped either way since the file was written.
  return found !== null && Math.abs(Date.now() - found.mtimeMs) > LIMITS.tornLockMs
}

async function holderOf(path: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder> | null
    const { pid, startTicks, bootId, token } = holder ?? {}
    if (typeof pid !== 'number' || typeof token !== 'string') return null
    return { pid, startTicks: String(startTicks), bootId: String(bootId), token }
  } catch {
    return null
  }
}

async function unlinkIfThere(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
}

async function busy(path: string): Promise<EmbeddedServerError> {
  const holder = await holderOf(path)
  const who = holder === null ? 'Another process' : `Process ${holder.pid}`
  const whatHappened = `${who} is still starting this database (${path})`
  return new EmbeddedServerError('busy', whatHappened, 'wait for it, or end it and start again')
}

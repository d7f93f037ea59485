import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { EmbeddedServerError, errorFromOutput, errorFromSystem } from './errors.ts'
import { becomeKeeper, keepingOf } from './keeper.ts'
import type { Launcher } from './launcher.ts'
import type { Layout } from './layout.ts'
import { LIMITS } from './limits.ts'
import { findPostmaster, type Postmaster } from './postmaster.ts'
import { signal, waitUntilGone, type ProcessIdentity } from './processes.ts'
import { openServerLog, type ServerLog } from './server-log.ts'

/** Starts the server of a complete data directory and waits until it accepts connections. */
export async function startPostmaster(layout: Layout, launcher: Launcher, binaries: Binaries): Promise<Postmaster> {
  const log = await openServerLog(layout).catch((error: unknown) => {
    throw errorFromSystem(error, layout.logFile)
  })
  try {
    const child = launcher.start(binaries.postgres, ['-D', layout.pgdata], log.descriptor)
    // The city decides how long this process lives; the server alone must not keep it from ending.
    child.unref()
    if (child.pid !== undefined) becomeKeeper(layout.keeperFile, child.pid, launcher.endsWithKeeper)
    return await waitUntilReady(layout, child, log)
  } finally {
    log.close()
  }
}

/**
 * Asks a server to shut down (finish nothing, lose nothing: SIGINT is PostgreSQL's fast shutdown) and waits. One that
 * takes too long leaves without its last checkpoint (SIGQUIT), which the next start makes up for from the log.
 */
export async function shutDown(postmaster: ProcessIdentity): Promise<void> {
  signal(postmaster.pid, 'SIGINT')
  if (await waitUntilGone(postmaster, LIMITS.stopMs)) return
  signal(postmaster.pid, 'SIGQUIT')
  if (await waitUntilGone(postmaster, LIMITS.quitMs)) return
  signal(postmaster.pid, 'SIGKILL')
  await waitUntilGone(postmaster, LIMITS.quitMs)
}

/** Waits for a server that is shutting down; one without a living keeper is hurried when it takes too long. */
export async function waitForShutdown(layout: Layout, postmaster: ProcessIdentity): Promise<void> {
  if (await waitUntilGone(postmaster, LIMITS.stopMs)) return
  if (keepingOf(layout.keeperFile, postmaster.pid) !== 'kept') return shutDown(postmaster)
  const whatHappened = `The database in ${layout.home} is still shutting down (process ${postmaster.pid})`
  throw new EmbeddedServerError('busy', whatHappened, 'wait a little, and start again')
}

async function waitUntilReady(layout: Layout, child: ChildProcess, log: ServerLog): Promise<Postmaster> {
  let failure: Error | null = null
  child.once('error', (error) => (failure = error))
  const until = performance.now() + LIMITS.startMs
  while (performance.now() < until) {
    const found = findPostmaster(layout.pgdata)
    if (found?.status === 'ready' && found.process.pid === child.pid) return found
    if (child.exitCode !== null || child.signalCode !== null || failure !== null) {
      const output = log.tail() || String(failure ?? child.signalCode)
      throw errorFromOutput(output, layout.home, layout.logFile)
    }
    await delay(LIMITS.pollMs)
  }
  child.kill('SIGQUIT')
  const whatHappened = `The database in ${layout.home} did not get ready`
  throw new EmbeddedServerError('failed', whatHappened, `read why in ${layout.logFile}`)
}

import { rmdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { ADMIN_USER, ensureCluster, readPassword } from './cluster.ts'
import { EmbeddedServerError, errorFromSystem } from './errors.ts'
import { becomeKeeper, keepingOf, resignAsKeeper } from './keeper.ts'
import type { Launcher } from './launcher.ts'
import { SOCKET_PORT, type Layout } from './layout.ts'
import { LIMITS } from './limits.ts'
import type { EmbeddedServer, ServerConnection, ServerOptions, ServerStep } from './postgres.ts'
import { clearRemains, findPostmaster, isAnswering, type Postmaster } from './postmaster.ts'
import { isLiving, isSameProcess, signal } from './processes.ts'
import { writeSettings } from './settings.ts'
import { shutDown, startPostmaster, waitForShutdown } from './start.ts'
import { withStartLock } from './start-lock.ts'

/**
 * One process's hold on the server. It either owns the server, and stops it at the end, or has joined one that another
 * living process keeps. Starting and joining happen under the start lock; stopping needs none, because a server that
 * is stopping says so itself and everyone waits for it.
 */
export class SupervisedServer implements EmbeddedServer {
  readonly port = SOCKET_PORT
  readonly adminUser = ADMIN_USER
  readonly #options: ServerOptions
  readonly #layout: Layout
  readonly #binaries: Binaries
  readonly #launcher: Launcher
  #password = ''
  #postmaster: Postmaster | null = null
  #isOwned = false
  #isStopped = false
  #isReviving = false
  #attaching: Promise<void> | null = null
  #watcher: NodeJS.Timeout | undefined
  readonly #interruptAtExit = (): void => {
    if (this.#isOwned && this.#postmaster !== null) signal(this.#postmaster.process.pid, 'SIGINT')
  }

  constructor(options: ServerOptions, layout: Layout, binaries: Binaries, launcher: Launcher) {
    this.#options = options
    this.#layout = layout
    this.#binaries = binaries
    this.#launcher = launcher
  }

  get socketDir(): string {
    return this.#postmaster?.socketDir ?? this.#layout.socketDir
  }

  get password(): string {
    return this.#password
  }

  get isOwned(): boolean {
    return this.#isOwned
  }

  get connection(): ServerConnection {
    const { socketDir: host, port, adminUser: user, password } = this
    return { host, port, user, password, database: 'postgres', ssl: false }
  }

  ensureRunning(): Promise<void> {
    if (this.#isStopped) {
      return Promise.reject(new EmbeddedServerError('failed', 'This process has stopped the database', 'open it anew'))
    }
    this.#attaching ??= this.#attachUnlessRunning().finally(() => (this.#attaching = null))
    return this.#attaching
  }

  /** From now on looks whether the server still lives, whoever owns it, and interrupts it when this process ends. */
  watch(): void {
    process.once('exit', this.#interruptAtExit)
    this.#watcher = setInterval(() => {
      const held = this.#postmaster
      if (held !== null && this.#attaching === null && !this.#isReviving && !isLiving(held.process)) void this.#revive()
    }, LIMITS.watchMs)
    this.#watcher.unref()
  }

  async stop(): Promise<void> {
    if (this.#isStopped) return
    this.#isStopped = true
    clearInterval(this.#watcher)
    process.off('exit', this.#interruptAtExit)
    await this.#attaching?.catch(() => undefined)
    const held = this.#postmaster
    if (held === null || !this.#isOwned) return
    this.#isOwned = false
    await shutDown(held.process)
    resignAsKeeper(this.#layout.keeperFile)
    // A short directory outside DATA_DIR goes with the server; the usual one may stay.
    if (!held.socketDir.startsWith(this.#layout.home)) await rmdir(held.socketDir).catch(() => undefined)
  }

  async #revive(): Promise<void> {
    this.#isReviving = true
    this.#log(`The database (process ${this.#postmaster?.process.pid}) went away; bringing it back.`)
    for (let attempt = 0; !this.#isStopped; attempt++) {
      const pauses = LIMITS.revivalPausesMs
      await delay(pauses[Math.min(attempt, pauses.length - 1)], undefined, { ref: false })
      try {
        await this.ensureRunning()
        this.#log(`The database is back (process ${this.#postmaster?.process.pid}).`)
        break
      } catch (error) {
        this.#log(error instanceof Error ? error.message : String(error))
      }
    }
    this.#isReviving = false
  }

  async #attachUnlessRunning(): Promise<void> {
    const held = this.#postmaster
    const found = held === null ? null : findPostmaster(this.#layout.pgdata)
    if (held !== null && found?.status === 'ready' && isSameProcess(held.process, found.process)) return
    const { lockFile } = this.#layout
    try {
      await withStartLock(lockFile, () => this.#tell('waiting-for-other-start'), async () => {
        await ensureCluster(this.#binaries, this.#layout, this.#launcher, () => this.#tell('creating'))
        this.#password = await readPassword(this.#layout)
        await this.#attach()
      })
    } catch (error) {
      throw errorFromSystem(error, this.#layout.home)
    }
  }

  async #attach(): Promise<void> {
    const until = performance.now() + LIMITS.startMs
    while (performance.now() < until) {
      const found = findPostmaster(this.#layout.pgdata)
      if (found === null) return this.#start()
      switch (found.status) {
        case 'starting':
          await delay(LIMITS.pollMs)
          break
        case 'stopping':
          this.#tell('waiting-for-shutdown')
          await waitForShutdown(this.#layout, found.process)
          break
        case 'ready':
          if (await this.#join(found)) return
          break
        default:
          found.status satisfies never
      }
    }
    const whatHappened = `The database in ${this.#layout.home} is still starting`
    throw new EmbeddedServerError('busy', whatHappened, 'wait a little, and start again')
  }

  async #start(): Promise<void> {
    const wasCutShort = await clearRemains(this.#layout)
    await writeSettings(this.#layout, this.#layout.pgdata, this.#options.settings ?? {})
    this.#tell(wasCutShort ? 'recovering' : 'starting')
    this.#postmaster = await startPostmaster(this.#layout, this.#launcher, this.#binaries)
    this.#isOwned = true
  }

  /** Takes a running server as it is. False when it was an orphan that leaves or does not answer, and is now gone. */
  async #join(found: Postmaster): Promise<boolean> {
    const { keeperFile, home } = this.#layout
    const { pid } = found.process
    const keeping = keepingOf(keeperFile, pid)
    if (keeping === 'leaving' || !(await isAnswering(found.socketDir))) {
      if (keeping === 'kept') {
        const whatHappened = `The database in ${home} runs (process ${pid}) but does not answer`
        throw new EmbeddedServerError('busy', whatHappened, 'stop tsunagu and start it again')
      }
      this.#tell('waiting-for-shutdown')
      await shutDown(found.process)
      return false
    }
    if (keeping === 'orphaned') becomeKeeper(keeperFile, pid, false)
    const isOwnAlready = this.#isOwned && this.#postmaster?.process.pid === pid
    this.#postmaster = found
    this.#isOwned = isOwnAlready || keeping === 'orphaned'
    this.#log(`Joined the database that already runs (process ${pid}).`)
    return true
  }

  #log(message: string): void {
    this.#options.log?.(message)
  }

  #tell(step: ServerStep): void {
    this.#options.onProgress?.(step)
  }
}

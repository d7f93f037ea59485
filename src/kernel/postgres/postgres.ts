import { findBinaries } from './binaries.ts'
import { findLauncher } from './launcher.ts'
import { prepareLayout } from './layout.ts'
import type { ServerSettings } from './settings.ts'
import { SupervisedServer } from './supervisor.ts'

export { EmbeddedServerError } from './errors.ts'

/** What the server is busy with, for a line of progress; told when it begins. */
export type ServerStep = 'creating' | 'starting' | 'recovering' | 'waiting-for-shutdown' | 'waiting-for-other-start'

export interface ServerOptions {
  /** The city installation's DATA_DIR; everything of the server lies in its folder `postgres`. */
  readonly dataDir: string
  /** Hears what happens to the server while it runs, one sentence each, without personal data. */
  readonly log?: (message: string) => void
  readonly onProgress?: (step: ServerStep) => void
  /** Where `initdb` and `postgres` lie, to use PostgreSQL of the operating system. */
  readonly binDir?: string
  /** Settings over ours, by their names in postgresql.conf; for tests and measurements. */
  readonly settings?: ServerSettings
}

/** Fits the options of `postgres()` (postgres.js) as it is. `host` is the socket's directory. */
export interface ServerConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
  readonly ssl: false
}

export interface EmbeddedServer {
  readonly socketDir: string
  readonly port: number
  readonly adminUser: string
  readonly password: string
  /** Signs in as the superuser to the database `postgres`, which is always there. */
  readonly connection: ServerConnection
  /** Whether this process answers for the server: then `stop` stops it, otherwise `stop` only lets go of it. */
  readonly isOwned: boolean
  /** Resolves when the server runs and answers; brings it back when whoever owned it is gone. */
  ensureRunning(): Promise<void>
  stop(): Promise<void>
}

/**
 * Opens the database server of a DATA_DIR: creates, starts, recovers, or adopts the one that another process of the
 * same installation runs. While open it is watched and brought back when it goes away. Call it from the main thread:
 * the kernel ties the server's life to the thread that started it. Rejects with `EmbeddedServerError`.
 */
export async function openEmbeddedServer(options: ServerOptions): Promise<EmbeddedServer> {
  const layout = await prepareLayout(options.dataDir)
  const binaries = await findBinaries(options.binDir, layout.libDir)
  const launcher = await findLauncher(binaries, layout)
  const server = new SupervisedServer(options, layout, binaries, launcher)
  await server.ensureRunning()
  server.watch()
  return server
}

import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { giveTo, type Layout } from './layout.ts'

export type ServerSettings = Readonly<Record<string, string>>

/**
 * A server for one small city on one machine: everything together, Node included, shall rest below 350 MB. Durability
 * (fsync, synchronous_commit, full_page_writes) keeps PostgreSQL's own defaults, which are on.
 */
const CITY_SETTINGS: ServerSettings = {
  // Only the socket: nothing listens on the network.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  effective_cache_size: '512MB',
  // The three reader processes of the default io_method bring nothing to a database that fits into memory.
  io_method: 'sync',
  max_worker_processes: '2',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_parallel_maintenance_workers: '1',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '2',
  jit: 'off',
  // There is no standby and no log archive; backups are logical (kernel/archive).
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '48MB',
  max_wal_size: '512MB',
  // A query whose client was killed ends, and gives back its locks, without waiting for its result to be unwanted.
  client_connection_check_interval: '2s',
  dynamic_shared_memory_type: 'posix',
  datestyle: 'ISO, YMD',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  default_text_search_config: 'pg_catalog.simple',
  // The log is for the life of the server. Errors of queries, and the details that quote values, may hold personal
  // data; they go to the program that asked, and nowhere else.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

const HBA = `# Written by tsunagu at each start. Only the socket, and only with a password.
local all all scram-sha-256
`

/** Writes postgresql.conf and pg_hba.conf anew; `ALTER SYSTEM` (postgresql.auto.conf) still has the last word. */
export async function writeSettings(layout: Layout, pgdata: string, extra: ServerSettings): Promise<void> {
  const settings: ServerSettings = {
    ...CITY_SETTINGS,
    unix_socket_directories: `"${layout.socketDir.replaceAll('"', '""')}"`,
    cluster_name: layout.clusterName,
    ...extra,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`)
  const heading = '# Written by tsunagu at each start; changes belong into ALTER SYSTEM.'
  await replaceFile(layout, join(pgdata, 'postgresql.conf'), `${heading}\n${lines.join('\n')}\n`)
  await replaceFile(layout, join(pgdata, 'pg_hba.conf'), HBA)
}

/** Quotes a value as the configuration file wants it (PostgreSQL documentation, 19.1.2): '' and \\ double. */
function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** Replaces a file in one step, so that a start that is cut short never leaves half of one. */
async function replaceFile(layout: Layout, path: string, content: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === content) return
  const fresh = `${path}.new`
  const file = await open(fresh, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await giveTo(layout.runAs, fresh)
  await rename(fresh, path)
}

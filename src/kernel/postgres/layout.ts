import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { EmbeddedServerError, codeOf, errorFromSystem } from './errors.ts'
import { LIMITS } from './limits.ts'
import { findSetpriv } from './setpriv.ts'

export const SOCKET_PORT = 5432

/** Whom the server runs as. PostgreSQL refuses to run as root, and owns its files alone. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/** Everything the embedded server keeps, below `<DATA_DIR>/postgres`. */
export interface Layout {
  readonly home: string
  /** PostgreSQL's own data directory. It appears under this name only when it is complete. */
  readonly pgdata: string
  readonly passwordFile: string
  readonly keeperFile: string
  readonly lockFile: string
  readonly logFile: string
  readonly libDir: string
  readonly socketDir: string
  /** Stands in the title of every process of this server, so that they can be told from those of others. */
  readonly clusterName: string
  /** Null when this process may run the server as itself. */
  readonly runAs: RunAs | null
}

// The kernel's and Debian's name for nobody; not every image has an entry for it in /etc/passwd, but all have the id.
const NOBODY: RunAs = { uid: 65534, gid: 65534 }

/** Makes the folders, all of them closed to others, and says where everything lies. */
export async function prepareLayout(dataDir: string): Promise<Layout> {
  if (/[\n\r]/.test(dataDir)) {
    // postmaster.pid is read line by line, by PostgreSQL too.
    throw new EmbeddedServerError('unwritable', 'The path in DATA_DIR holds a line break', 'choose another folder')
  }
  try {
    // Without setpriv the server's user gets no capability, and must be able to walk through the folder itself.
    await mkdir(dataDir, { recursive: true, mode: findSetpriv() === null ? 0o711 : 0o700 })
    const home = join(await realpath(dataDir), 'postgres')
    await mkdir(home, { recursive: true, mode: 0o700 })
    const pgdata = join(home, 'pgdata')
    const runAs = await chooseRunAs(home, pgdata)
    if (runAs !== null) await chown(home, runAs.uid, runAs.gid)
    const key = createHash('sha256').update(pgdata).digest('hex').slice(0, 16)
    return {
      home,
      pgdata,
      passwordFile: join(home, 'password'),
      keeperFile: join(home, 'keeper.json'),
      lockFile: join(home, 'start.lock'),
      logFile: join(home, 'server.log'),
      libDir: join(home, 'lib'),
      socketDir: await prepareSocketDir(join(home, 'socket'), key, runAs),
      clusterName: `tsunagu-${key}`,
      runAs,
    }
  } catch (error) {
    throw errorFromSystem(error, dataDir)
  }
}

/** Gives a file that root has written to whom the server runs as. */
export async function giveTo(runAs: RunAs | null, path: string): Promise<void> {
  if (runAs !== null) await chown(path, runAs.uid, runAs.gid)
}

/** The user's own process keeps the user; root gives way to the owner of the data, or of DATA_DIR, or to nobody. */
async function chooseRunAs(home: string, pgdata: string): Promise<RunAs | null> {
  const uid = process.geteuid?.() ?? 0
  const owner = await stat(pgdata).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (uid !== 0) {
    if (owner === null || owner.uid === uid) return null
    throw new EmbeddedServerError(
      'unwritable',
      `The database in ${pgdata} belongs to user id ${owner.uid}`,
      'start tsunagu as that user or as root, or set DATA_DIR to another folder',
    )
  }
  if (owner !== null && owner.uid === 0) {
    throw new EmbeddedServerError(
      'unwritable',
      `The database in ${pgdata} belongs to root, as which PostgreSQL does not run`,
      `give it to another user, for example with chown -R ${NOBODY.uid}:${NOBODY.gid}`,
    )
  }
  if (owner !== null) return { uid: owner.uid, gid: owner.gid }
  const parent = await stat(dirname(home))
  return parent.uid === 0 ? NOBODY : { uid: parent.uid, gid: parent.gid }
}

/** The socket lies beside the data, unless its path would be too long for the kernel: then in a short place. */
async function prepareSocketDir(preferred: string, key: string, runAs: RunAs | null): Promise<string> {
  if (fits(preferred)) {
    await mkdir(preferred, { recursive: true, mode: 0o700 })
    await giveTo(runAs, preferred)
    return preferred
  }
  const inTemporary = join(tmpdir(), `tsunagu-${key}`)
  const directory = fits(inTemporary) ? inTemporary : `/tmp/tsunagu-${key}`
  const uid = runAs?.uid ?? process.geteuid?.()
  // Everyone may write in the temporary folder: a directory that somebody else put there in our name is refused.
  const isNew = await mkdir(directory, { mode: 0o700 }).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    },
  )
  if (isNew) await giveTo(runAs, directory)
  const found = await lstat(directory)
  if (!found.isDirectory() || found.uid !== uid) {
    const wayOut = 'remove it, or set DATA_DIR to a shorter path'
    throw new EmbeddedServerError('unwritable', `${directory} belongs to somebody else`, wayOut)
  }
  if ((found.mode & 0o077) !== 0) await chmod(directory, 0o700)
  return directory
}

function fits(socketDir: string): boolean {
  return Buffer.byteLength(`${socketDir}/.s.PGSQL.${SOCKET_PORT}.lock`) <= LIMITS.socketPathBytes
}

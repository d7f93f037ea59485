/** What can go wrong with the embedded server. */
export type ServerProblem = 'no-binaries' | 'unwritable' | 'disk-full' | 'other-version' | 'damaged' | 'busy' | 'failed'

/** Its message is one sentence for the person who started the city: what happened, and the way out. */
export class EmbeddedServerError extends Error {
  readonly problem: ServerProblem

  constructor(problem: ServerProblem, whatHappened: string, wayOut: string, options?: { cause?: unknown }) {
    super(`${whatHappened}: ${wayOut}.`, options)
    this.name = 'EmbeddedServerError'
    this.problem = problem
  }
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG'])

/** Turns a failed file operation below `path` into a sentence for the person who started the city. */
export function errorFromSystem(error: unknown, path: string): EmbeddedServerError {
  if (error instanceof EmbeddedServerError) return error
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error)
  if (UNWRITABLE.has(code)) return unwritable(path, code, error)
  const reason = error instanceof Error ? error.message : String(error)
  const whatHappened = `The database in ${path} cannot be opened (${reason})`
  return new EmbeddedServerError('failed', whatHappened, 'mend what it names and start again', { cause: error })
}

/** Turns what initdb or postgres wrote before it gave up into a sentence; `path` is the database's folder. */
export function errorFromOutput(output: string, path: string, logFile: string): EmbeddedServerError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(path, undefined)
  if (/Permission denied|Read-only file system/.test(output)) return unwritable(path, tellingLine(output), undefined)
  if (/incompatible with (this version|server)/.test(output)) return otherVersion(path, tellingLine(output))
  const line = tellingLine(output)
  return new EmbeddedServerError('failed', `PostgreSQL did not start (${line})`, `read more in ${logFile}`)
}

export function otherVersion(path: string, detail: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'other-version',
    `The database in ${path} was made by another major version of PostgreSQL (${detail})`,
    'make a backup with the release of tsunagu that made it, and restore that into an empty DATA_DIR',
  )
}

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return String(error.code)
}

function diskFull(path: string, cause: unknown): EmbeddedServerError {
  return new EmbeddedServerError('disk-full', `The disk that holds ${path} is full`, 'free some space', { cause })
}

function unwritable(path: string, reason: string, cause: unknown): EmbeddedServerError {
  return new EmbeddedServerError(
    'unwritable',
    `The folder ${path} cannot be used for the database (${reason})`,
    'make it readable and writable, or set DATA_DIR to another folder',
    { cause },
  )
}

/** The line that says most: the last FATAL or PANIC, or the first with "error", or simply the last. */
function tellingLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const telling =
    lines.findLast((line) => /\b(FATAL|PANIC):/.test(line)) ?? lines.find((line) => /error/i.test(line)) ?? lines.at(-1)
  return (telling ?? 'it said nothing').replace(/^.*?(FATAL|PANIC|error):\s*/, '')
}

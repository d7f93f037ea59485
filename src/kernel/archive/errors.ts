import postgres from 'postgres'

/** What can go wrong with an archive; each message is one sentence that names the way out. */
export type ArchiveProblem =
  | 'not-an-archive'
  | 'other-format'
  | 'damaged'
  | 'disk-full'
  | 'unwritable'
  | 'unreadable'
  | 'not-empty'
  | 'other-tables'
  | 'in-use'
  | 'not-allowed'
  | 'database'

export class ArchiveError extends Error {
  readonly problem: ArchiveProblem

  constructor(problem: ArchiveProblem, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ArchiveError'
    this.problem = problem
  }
}

export function damaged(file: string, where: string, cause?: unknown): ArchiveError {
  const message = `The backup ${file} is damaged (${where}); nothing was applied: use another copy of it.`
  return new ArchiveError('damaged', message, { cause })
}

/** For failures while the archive `file` is written. What nobody foresaw stays as it is. */
export function errorWhileWriting(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (isOfDatabase(error)) return errorFromDatabase(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `The disk is full; the backup ${file} was not made: free some space or choose another place.`
    return new ArchiveError('disk-full', message, { cause: error })
  }
  if (!FILE_PROBLEMS.has(code)) return error
  const message = `The backup cannot be written to ${file} (${code}): choose a folder that exists and is writable.`
  return new ArchiveError('unwritable', message, { cause: error })
}

/** For failures while the archive `file` is read. */
export function errorWhileReading(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (isOfDatabase(error)) return errorFromDatabase(error)
  if (!FILE_PROBLEMS.has(code)) return error
  const message = `The backup ${file} cannot be read (${code}): check the path and its permissions.`
  return new ArchiveError('unreadable', message, { cause: error })
}

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return String(error.code)
}

const FILE_PROBLEMS = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENAMETOOLONG', 'EIO'])
const LOST_CONNECTION = /^(CONNECT|CONNECTION)_|^(08|57P)|^ECONN|^EPIPE/

function isOfDatabase(error: unknown): boolean {
  if (error instanceof postgres.PostgresError || LOST_CONNECTION.test(codeOf(error))) return true
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
}

/** SQLSTATE codes: PostgreSQL documentation, appendix A. */
function errorFromDatabase(error: unknown): ArchiveError {
  const code = codeOf(error)
  const of = (problem: ArchiveProblem, message: string) => new ArchiveError(problem, message, { cause: error })
  switch (code) {
    case '42501':
      return of('not-allowed', 'Only a superuser of the database can back it up and restore it: use its administrator.')
    case '55P03':
      return of('in-use', 'The database is in use, so nothing was restored: stop the city first, then restore.')
    case '53100':
      return of('disk-full', "The database's disk is full; nothing was restored: free some space and restore again.")
    default:
      if (!(error instanceof postgres.PostgresError) || LOST_CONNECTION.test(code)) {
        return of('database', `The connection to the database was lost (${code}); nothing was changed: start again.`)
      }
      return of('database', `The database refused (SQLSTATE ${code}${placeOf(error)}); nothing was changed.`)
  }
}

/** The server's message may quote a value of a row; only the place is told. */
function placeOf({ table_name: table, constraint_name: constraint }: postgres.PostgresError): string {
  const places = [table && `table ${table}`, constraint && `constraint ${constraint}`].filter((place) => place)
  return places.map((place) => `, ${place}`).join('')
}

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
  return new ArchiveError('damaged', `The backup ${file} is damaged (${where}); nothing was applied: use another copy of it.`, { cause })
}

/** For failures while the archive `file` is written. */
export function errorWhileWriting(error: unknown, file: string): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ArchiveError('disk-full', `The disk is full; the backup ${file} was not made: free some space or choose another place.`, { cause: error })
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'ENAMETOOLONG':
      return new ArchiveError('unwritable', `The backup cannot be written to ${file} (${codeOf(error)}): choose a folder that exists and is writable.`, { cause: error })
    default:
      return errorFromDatabase(error)
  }
}

/** For failures while the archive `file` is read. */
export function errorWhileReading(error: unknown, file: string): unknown {
  if (!['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(codeOf(error))) return errorFromDatabase(error)
  return new ArchiveError('unreadable', `The backup ${file} cannot be read (${codeOf(error)}): check the path and its permissions.`, { cause: error })
}

/** SQLSTATE codes: PostgreSQL documentation, appendix A. What nobody foresaw stays as it is. */
function errorFromDatabase(error: unknown): unknown {
  const code = codeOf(error)
  if (error instanceof ArchiveError || code === '') return error
  if (code === '42501') {
    return new ArchiveError('not-allowed', 'Backups are made and restored by a superuser of the database: use the administrator account of the server.', { cause: error })
  }
  if (code === '55P03') {
    return new ArchiveError('in-use', 'The database is in use, so nothing was restored: stop the city first, then restore.', { cause: error })
  }
  if (code === '53100') {
    return new ArchiveError('disk-full', "The database's disk is full; nothing was restored: free some space and restore again.", { cause: error })
  }
  if (/^(CONNECT|CONNECTION)_|^(08|57P)|^ECONN|^EPIPE/.test(code)) {
    return new ArchiveError('database', `The connection to the database was lost (${code}); nothing was changed: start again.`, { cause: error })
  }
  if (/^[0-9A-Z]{5}$/.test(code)) {
    // The server's message may quote a value of a row; only its code is told.
    return new ArchiveError('database', `The database refused (SQLSTATE ${code}${placeOf(error)}); nothing was changed.`, { cause: error })
  }
  return error
}

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return String(error.code)
}

function placeOf(error: unknown): string {
  const { table_name: table, constraint_name: constraint } = error as { table_name?: string; constraint_name?: string }
  return `${table === undefined ? '' : `, table ${table}`}${constraint === undefined ? '' : `, constraint ${constraint}`}`
}

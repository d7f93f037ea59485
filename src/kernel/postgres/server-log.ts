import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { giveTo, type Layout } from './layout.ts'
import { LIMITS } from './limits.ts'

/** The server writes its own log: it goes on when this process is killed, and says why the server left. */
export interface ServerLog {
  readonly descriptor: number
  /** What was written since the log was opened: the end of it, when it is long. */
  tail(): string
  close(): void
}

export async function openServerLog(layout: Layout): Promise<ServerLog> {
  const path = layout.logFile
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LIMITS.logBytes) renameSync(path, `${path}.1`)
  const descriptor = openSync(path, 'a+', 0o600)
  await giveTo(layout.runAs, path)
  const start = sizeOf(path)
  return {
    descriptor,
    tail: () => {
      const end = sizeOf(path)
      const from = Math.max(start, end - LIMITS.logTailBytes)
      const bytes = Buffer.alloc(end - from)
      return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, bytes.length, from))
    },
    close: () => closeSync(descriptor),
  }
}

function sizeOf(path: string): number {
  return statSync(path).size
}

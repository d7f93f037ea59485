import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { isLiving, ownIdentity, type ProcessIdentity } from './processes.ts'

/** Who answers for a running server. Written beside the data, so that any later process can tell an orphan. */
export interface Keeper {
  readonly process: ProcessIdentity
  readonly postmasterPid: number
  /** Whether the kernel interrupts the server when the keeper dies: then an orphan is about to leave by itself. */
  readonly endsWithKeeper: boolean
}

export function becomeKeeper(path: string, postmasterPid: number, endsWithKeeper: boolean): void {
  const keeper: Keeper = { process: ownIdentity(), postmasterPid, endsWithKeeper }
  writeFileSync(`${path}.new`, JSON.stringify(keeper))
  renameSync(`${path}.new`, path)
}

export function resignAsKeeper(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Nobody relies on its absence: a keeper that does not live is none.
  }
}

/** Who keeps this server: somebody living; nobody, and it leaves by itself; nobody, and it stays. */
export function keepingOf(path: string, postmasterPid: number): 'kept' | 'leaving' | 'orphaned' {
  const keeper = readKeeper(path)
  if (keeper === null || keeper.postmasterPid !== postmasterPid) return 'orphaned'
  if (isLiving(keeper.process)) return 'kept'
  return keeper.endsWithKeeper ? 'leaving' : 'orphaned'
}

function readKeeper(path: string): Keeper | null {
  try {
    const { process, postmasterPid, endsWithKeeper } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Keeper>
    if (typeof process?.pid !== 'number' || typeof postmasterPid !== 'number') return null
    return { process, postmasterPid, endsWithKeeper: endsWithKeeper === true }
  } catch {
    return null
  }
}

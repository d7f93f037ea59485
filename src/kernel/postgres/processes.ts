import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { LIMITS } from './limits.ts'

/** A process as it stood when we looked. Process ids are used again, so the moment of its start belongs to it. */
export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks from boot to the start of the process (proc(5), stat field 22); empty where there is no /proc. */
  readonly startTicks: string
  /** Which boot of the machine; empty where there is no /proc. */
  readonly bootId: string
}

/** The identity of a living process, or null: a zombie (state Z) answers `kill(pid, 0)` but is dead. */
export function identityOf(pid: number): ProcessIdentity | null {
  if (!hasProc()) return answersSignal(pid) ? { pid, startTicks: '', bootId: '' } : null
  const stat = readOrNull(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return { pid, startTicks: fields[19] ?? '', bootId: bootId() }
}

export function ownIdentity(): ProcessIdentity {
  return identityOf(process.pid) ?? { pid: process.pid, startTicks: '', bootId: '' }
}

export function isSameProcess(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && one.startTicks === other.startTicks && one.bootId === other.bootId
}

/** Whether exactly this process, and not a later one with the same id, still lives. */
export function isLiving(identity: ProcessIdentity): boolean {
  const now = identityOf(identity.pid)
  return now !== null && isSameProcess(now, identity)
}

/** The arguments of a process, readable for everyone; null where unknown. Titles set later stand in one piece. */
export function argumentsOf(pid: number): readonly string[] | null {
  return readOrNull(`/proc/${pid}/cmdline`)?.split('\0') ?? null
}

/** All process ids of the machine; empty where there is no /proc. */
export function listPids(): readonly number[] {
  if (!hasProc()) return []
  return readdirSync('/proc').map(Number).filter((pid) => Number.isInteger(pid) && pid > 0)
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Waits until the process is gone; false when it is still there after `limitMs`. */
export async function waitUntilGone(identity: ProcessIdentity, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs
  while (isLiving(identity)) {
    if (performance.now() > until) return false
    await delay(LIMITS.pollMs)
  }
  return true
}

let knownBootId: string | undefined
function bootId(): string {
  knownBootId ??= readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  return knownBootId
}

let knownProc: boolean | undefined
function hasProc(): boolean {
  knownProc ??= readOrNull('/proc/self/stat') !== null
  return knownProc
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RunAs } from './layout.ts'

/** Where setpriv(1) of util-linux lies, or null. It lets the kernel end the server together with this process. */
export function findSetpriv(): string | null {
  if (process.platform !== 'linux') return null
  const directories = (process.env['PATH'] ?? '').split(':').filter((directory) => directory.startsWith('/'))
  return directories.map((directory) => join(directory, 'setpriv')).find((path) => existsSync(path)) ?? null
}

/**
 * The options of setpriv that turn root into whom the server runs as, in the order in which to try them. Where a
 * folder above one of `paths` is closed to that user (a project below /root), the server keeps the one capability to
 * walk through it; containers that withhold it usually leave the wider one (capabilities(7)). initdb asks access(2)
 * whether it may run postgres, which counts capabilities of such a user only with the security bit.
 */
export async function listPrivileges(
  runAs: RunAs | null,
  paths: readonly string[],
): Promise<readonly (readonly string[])[]> {
  if (runAs === null) return [[]]
  const user = [`--reuid=${runAs.uid}`, `--regid=${runAs.gid}`, '--clear-groups']
  const reachable = await Promise.all(paths.map((path) => isReachable(runAs, path)))
  if (reachable.every(Boolean)) return [user]
  return ['dac_read_search', 'dac_override'].map((name) => {
    return [...user, `--inh-caps=+${name}`, `--ambient-caps=+${name}`, '--securebits=+no_setuid_fixup']
  })
}

async function isReachable(runAs: RunAs, directory: string): Promise<boolean> {
  const { uid, gid, mode } = await stat(directory)
  const searchBit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001
  if ((mode & searchBit) === 0) return false
  const parent = dirname(directory)
  return parent === directory || isReachable(runAs, parent)
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { IGNORED } from './allowed-rooms.ts'

/** Every file below a folder of the project, as paths below the project's folder, in the order of the alphabet. */
export function filesBelow(root: string, folder = ''): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter((entry) => !IGNORED.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(root, path)
      return entry.isFile() ? [path] : []
    })
}

const TEXT_FILE = /(?:\.(?:ts|js|cjs|mjs|json|md|css|sql|csv|typ|yml|sh)|\/run)$/

export function isTextFile(path: string): boolean {
  return TEXT_FILE.test(path) && path !== 'package-lock.json'
}

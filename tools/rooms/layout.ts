import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IGNORED, MANIFEST_LINES, MEANINGLESS_FOLDERS, OWN_ROOMS, REQUIRED, ROOMS, TOP_LEVEL } from './allowed-rooms.ts'
import { filesBelow } from './files.ts'
import { errorAt, type Finding } from './finding.ts'

const HOUSES = ['src/capabilities', 'src/services'] as const

/** Is everything where a stranger would look for it: the top of the project, and the rooms of every part? */
export function layoutFindings(root: string): Finding[] {
  return [...topFindings(root), ...folderFindings(root), ...partFolders(root).flatMap((folder) => partFindings(root, folder))]
}

/** Folders of all parts, e.g. `src/services/plan`. */
export function partFolders(root: string): string[] {
  return HOUSES.filter((house) => existsSync(join(root, house))).flatMap((house) =>
    readdirSync(join(root, house), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${house}/${entry.name}`),
  )
}

function topFindings(root: string): Finding[] {
  return readdirSync(root)
    .filter((name) => !TOP_LEVEL.includes(name) && !IGNORED.has(name) && !name.endsWith('.log'))
    .map((name) => errorAt(name, 0, 'does not belong at the top of the project (tools/rooms/allowed-rooms.ts lists what does)'))
}

function folderFindings(root: string): Finding[] {
  const folders = new Set(filesBelow(root).map((file) => file.split('/').slice(0, -1).join('/')))
  return [...folders]
    .filter((folder) => folder.split('/').some((name) => MEANINGLESS_FOLDERS.includes(name)))
    .map((folder) => errorAt(folder, 0, 'a folder is named after what is in it, not after being of use'))
}

function partFindings(root: string, folder: string): Finding[] {
  const isCapability = folder.startsWith('src/capabilities/')
  const name = folder.split('/').at(-1) as string
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  const rooms = [...Object.keys(ROOMS), ...(OWN_ROOMS[name] ?? [])]
  const doors = isCapability ? doorsAmong(entries.map((entry) => entry.name)) : []
  const findings: Finding[] = []
  if (!/^[a-z][a-z0-9-]*$/.test(name)) findings.push(errorAt(folder, 0, 'a part is named in kebab case'))
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    const isKnown = entry.isDirectory() ? isRoomFolder(entry.name, rooms, doors) : isRoomFile(entry.name, rooms, isCapability)
    if (!isKnown) findings.push(errorAt(path, 0, `is no room of a ${isCapability ? 'capability' : 'service'}; rooms are ${rooms.join(', ')}`))
    else if (entry.isDirectory()) findings.push(...roomFindings(root, path))
  }
  return [...findings, ...requiredFindings(root, folder), ...manifestFindings(root, folder)]
}

/** A capability's front doors bear the names of what they open: `csv.ts`, `xlsx-reader.ts`. */
function doorsAmong(names: readonly string[]): string[] {
  return names
    .filter((name) => /^[a-z][a-z0-9-]*\.ts$/.test(name))
    .map((name) => name.slice(0, -'.ts'.length))
    .filter((name) => !(name in ROOMS))
}

/** What tests of several rooms share; boundaries.cjs keeps the program from using it. */
const TEST_SUPPORT = /^(?:trial|invented)-[a-z0-9-]+\.ts$/

function isRoomFile(name: string, rooms: readonly string[], isCapability: boolean): boolean {
  if (name === 'README.md' || /^[a-z][a-z0-9-]*\.test\.ts$/.test(name) || TEST_SUPPORT.test(name)) return true
  const base = /^([a-z][a-z0-9-]*)\.ts$/.exec(name)?.[1]
  return base !== undefined && (isCapability || rooms.includes(base))
}

/** A room as a folder, or what lies behind a front door: `xlsx/` behind `xlsx-reader.ts`. */
function isRoomFolder(name: string, rooms: readonly string[], doors: readonly string[]): boolean {
  return name === 'migrations' || rooms.includes(name) || doors.some((door) => door === name || door.startsWith(`${name}-`))
}

function roomFindings(root: string, folder: string): Finding[] {
  const isMigrations = folder.endsWith('/migrations')
  const allowed = isMigrations ? /^\d{4}-[a-z0-9-]+\.sql$/ : /^[a-z0-9][a-z0-9.-]*\.(?:ts|csv|typ)$/
  return filesBelow(root, folder)
    .filter((file) => !allowed.test(file.split('/').at(-1) as string))
    .map((file) => errorAt(file, 0, isMigrations ? 'a migration is named 0001-what-it-does.sql' : 'is named in kebab case and is TypeScript, a CSV table or a Typst sheet'))
}

function requiredFindings(root: string, folder: string): Finding[] {
  const required: readonly string[] = folder.startsWith('src/services/') ? REQUIRED.services : REQUIRED.capabilities
  return required.filter((name) => !existsSync(join(root, folder, name))).map((name) => errorAt(`${folder}/${name}`, 0, 'is missing'))
}

function manifestFindings(root: string, folder: string): Finding[] {
  const file = join(root, folder, 'manifest.ts')
  if (!existsSync(file)) return []
  const findings: Finding[] = []
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length
  if (lines > MANIFEST_LINES) findings.push(errorAt(`${folder}/manifest.ts`, 0, `has ${lines} lines; a manifest is wiring only, ${MANIFEST_LINES} at most`))
  const address = `./${folder.replace(/^src\//, '')}/manifest.ts`
  if (!readFileSync(join(root, 'src/city.ts'), 'utf8').includes(`'${address}'`)) {
    findings.push(errorAt(`${folder}/manifest.ts`, 0, 'is not in the list of src/city.ts'))
  }
  return findings
}

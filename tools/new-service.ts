/**
 * `npm run new-service bicycle-lending` writes a small service that works: a list, a form, a fact, a table, words in
 * four languages, tests. `npm run new-service -- --remove bicycle-lending` takes a service out again, with everything
 * of it. CONTRIBUTING.md walks through what comes next.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withoutPart, withPart } from './new-service/city-list.ts'
import { filesBelow } from './rooms/files.ts'
import { ROOT, runTool } from './tool.ts'

const ROOMS = join(import.meta.dirname, 'new-service/rooms')
const CITY = 'src/city.ts'
const LOCK = 'tools/migrations.lock'
const TAKEN_NAMES = new Set(['kernel', 'design', 'staff'])

export interface ServiceNames {
  /** `bicycle-lending`: folder, addresses, facts. */
  readonly name: string
  /** `bicycle_lending`: schema and role. */
  readonly schema: string
  /** `bicycleLending`: the manifest. */
  readonly camel: string
  /** `BicycleLending`: types. */
  readonly pascal: string
  /** `Bicycle lending`: what it is called until somebody names it. */
  readonly title: string
}

/** All names of a service from its name in kebab case; a name that cannot be one is refused with what can. */
export function namesOf(name: string): ServiceNames {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new Error(`"${name}" is no name of a service: small letters, digits and hyphens, e.g. bicycle-lending`)
  }
  if (TAKEN_NAMES.has(name)) throw new Error(`"${name}" is taken by the house itself`)
  const pascal = name.split('-').map(capitalised).join('')
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1)
  return { name, schema: name.replaceAll('-', '_'), camel, pascal, title: capitalised(name.replaceAll('-', ' ')) }
}

export function addService(root: string, names: ServiceNames): string[] {
  const folder = `src/services/${names.name}`
  if (existsSync(join(root, folder)) || existsSync(join(root, 'src/capabilities', names.name))) throw new Error(`${names.name} is there already`)
  const city = withPart(readFileSync(join(root, CITY), 'utf8'), names)
  const written = filesBelow(ROOMS).map((room) => {
    const file = join(folder, filledIn(room, names).replace(/\.txt$/, ''))
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), filledIn(readFileSync(join(ROOMS, room), 'utf8'), names))
    return file
  })
  writeFileSync(join(root, CITY), city)
  return written
}

export function removeService(root: string, names: ServiceNames): void {
  const folder = `src/services/${names.name}`
  if (!existsSync(join(root, folder))) throw new Error(`There is no ${folder}`)
  const city = withoutPart(readFileSync(join(root, CITY), 'utf8'), names)
  rmSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, CITY), city)
  if (existsSync(join(root, LOCK))) {
    const lines = readFileSync(join(root, LOCK), 'utf8').split('\n')
    writeFileSync(join(root, LOCK), lines.filter((line) => !line.includes(` ${folder}/`)).join('\n'))
  }
}

function filledIn(text: string, { name, schema, camel, pascal, title }: ServiceNames): string {
  return text
    .replaceAll('__name__', name)
    .replaceAll('__schema__', schema)
    .replaceAll('__camel__', camel)
    .replaceAll('__Pascal__', pascal)
    .replaceAll('__Title__', title)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** In a process of its own: this one has read src/city.ts before it was altered, if at all. */
function drawCityAgain(): void {
  execFileSync(process.execPath, [join(ROOT, 'tools/draw-city.ts')], { stdio: 'inherit' })
}

if (import.meta.main) {
  await runTool('new-service', async ({ words }) => {
    const name = words.find((word) => !word.startsWith('--'))
    if (name === undefined) throw new Error('Which one? npm run new-service bicycle-lending (or -- --remove bicycle-lending)')
    const names = namesOf(name)
    if (words.includes('--remove')) {
      removeService(ROOT, names)
      console.log(`src/services/${name} and its line in ${CITY} are gone`)
    } else {
      for (const file of addService(ROOT, names)) console.log(file)
      console.log(`\nNext: npm start, then http://localhost:3000/${name}. CONTRIBUTING.md says how to go on.`)
    }
    drawCityAgain()
    return []
  })
}

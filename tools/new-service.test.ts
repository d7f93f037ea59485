import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkRooms } from './check-rooms.ts'
import { namesOf } from './new-service.ts'
import { withoutPart, withPart } from './new-service/city-list.ts'
import { filesBelow, isTextFile } from './rooms/files.ts'
import { ROOT } from './tool.ts'

const run = promisify(execFile)
const NAME = 'bicycle-lending'
const FOLDER = `src/services/${NAME}`

/** A copy of the whole tree, so that the walk through CONTRIBUTING.md can be walked for real. */
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tsunagu-new-service-'))
  for (const name of ['package.json', 'tsconfig.json', 'vitest.config.ts', 'boundaries.cjs', 'src', 'cities', 'tools', 'tests', 'docs', 'bin']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Runs one of the copy's programs, as `npm run` would; its output is in the error when it fails. */
function inCopy(program: string, ...words: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, PATH: `${join(copy, 'node_modules/.bin')}:${process.env.PATH ?? ''}` }
  return run(program, [...words], { cwd: copy, env, maxBuffer: 16 * 1024 * 1024 })
}

function everyFile(): Map<string, string> {
  return new Map(filesBelow(copy).filter(isTextFile).map((file) => [file, readFileSync(join(copy, file), 'utf8')]))
}

describe('a service is added, works, and is taken out again', () => {
  test('with all its rooms, types, tests and pages; afterwards the tree is as before', async () => {
    await inCopy('node', 'tools/draw-city.ts')
    const before = everyFile()

    await inCopy('node', 'tools/new-service.ts', NAME)
    expect(readFileSync(join(copy, 'docs/city.md'), 'utf8')).toContain(`\`${NAME}.entry-added\``)
    expect(checkRooms(copy).filter((finding) => finding.file.startsWith(FOLDER))).toEqual([])
    await expectSoundTypes()
    writeFileSync(join(copy, 'tests/promises/whole-city.test.ts'), WHOLE_CITY_TEST)
    await inCopy('vitest', 'run', '--project', 'city', FOLDER, 'tests/promises/whole-city.test.ts')
    rmSync(join(copy, 'tests/promises/whole-city.test.ts'))

    await inCopy('node', 'tools/new-service.ts', '--remove', NAME)
    expect(everyFile()).toEqual(before)
  }, 180_000)

  test.each(['Bicycle', 'bicycle_lending', '-x', 'kernel', '', 'a'.repeat(41)])('"%s" is no name of a service', (name) => {
    expect(() => namesOf(name)).toThrow()
  })
})

describe('the list in src/city.ts', () => {
  const names = namesOf(NAME)
  const oneLine = "import { portal } from './services/portal/manifest.ts'\n\nexport const parts: readonly Manifest[] = [portal, plan]\n"
  const severalLines = "import { portal } from './services/portal/manifest.ts'\n\nexport const parts: readonly Manifest[] = [\n  portal,\n  plan,\n]\n"
  const empty = "import type { Manifest } from 'x'\n\nexport const parts: readonly Manifest[] = []\n"

  test.each([oneLine, severalLines, empty])('takes a part and gives it back: %j', (source) => {
    const longer = withPart(source, names)
    expect(longer).toContain(`import { bicycleLending } from './services/${NAME}/manifest.ts'`)
    expect(withoutPart(longer, names)).toBe(source)
  })

  test('a part is found wherever it stands', () => {
    const source = withPart(oneLine, names).replace('[portal, plan, bicycleLending]', '[bicycleLending, portal, plan]')
    expect(withoutPart(source, names)).toBe(oneLine)
    expect(() => withoutPart(oneLine, names)).toThrow(NAME)
  })
})

/** Faults of others' files are theirs to tell. */
async function expectSoundTypes(): Promise<void> {
  const { stdout } = await inCopy('tsc', '--noEmit', '-p', '.').catch((failed: { stdout: string }) => failed)
  expect(stdout.split('\n').filter((line) => line.startsWith(FOLDER) || line.startsWith('src/city.ts'))).toEqual([])
}

const WHOLE_CITY_TEST = `
import { expect, test } from 'vitest'
import { openTestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'
import { describedSources, staleSources } from '../../tools/describe-tables.ts'
import { ROOT } from '../../tools/tool.ts'

test('the whole city answers the new page, and its table types are what npm run tables would write', async () => {
  const city = await openTestWeb(parts)
  const answer = await city.web.inject({ url: '/${NAME}' })
  expect(answer.statusCode).toBe(200)
  expect((await city.web.inject({ url: '/' })).body).toContain('href="/${NAME}"')
  const sources = await describedSources(city.open.owner, parts)
  expect(staleSources(ROOT, sources).filter((file) => file.startsWith('${FOLDER}'))).toEqual([])
  await city.close()
})
`

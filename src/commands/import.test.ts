import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trialLedger } from '#capabilities/imports/trial-ledger.ts'
import { imports } from '../capabilities/imports/manifest.ts'
import { exportFile } from './export.ts'
import { importFile } from './import.ts'

/**
 * The commands import and export as processes of their own, with the invented ledger in place of the city's parts, on
 * an embedded database of their own: first with nobody running it, then beside a running one.
 */
const SOURCES = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'tsunagu-import-'))
/** As bin/tsunagu.js sets it: the second process finds what the first one compiled. */
const NODE_COMPILE_CACHE = join(SOURCES, '../node_modules/.cache/compiled')

interface Ended {
  readonly code: number
  readonly out: string
  readonly errors: string
}

beforeAll(() => writeFileSync(join(folder, 'program.mjs'), programOf()))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Like src/main.ts, for the two commands, with the ledger; `hold` keeps the database running. */
function programOf(): string {
  const address = (path: string) => pathToFileURL(join(SOURCES, path)).href
  return `
    import { importFile } from '${address('commands/import.ts')}'
    import { exportFile } from '${address('commands/export.ts')}'
    import { withInstallation } from '${address('commands/city-choice.ts')}'
    import { imports } from '${address('capabilities/imports/manifest.ts')}'
    import { trialLedger } from '${address('capabilities/imports/trial-ledger.ts')}'
    const parts = [imports, trialLedger({ isOffline: process.env.OFFLINE === '1' })]
    const [name, ...words] = process.argv.slice(2)
    const hold = () => withInstallation(async () => {
      console.log('open')
      await new Promise((resolve) => process.once('SIGTERM', resolve))
    }, { parts, only: ['kameyama'] })
    try {
      if (name === 'hold') await hold()
      else process.exitCode = await (name === 'import' ? importFile : exportFile)(words, parts)
    } catch (thrown) {
      console.error('tsunagu ' + name + ': ' + thrown.message)
      process.exitCode = 1
    }`
}

function run(words: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: '3961', NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE, ...variables }
  return new Promise((resolve) => {
    const options = { env, cwd: folder, encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const
    execFile(process.execPath, [join(folder, 'program.mjs'), ...words], options, (error, out, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out: out.toString('latin1'), errors: errors.toString() })
    })
  })
}

function written(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function exported(...words: string[]): Promise<unknown> {
  const { out } = await run(['export', 'ledger', ...words])
  return JSON.parse(Buffer.from(out, 'latin1').toString())
}

describe('import --dry-run', () => {
  test('prints one JSON document and nothing else, without a database', async () => {
    const file = written('dry.txt', '#ledger\na\t1\nb\t二\n')
    const { code, out, errors } = await run(['import', 'ledger', file, '--dry-run', '--json'], { OFFLINE: '1', DATA_DIR: '/nonexistent/never-made' })
    expect([code, errors]).toEqual([0, ''])
    expect(JSON.parse(Buffer.from(out, 'latin1').toString())).toEqual({
      entries: 2,
      questions: [
        {
          id: 'b/not-a-number', row: 'b', line: 3, column: '金額', kind: 'not-a-number', read: '二', proposed: '0', alternatives: ['1', '22'],
          reason: '「二」は数ではありません', reasonEn: '“二” is not a number',
        },
      ],
      ledger: [{ name: 'a', amount: '1' }, { name: 'b', amount: '0' }],
    })
  })

  test('without --json it says so in lines', async () => {
    const { out } = await run(['import', 'ledger', written('lines.txt', '#ledger\nb\tx'), '--dry-run'], { OFFLINE: '1' })
    expect(Buffer.from(out, 'latin1').toString()).toBe('b  金額: "x" → "0"  (“x” is not a number)\nlines.txt: 1 entries, 1 questions. Nothing was changed.\n')
  })
})

/** What needs no database is asked of the functions behind the commands; src/main.ts prints what they throw as a line. */
describe('what is refused', () => {
  const parts = [imports, trialLedger({ isOffline: true })]
  const file = written('sound.txt', '#ledger\na\t1')
  const locked = written('locked.txt', '#ledger')
  chmodSync(locked, 0o000)
  const cases: [string, string[], string][] = [
    ['no file', ['ledger', join(folder, 'nowhere.txt')], 'there is no file'],
    ['a folder', ['ledger', folder], 'is a folder, not a file'],
    ['no kind', [], 'name the kind of file and the file'],
    ['an unknown kind', ['atlas', file], 'there is no kind of file "atlas"; kinds: ledger'],
    ['an unknown option', ['ledger', file, '--force'], "Unknown option '--force'"],
    ['an unknown city', ['ledger', file, '--city', 'edo'], 'there is no city "edo" here; known: kameyama'],
    ['two wishes that exclude each other', ['ledger', file, '--dry-run', '--accept-proposals'], 'choose one of them'],
    ['another content', ['ledger', written('other.txt', '%PDF-1.7\n'), '--dry-run', '--json'], 'This is no ledger: line 1 says “%PDF-1.7”'],
    ['an empty file', ['ledger', written('empty.txt', ''), '--dry-run', '--json'], 'The file is empty'],
    ['a file over the limit', ['ledger', written('large.txt', Buffer.alloc(25 * 1024 * 1024 + 1)), '--dry-run'], 'is larger than 25 MB'],
    // Whoever is root may read everything.
    ...(process.getuid?.() === 0 ? [] : [['a file of somebody else', ['ledger', locked], 'may not be read by this user'] as [string, string[], string]]),
  ]
  test.each(cases)('import: %s', async (_, words, why) => {
    await expect(importFile(words, parts)).rejects.toThrow(why)
    await expect(importFile(words, parts)).rejects.toThrow(/^[^\n]+$/)
  })

  test.each([
    [['ledger', '--format', 'pdf'], 'is not written as "pdf"; formats: json, bin'],
    [['ledger', '--year', '2021'], "Unknown option '--year'"],
    [['ledger', 'more'], '"more" was not understood; options of ledger: --format --out --city --name'],
    [['atlas'], 'known: ledger'],
  ])('export %j', async (words, why) => {
    await expect(exportFile(words, parts)).rejects.toThrow(why)
  })

  test('as a process: one line on the error stream, exit code 1, nothing on the standard output', async () => {
    const { code, out, errors } = await run(['import', 'ledger', join(folder, 'other.txt'), '--dry-run', '--json'], { OFFLINE: '1' })
    expect([code, out, errors]).toEqual([1, '', 'tsunagu import: This is no ledger: line 1 says “%PDF-1.7”. Begin it with #ledger.\n'])
  })
})

/** Everything that wants a database runs in order: the later cases stand on the earlier ones. */
describe.each([['with nobody running the city', false], ['beside a running city', true]])('%s', (_, isRunning) => {
  const mark = isRunning ? 'r' : 'n'
  let close = async (): Promise<void> => {}

  beforeAll(async () => {
    if (isRunning) close = await holdOpen()
  })
  afterAll(() => close())

  test('a file is taken in for review, and the same file leads there again', async () => {
    const file = written(`${mark}1.txt`, `#ledger\n${mark}1\tx`)
    const first = await run(['import', 'ledger', file])
    const address = /http:\/\/localhost:3961\/staff\/imports\/[0-9a-f-]{36}/.exec(first.out)?.[0]
    expect([first.code, address]).toEqual([0, expect.any(String)])
    expect(first.out).toContain('1 entries, 1 questions')
    const second = await run(['import', 'ledger', file])
    expect(second.out).toContain(address)
    expect(second.out).toContain('under review since')
    expect(await exported()).not.toHaveProperty(`${mark}1`)
  })

  test('--accept-proposals applies, also what was under review, and once more when asked again', async () => {
    const { code, out } = await run(['import', 'ledger', join(folder, `${mark}1.txt`), '--accept-proposals'])
    expect([code, out]).toEqual([0, expect.stringContaining('Applied: 1 changes, 1 proposals accepted, 0 edited. See http://localhost:3961/staff')])
    expect(await exported()).toHaveProperty(`${mark}1`, '0')
    const again = await run(['import', 'ledger', join(folder, `${mark}1.txt`), '--accept-proposals', '--json'])
    expect(JSON.parse(again.out)).toMatchObject({ applied: { changes: 1, accepted: 1 } })
  })

  test.runIf(isRunning)('a refusal while applying leaves no reading behind', async () => {
    const file = written(`${mark}2.txt`, `#ledger\nCLOSED\t1\n${mark}2\t2`)
    const { code, errors } = await run(['import', 'ledger', file, '--accept-proposals'])
    expect([code, errors.trim()]).toEqual([1, 'tsunagu import: The ledger is closed'])
    const after = await run(['import', 'ledger', file])
    expect(after.out).not.toContain('under review since')
  })

  test.runIf(isRunning)('export: to the standard output, to a file, with options, and refused', async () => {
    expect(await exported('--name', `${mark}1`)).toEqual({ [`${mark}1`]: '0' })
    const binary = await run(['export', 'ledger', '--format', 'bin', '--out', join(folder, 'ledger.bin')])
    expect([binary.code, binary.out]).toEqual([0, ''])
    expect([...readFileSync(join(folder, 'ledger.bin'))]).toEqual([0, 255, 1, 254])
    expect((await run(['export', 'ledger', '--format', 'bin'])).out).toBe('\0\xff\x01\xfe')
    const refused = await run(['export', 'ledger', '--name', 'nobody', '--out', join(folder, 'none.json')])
    expect([refused.code, refused.errors.includes('This is no ledger')]).toEqual([1, true])
    const nowhere = await run(['export', 'ledger', '--out', join(folder, 'no', 'where.json')])
    expect([nowhere.code, nowhere.errors.includes('cannot be written')]).toEqual([1, true])
  })
})

/** Keeps the database open in another process, as a running city does; resolves to what ends it. */
async function holdOpen(): Promise<() => Promise<void>> {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE }
  const child = spawn(process.execPath, [join(folder, 'program.mjs'), 'hold'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return async () => {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

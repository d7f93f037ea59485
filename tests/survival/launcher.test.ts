import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '#kernel/testing/test-city.ts'
import { pause, until } from './city-process.ts'

const ROOT = join(import.meta.dirname, '../..')
let folder: string
let launcher: ChildProcess | null = null
let output = ''

/** The project as it looks to an older Node.js: the launcher believes that this one is too old, and starts another. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagu-launcher-'))
  mkdirSync(join(folder, 'bin'))
  const text = readFileSync(join(ROOT, 'bin/tsunagu.js'), 'utf8')
  writeFileSync(join(folder, 'bin/tsunagu.js'), text.replace('OLDEST_RUNTIME = 26', 'OLDEST_RUNTIME = 9_999'))
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  for (const name of ['src', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name))
})
afterEach(() => {
  if (launcher?.pid !== undefined && launcher.exitCode === null && launcher.signalCode === null) process.kill(-launcher.pid, 'SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Resolves to the process id of the real server, when it is open. */
async function start(name: string, ...words: string[]): Promise<number> {
  const { host, port, user, password } = testServer()
  const env = {
    ...process.env, PORT: '0', HOST: '127.0.0.1', DEMO: '0', DATA_DIR: join(folder, name),
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${name}_${process.pid}?host=${encodeURIComponent(host)}`,
  }
  output = ''
  // In a process group of its own, as a shell would start it.
  const child = spawn(process.execPath, [join(folder, 'bin/tsunagu.js'), 'start', ...words], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  launcher = child
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the city ended: ${output}`)
    return output.includes('Ctrl-C closes the city')
  })
  return Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const ended = () => new Promise<number | null>((resolve) => launcher?.once('exit', (code) => resolve(code)))

describe.runIf(process.platform === 'linux')('the launcher under an older Node.js', { timeout: 90_000 }, () => {
  test('takes the server along when it is killed', async () => {
    const server = await start('killed', '--jobs')
    expect(isAlive(server)).toBe(true)
    // Where nothing listens, no address is told.
    expect(output).not.toContain('http://')
    launcher?.kill('SIGKILL')
    await until(async () => !isAlive(server))
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s to the whole group, as from a terminal, ends gently', async (signal) => {
    await start(signal.toLowerCase())
    expect(output).toMatch(/http:\/\/localhost:[1-9]/)
    const end = ended()
    process.kill(-(launcher?.pid as number), signal)
    expect(await end).toBe(0)
  })

  test('a signal to the launcher alone is passed on', async () => {
    await start('alone', '--jobs')
    const end = ended()
    await pause(100)
    launcher?.kill('SIGTERM')
    expect(await end).toBe(0)
  })
})

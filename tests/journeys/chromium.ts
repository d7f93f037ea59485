import { execFileSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** A Chromium that starts on this machine, and what its surroundings must say. */
export interface Chromium {
  readonly program: string
  readonly env: Readonly<Record<string, string>>
  /** For the first line of a run: where it comes from. */
  readonly source: 'CHROMIUM_PATH' | 'system' | 'package'
}

export class NoChromiumFault extends Error {}

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const
const WHAT_TO_INSTALL = 'install one with "apt-get install chromium" or name one in CHROMIUM_PATH'

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, the system's own, or the one that the npm package
 * @sparticuz/chromium brings (Linux on x64). Throws one line that says what to install.
 */
export function findChromium(): Chromium {
  const env = { FONTCONFIG_FILE: fontsFile() }
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new NoChromiumFault(`CHROMIUM_PATH names ${named}, which is no program`)
    return { program: named, env, source: 'CHROMIUM_PATH' }
  }
  const system = SYSTEM_NAMES.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))).find(isProgram)
  if (system !== undefined) return { program: system, env, source: 'system' }
  return fromPackage(env)
}

function fromPackage(env: Readonly<Record<string, string>>): Chromium {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new NoChromiumFault(`No Chromium was found, and the package that brings one is for Linux on x64: ${WHAT_TO_INSTALL}`)
  }
  const folder = unpacked()
  const program = join(folder, 'chromium')
  if (missingLibraries(program, {}).length === 0) return { program, env, source: 'package' }
  // A bare machine has no NSS; the package brings the libraries of Amazon Linux 2023, whose C library is older than Debian 12's.
  const ownLibraries = { LD_LIBRARY_PATH: join(folder, 'lib') }
  const missing = missingLibraries(program, ownLibraries)
  if (missing.length > 0) throw new NoChromiumFault(`Chromium cannot start without ${missing.join(', ')}: ${WHAT_TO_INSTALL}`)
  return { program, env: { ...env, ...ownLibraries }, source: 'package' }
}

/** Unpacks the package's Chromium once for this user and version; two runs that start together do not disturb each other. */
function unpacked(): string {
  const packed = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../../bin')
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `tsunagu-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  const making = mkdtempSync(`${folder}-`)
  writeFileSync(join(making, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))))
  chmodSync(join(making, 'chromium'), 0o700)
  unpackArchive(join(packed, 'al2023.tar.br'), making)
  try {
    renameSync(making, folder)
  } catch {
    // Another run was quicker; its folder is as good.
    rmSync(making, { recursive: true })
  }
  return folder
}

function unpackArchive(file: string, folder: string): void {
  const archive = join(folder, 'libraries.tar')
  writeFileSync(archive, brotliDecompressSync(readFileSync(file)))
  execFileSync('tar', ['--extract', '--no-same-owner', '--file', archive, '--directory', folder])
  rmSync(archive)
}

function missingLibraries(program: string, env: Readonly<Record<string, string>>): string[] {
  const listing = execFileSync('ldd', [program], { encoding: 'utf8', env: { ...process.env, ...env } })
  return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] as string)
}

/** Japanese must not depend on the machine's fonts: the pages are drawn with the font that the PDFs embed. */
function fontsFile(): string {
  const fonts = join(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udgothic/package.json'), '..')
  const folder = join(tmpdir(), `tsunagu-fonts-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'fonts.conf')
  const aliases = ['sans-serif', 'serif', 'monospace'].map((name) => `<alias binding="strong"><family>${name}</family><prefer><family>BIZ UDGothic</family></prefer></alias>`)
  const lines = ['<?xml version="1.0"?>', '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">', '<fontconfig>', `<dir>${fonts}</dir>`, `<cachedir>${folder}</cachedir>`, ...aliases, '</fontconfig>']
  writeFileSync(`${file}.${process.pid}`, `${lines.join('\n')}\n`)
  renameSync(`${file}.${process.pid}`, file)
  return file
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

import { readFileSync, statSync, type Stats } from 'node:fs'
import { basename, resolve } from 'node:path'
import { commandLineActor, type FileReading, type ImportedFile, type ImportQuestion, type ImportRefusal } from '#capabilities/imports/importer.ts'
import { applyWithProposals, bringFile, findImporter, importersOf, reviewPathOf, tryReading, tryReadingOffline } from '#capabilities/imports/imports.ts'
import { IMPORT_LIMITS } from '#capabilities/imports/limits.ts'
import type { OwnedImporter } from '#capabilities/imports/model.ts'
import type { City } from '#kernel/city/city.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { officialVoice, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { parts as cityParts } from '../city.ts'
import { chosenCity, chosenFolder, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { environment, optionsIn } from './environment.ts'

export const importCommand: Command = {
  usage: 'import KIND FILE [--dry-run] [--json] [--accept-proposals]',
  says: 'reads a file such as a plan; its questions are answered in the browser, or its proposals accepted',
  run: (words) => importFile(words, cityParts),
}

interface Wishes {
  readonly isDryRun: boolean
  readonly isJson: boolean
  readonly acceptsProposals: boolean
}

/** `import` with the importers of any parts; resolves to the exit code, throws an error of one line. */
export async function importFile(words: readonly string[], parts: readonly Manifest[]): Promise<number> {
  const { options, rest } = optionsIn(words, { city: 'string', 'dry-run': 'boolean', json: 'boolean', 'accept-proposals': 'boolean' })
  const [kind, path, ...others] = rest
  const known = importersOf(parts).map(({ importer }) => importer.name).join(', ') || 'none'
  if (kind === undefined || path === undefined || others.length > 0) {
    throw new Error(`name the kind of file and the file, e.g. tsunagu import plan report.txt; kinds: ${known}`)
  }
  const owned = findImporter(parts, kind)
  if (owned === undefined) throw new Error(`there is no kind of file "${kind}"; kinds: ${known}`)
  const wishes = { isDryRun: options['dry-run'] === true, isJson: options.json === true, acceptsProposals: options['accept-proposals'] === true }
  if (wishes.isDryRun && wishes.acceptsProposals) throw new Error('--dry-run changes nothing, --accept-proposals applies: choose one of them')
  const file = fileAt(path)
  const city = chosenFolder(options.city)
  if (wishes.isDryRun) await dryRun(owned, city, file, parts, wishes)
  else await withInstallation((installation) => bring(chosenCity(installation, city.key), owned, file, wishes), { parts, only: [city.key] })
  return 0
}

/** Reads the file whole; what is no readable file is refused with its reason. */
function fileAt(path: string): ImportedFile {
  const full = resolve(path)
  let found: Stats
  try {
    found = statSync(full)
    if (found.isDirectory()) throw new Error(`${path} is a folder, not a file`)
    if (found.size > IMPORT_LIMITS.fileBytes) throw new Error(`${path} is larger than ${IMPORT_LIMITS.fileBytes / 1024 / 1024} MB`)
    return { fileName: basename(full), bytes: readFileSync(full) }
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Error(`there is no file ${path}`, { cause: thrown })
    if (code === 'EACCES' || code === 'EPERM') throw new Error(`${path} may not be read by this user`, { cause: thrown })
    throw thrown
  }
}

async function dryRun(owned: OwnedImporter, city: City, file: ImportedFile, parts: readonly Manifest[], wishes: Wishes): Promise<void> {
  const read =
    (await tryReadingOffline(owned, city, file)) ??
    (await withInstallation(
      (installation) => chosenCity(installation, city.key).database.read('imports', commandLineActor, (tx) => tryReading(tx, owned, file)),
      { parts, only: [city.key] },
    ))
  if (!read.ok) throw new Error(lineOf(read))
  if (wishes.isJson) console.log(JSON.stringify(documentOf(owned, read), null, 2))
  else {
    for (const question of read.questions) console.log(questionLine(question))
    console.log(`${file.fileName}: ${countsOf(read)}. Nothing was changed.`)
  }
}

/** The counts by name, the questions, and under the importer's name the document with every proposal in it. */
function documentOf({ importer }: OwnedImporter, read: FileReading<unknown>): Record<string, unknown> {
  return {
    ...Object.fromEntries(read.counts.map(({ name, count }) => [name, count])),
    questions: read.questions.map(questionOf),
    [importer.name]: read.document,
  }
}

function questionOf({ id, row, line, column, kind, read, proposed, alternatives, choices, reason }: ImportQuestion): Record<string, unknown> {
  const reasons = { reason: officialVoice.plain(reason.phrase, reason.values), reasonEn: english.plain(reason.phrase, reason.values) }
  return { id, row, line, column, kind, read, proposed, alternatives, ...(choices === undefined ? {} : { choices }), ...reasons }
}

async function bring(open: OpenCity, owned: OwnedImporter, file: ImportedFile, wishes: Wishes): Promise<void> {
  // Thrown errors roll everything back, so a refusal after the file was taken in leaves nothing behind.
  const report = await open.database.act('imports', commandLineActor, async (tx) => {
    const taken = await bringFile(tx, owned, file)
    if (taken.kind === 'refused') throw new Error(lineOf(taken.refusal))
    const reading = taken.kind === 'known' ? taken.earlier.id : taken.readingId
    const found = taken.kind === 'known' ? `${taken.earlier.questions} questions, under review since ${minuteOf(taken.earlier.readAt)}` : countsOf(taken.reading)
    const review = `${originOf(open.city)}${reviewPathOf(reading)}`
    if (!wishes.acceptsProposals) return { reading, review, found, applied: null }
    const outcome = await applyWithProposals(tx, owned, reading)
    if (outcome.kind === 'refused') throw new Error(lineOf(outcome.refusal))
    if (outcome.kind === 'differs') throw new Error(`the city has changed since the file was read; nothing was applied. See ${review}/read-again`)
    if (outcome.kind !== 'applied') throw new Error(`somebody else is working on this file; nothing was applied. See ${review}`)
    const { path, changes, progress } = outcome
    return { reading, review, found, applied: { page: `${originOf(open.city)}${path}`, changes, ...progress } }
  })
  if (wishes.isJson) console.log(JSON.stringify(report, null, 2))
  else console.log(`${file.fileName}: ${report.found}. ${report.applied === null ? `Answer the questions at ${report.review}` : appliedLine(report.applied)}`)
}

interface AppliedReport {
  readonly page: string
  readonly changes: number
  readonly accepted: number
  readonly edited: number
  readonly skipped: number
}

function appliedLine({ page, changes, accepted, edited, skipped }: AppliedReport): string {
  const later = skipped > 0 ? `, ${skipped} left for later` : ''
  return `Applied: ${changes} changes, ${accepted} proposals accepted, ${edited} edited${later}. See ${page}`
}

function countsOf({ counts, questions }: FileReading<unknown>): string {
  return [...counts.map(({ name, count }) => `${count} ${name}`), `${questions.length} questions`].join(', ')
}

function questionLine({ row, column, read, proposed, reason }: ImportQuestion): string {
  return `${row}  ${column}: ${JSON.stringify(read)} → ${JSON.stringify(proposed)}  (${english.plain(reason.phrase, reason.values)})`
}

/** As the city is reached from this machine when it runs with the same environment. */
function originOf(city: City): string {
  return `http://${city.isDefault ? 'localhost' : city.hosts[0]}:${environment().port}`
}

const english = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })

function lineOf({ phrase, values }: ImportRefusal): string {
  return english.plain(phrase, values).replace(/\s*\n\s*/g, ' ')
}

import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExportedFile } from '#capabilities/imports/exporter.ts'
import { commandLineActor } from '#capabilities/imports/importer.ts'
import { exportersOf, type OwnedExporter } from '#capabilities/imports/imports.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { Voice } from '#kernel/text/text.ts'
import { parts as cityParts } from '../city.ts'
import { chosenCity, chosenFolder, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'

export const exportCommand: Command = {
  usage: 'export KIND [--format FORMAT] [--year YEAR] [--out FILE]',
  says: 'writes what a service holds, such as the plan, to a file or to the standard output',
  run: (words) => exportFile(words, cityParts),
}

/** `export` with the exporters of any parts; resolves to the exit code, throws an error of one line. */
export async function exportFile(words: readonly string[], parts: readonly Manifest[]): Promise<number> {
  const known = exportersOf(parts).map(({ exporter }) => exporter.name).join(', ') || 'none'
  const [kind] = words
  const owned = exportersOf(parts).find(({ exporter }) => exporter.name === kind)
  if (owned === undefined) throw new Error(`name what to export first, e.g. tsunagu export plan --format json; known: ${known}`)
  const { exporter } = owned
  const own = Object.keys(exporter.options ?? {})
  const { options, rest } = optionsIn(words.slice(1), { city: 'string', format: 'string', out: 'string', ...Object.fromEntries(own.map((name) => [name, 'string' as const])) })
  if (rest.length > 0) throw new Error(`"${rest[0]}" was not understood; options of ${exporter.name}: ${['format', 'out', 'city', ...own].map((name) => `--${name}`).join(' ')}`)
  const format = typeof options.format === 'string' ? options.format : exporter.formats[0]
  if (!exporter.formats.includes(format)) throw new Error(`${exporter.name} is not written as "${format}"; formats: ${exporter.formats.join(', ')}`)
  const chosen = Object.fromEntries(own.flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]]] : [])))
  const city = chosenFolder(options.city)
  const written = await withInstallation(
    (installation) => write(owned, chosenCity(installation, city.key), { format, options: chosen }),
    { parts, only: [city.key] },
  )
  if (typeof options.out === 'string') saveAs(options.out, written)
  else await print(written)
  return 0
}

async function write(
  { owner, exporter }: OwnedExporter,
  open: ReturnType<typeof chosenCity>,
  wishes: Parameters<OwnedExporter['exporter']['write']>[1],
): Promise<ExportedFile> {
  const written = await open.database.read(owner, commandLineActor, (tx) => exporter.write(tx, wishes))
  if ('body' in written) return written
  const voice = new Voice({ language: 'en', hasFurigana: false, textSize: 'standard' })
  throw new Error(voice.plain(written.phrase, written.values).replace(/\s*\n\s*/g, ' '))
}

/** The file appears whole or not at all. */
function saveAs(out: string, { body }: ExportedFile): void {
  const file = resolve(out)
  const unfinished = `${file}.${process.pid}.part`
  try {
    writeFileSync(unfinished, body)
    renameSync(unfinished, file)
  } catch (thrown) {
    rmSync(unfinished, { force: true })
    throw new Error(`${out} cannot be written: ${(thrown as Error).message}`, { cause: thrown })
  }
  console.error(`${out}: ${Buffer.byteLength(body)} bytes`)
}

async function print({ fileName, body }: ExportedFile): Promise<void> {
  if (process.stdout.isTTY && Buffer.isBuffer(body)) throw new Error(`this is no text for a terminal; give it a file with --out ${fileName}`)
  await new Promise<void>((resolve, reject) => process.stdout.write(body, (failed) => (failed ? reject(failed) : resolve())))
}

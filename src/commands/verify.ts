import { resolve } from 'node:path'
import { verifyArchive } from '#kernel/archive/archive.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { sealFacts, verifyChain, type BrokenFact, type ChainReport, type CheckProgress } from '#kernel/facts/chain.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'

const PROGRESS_MS = 3_000

export const verify: Command = {
  usage: 'verify [FILE] [--json]',
  says: 'checks the chain of facts of every city, or a backup file; exit code 1 when anything was altered or is missing',
  run: async (words) => {
    const { options, rest } = optionsIn(words, { json: 'boolean' })
    if (rest[0] !== undefined) return verifyFile(resolve(rest[0]))
    return withInstallation(async (installation) => {
      let isSound = true
      const results = []
      for (const open of installation.cities) {
        await sealFacts(open.database)
        const report = await verifyChain(open.database, { progress: told(open) })
        results.push({ city: open.city.key, ...report })
        if (report.broken.length > 0) isSound = false
        if (options.json !== true) tell(open, report)
      }
      if (options.json === true) console.log(JSON.stringify({ isSound, cities: results }, null, 2))
      return isSound ? 0 : 1
    })
  },
}

async function verifyFile(file: string): Promise<number> {
  const manifest = await verifyArchive(file)
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0)
  console.log(`${file}: whole; ${rows} rows of ${manifest.tables.length} tables of municipality ${manifest.city}, written ${manifest.createdAt}`)
  return 0
}

/** A long check says every few seconds how far it is, on the error stream: what it found stays alone on the other. */
function told(open: OpenCity): CheckProgress {
  let saidAt = performance.now()
  return (checked, total) => {
    if (performance.now() - saidAt < PROGRESS_MS) return
    saidAt = performance.now()
    console.error(`  ${open.city.name}: ${checked.toLocaleString('en')} of ${total.toLocaleString('en')} facts checked`)
  }
}

function tell(open: OpenCity, { length, broken, unnamed }: ChainReport): void {
  if (broken.length === 0) console.log(`${open.city.name}: ${length} facts, chain sound`)
  for (const place of broken) console.log(`${open.city.name}: ${sentenceOf(place)}`)
  if (unnamed > 0) console.log(`${open.city.name}: and ${unnamed} more places`)
}

function sentenceOf(place: BrokenFact): string {
  switch (place.kind) {
    case 'altered':
      return `fact ${place.position} (${place.name}, ${place.id}) was altered`
    case 'missing-before':
      return `before fact ${place.position} (${place.name}) at least one fact is missing`
    case 'missing-at-end':
      return `the end of the chain is missing: ${place.position} facts were sealed`
    default:
      return assertNever(place.kind)
  }
}

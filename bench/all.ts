import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generator } from './load.ts'
import { machine, ROUNDS, type Result } from './measure.ts'
import { measurePageCache } from './page-cache.bench.ts'
import { measureReport } from './report.bench.ts'
import { measureRounds } from './rounds.bench.ts'
import { measureStart } from './start.bench.ts'
import { measureTransaction } from './transaction.bench.ts'
import { measureUncached } from './uncached.bench.ts'

/** `npm run bench`: measures everything, one after the other, and writes bench/RESULTS.md. */
const results: Result[] = [
  await measurePageCache(),
  await measureUncached(),
  await measureTransaction(),
  ...(await measureStart()),
  ...(await measureReport()),
  await measureRounds(),
]

const lines = results.map((each) => `| ${each.what} | ${each.ours} | ${each.against} | ${each.ratio} | ${each.reach} | ${each.isReached ? 'yes' : '**no**'} |`)
const table = ['| what | ours | against | ratio | reach | reached |', '|---|---|---|---|---|---|', ...lines]
const day = Temporal.Now.plainDateISO('Asia/Tokyo').toString()
const heading = `# What was measured\n\nMedians of ${ROUNDS} rounds, the variants in turn, by \`npm run bench\`.\n\n## ${day}, ${machine()}, load by ${generator}\n\n`
writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${heading}${table.join('\n')}\n`)
console.log(table.join('\n'))
process.exit(0)

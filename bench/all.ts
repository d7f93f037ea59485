import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureApplications } from './applications.bench.ts'
import { measureFacts } from './facts.bench.ts'
import { measureFullText } from './full-text.bench.ts'
import { measureGarbageSearch } from './garbage-search.bench.ts'
import { measureIndicators } from './indicators.bench.ts'
import { generator } from './load.ts'
import { measureMail } from './mail.bench.ts'
import { machine, ROUNDS, type Result } from './measure.ts'
import { measurePageCache } from './page-cache.bench.ts'
import { measureRegisterSearch } from './register-search.bench.ts'
import { measureReport } from './report.bench.ts'
import { measureRounds } from './rounds.bench.ts'
import { measureStart } from './start.bench.ts'
import { measureTransaction } from './transaction.bench.ts'
import { measureUncached } from './uncached.bench.ts'

const MEASURES: readonly (() => Promise<Result | readonly Result[]>)[] = [
  measurePageCache, measureUncached, measureTransaction, measureStart, measureReport, measureGarbageSearch, measureRounds,
  measureFullText, measureIndicators, measureFacts, measureMail, measureRegisterSearch, measureApplications,
]

/** `npm run bench`: measures everything, one after the other, and writes bench/RESULTS.md after each. */
const results: Result[] = []
for (const measure of MEASURES) {
  results.push(...[await measure()].flat())
  writeResults(results)
}
console.log(tableOf(results))
process.exit(0)

const RESULTS = join(import.meta.dirname, 'RESULTS.md')
/** What other commands measured stands below this heading, and stays. */
const OTHERS = '## By commands of their own'

function writeResults(sofar: readonly Result[]): void {
  const day = Temporal.Now.plainDateISO('Asia/Tokyo').toString()
  const heading = `# What was measured\n\nMedians of ${ROUNDS} rounds, the variants in turn, by \`npm run bench\`.\n\n## ${day}, ${machine()}, load by ${generator}\n\n`
  const [, others] = readFileSync(RESULTS, 'utf8').split(OTHERS)
  writeFileSync(RESULTS, `${heading}${tableOf(sofar)}\n${others === undefined ? '' : `\n${OTHERS}${others}`}`)
}

function tableOf(listed: readonly Result[]): string {
  const lines = listed.map((each) => `| ${each.what} | ${each.ours} | ${each.against} | ${each.ratio} | ${each.reach} | ${each.isReached ? 'yes' : '**no**'} |`)
  return ['| what | ours | against | ratio | reach | reached |', '|---|---|---|---|---|---|', ...lines].join('\n')
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor, visitorActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { find } from '../src/capabilities/search/find.ts'
import { search } from '../src/capabilities/search/manifest.ts'
import { staffIdentity } from '../src/capabilities/staff-identity/manifest.ts'
import { CityIndex, indexOf } from '../src/capabilities/search/postings/city-index.ts'
import { readQuery } from '../src/capabilities/search/rules/query.ts'
import { writeDocuments } from '../src/capabilities/search/store/documents.ts'
import { listIndexed } from '../src/capabilities/search/store/index-rows.ts'
import { raiseEdition } from '../src/capabilities/search/store/edition.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { startGroonga, type Groonga } from './groonga.ts'
import { diceOf, inventedTexts } from './invented-city-texts.ts'
import { interleaved, median, milliseconds, round2, ROUNDS, type Result } from './measure.ts'

const DOCUMENTS = 100_000
const CHARACTERS = 500
const WORDS = 100
const LENGTHS = [2, 3, 6]
const BEST = 20
const DOCUMENTS_BY_STEP = 500
const EVERYONE = ['everyone']

/**
 * Finding words of 2, 3 and 6 characters among 100,000 documents, as a page of the city waits for it: our whole answer
 * (the index, then a transaction that checks audience and edition and brings the best 20 with title and text) against
 * Groonga's over HTTP with the same columns, which checks nobody's permissions; what is found against a substring search.
 */
export async function measureFullText(): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-full-text-'))
  const groonga = await startGroonga()
  const told = (step: string) => console.error(`full text: ${step}`)
  const installation = await openBenchInstallation({ dataDir, parts: [staffIdentity, search], isDemo: false })
  try {
    const database = installation.cities[0]?.database as CityDatabase
    told('writing documents')
    await write(database, [...inventedTexts(DOCUMENTS, CHARACTERS, 7)])
    const folded = await readFolded(database)
    told('loading Groonga')
    await groonga?.load(folded.map((body, index) => ({ title: titleOf(index), body })))
    told('building the index')
    const rebuilt = await measureRebuild(database)
    await indexOf(database).rebuild()
    const results: Result[] = []
    for (const length of LENGTHS) results.push(await measureWords(database, groonga, folded, length))
    return [...results, rebuilt]
  } finally {
    await groonga?.stop()
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function write(database: CityDatabase, texts: readonly string[]): Promise<void> {
  for (let from = 0; from < texts.length; from += DOCUMENTS_BY_STEP) {
    const documents = texts.slice(from, from + DOCUMENTS_BY_STEP).map((text, index) => ({
      key: String(from + index), title: titleOf(from + index), text, href: '/', audience: 'everyone' as const,
    }))
    await database.act('search', systemActor, async (tx) => writeDocuments(tx, 'bench', await raiseEdition(tx), documents))
  }
}

function titleOf(index: number): string {
  return `文書${index}`
}

/** The texts as they are compared: what both sides search, and the truth. */
async function readFolded(database: CityDatabase): Promise<string[]> {
  const texts: string[] = []
  await database.read('search', systemActor, async (tx) => {
    for (let last = 0; texts.length < DOCUMENTS; ) {
      const rows = await listIndexed(tx, last, DOCUMENTS_BY_STEP)
      for (const { foldedText } of rows) texts.push(foldedText)
      last = rows.at(-1)?.id ?? last
    }
  })
  return texts
}

/** The index is lost and built anew from the database, in slices, as it is in a city that answers meanwhile. */
async function measureRebuild(database: CityDatabase): Promise<Result> {
  const seconds: number[] = []
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const index = new CityIndex(database)
    seconds.push((await milliseconds(() => index.rebuild())) / 1_000)
    bytes = index.state.bytes
  }
  const took = median(seconds)
  return {
    what: `a lost index of ${DOCUMENTS} documents rebuilt from the database, s`,
    ours: `${round2(took)} (${Math.round(bytes / 1e6)} MB)`, against: '–', ratio: '–', reach: '≤ 30 s', isReached: took <= 30,
  }
}

interface Times {
  readonly whole: number[]
  readonly index: number[]
  readonly groonga: number[]
  readonly groongaInside: number[]
}

async function measureWords(database: CityDatabase, groonga: Groonga | null, folded: readonly string[], length: number): Promise<Result> {
  const words = wordsIn(folded, length)
  const truth = words.map((word) => folded.reduce((count, text) => count + Number(text.includes(word)), 0))
  const times: Times = { whole: [], index: [], groonga: [], groongaInside: [] }
  const wrong = { ours: 0, theirs: 0 }
  const each = async (work: (word: string, expected: number) => Promise<void>) => {
    for (const [index, word] of words.entries()) await work(word, truth[index] as number)
    return 0
  }
  await interleaved({
    ours: () => each(async (word, expected) => {
      wrong.ours += Number((await askOurs(database, word, times)) !== expected)
    }),
    groonga: () => each(async (word, expected) => {
      if (groonga !== null) wrong.theirs += Number((await askGroonga(groonga, word, times)) !== expected)
    }),
  })
  return resultOf(length, times, { wrong, hits: median(truth), isCompared: groonga !== null })
}

async function askOurs(database: CityDatabase, word: string, times: Times): Promise<number> {
  const query = readQuery(word)
  let count = 0
  times.whole.push(await milliseconds(() => database.read('search', visitorActor, async (tx) => {
    const { groups } = await find(tx, database, { query, audiences: EVERYONE, kind: null, best: BEST })
    count = groups[0]?.count ?? 0
  })))
  const words = query.words.map(({ forms }) => ({ forms, errors: 0 }))
  const before = performance.now()
  indexOf(database).find({ words, audiences: EVERYONE, kind: null, best: BEST })
  times.index.push(performance.now() - before)
  return count
}

async function askGroonga(groonga: Groonga, word: string, times: Times): Promise<number> {
  const before = performance.now()
  const { count, insideMs } = await groonga.search(word)
  times.groonga.push(performance.now() - before)
  times.groongaInside.push(insideMs)
  return count
}

function resultOf(length: number, times: Times, { wrong, hits, isCompared }: { wrong: { ours: number; theirs: number }; hits: number; isCompared: boolean }): Result {
  const printed = (values: readonly number[]) => `${round2(percentile(values, 50))} / ${round2(percentile(values, 99))}`
  const [p50, p99] = [50, 99].map((share) => percentile(times.whole, share) / percentile(times.groonga, share)) as [number, number]
  return {
    what: `words of ${length} characters in ${DOCUMENTS} documents of ${CHARACTERS} (median ${hits} hits), count and best ${BEST}, ms p50 / p99`,
    ours: `${printed(times.whole)} with the rows from the database and their audience checked; index alone ${printed(times.index)}; ${wrong.ours} wrong counts`,
    against: isCompared ? `Groonga over HTTP ${printed(times.groonga)}, inside ${printed(times.groongaInside)}; ${wrong.theirs} wrong counts` : 'Groonga is not installed (Debian package groonga-bin)',
    ratio: isCompared ? `${round2(p50)} / ${round2(p99)}` : '–',
    reach: 'p50 ≤ 1, p99 ≤ 2, no wrong count',
    isReached: isCompared && p50 <= 1 && p99 <= 2 && wrong.ours === 0,
  }
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * share) / 100))] ?? Number.NaN
}

/** Words of kana and kanji as they stand somewhere, the same every time. */
function wordsIn(folded: readonly string[], length: number): string[] {
  const dice = diceOf(length)
  const words = new Set<string>()
  while (words.size < WORDS) {
    const text = folded[dice(folded.length)] as string
    const word = text.slice(dice(text.length - length)).slice(0, length)
    // A word that folding or the reading of dates would widen has another truth.
    if (/^[ぁ-ゖ一-龠]+$/.test(word) && isTakenAsItStands(word)) words.add(word)
  }
  return [...words]
}

function isTakenAsItStands(word: string): boolean {
  const { words } = readQuery(word)
  return words.length === 1 && words[0]?.forms.join() === word
}

if (import.meta.main) {
  console.log(await measureFullText())
  process.exit(0)
}

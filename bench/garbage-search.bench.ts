import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '#capabilities/documents/csv.ts'
import type { Item } from '../src/services/garbage-guide/model.ts'
import { INVENTED_CLASSES, MANY_INVENTED_ITEMS } from '../src/services/garbage-guide/rules/invented-items.ts'
import { itemOf, readItemRows } from '../src/services/garbage-guide/rules/item-rows.ts'
import { searchKeysOf } from '../src/services/garbage-guide/rules/search-keys.ts'
import { buildItemIndex, foldSearch } from '../src/services/garbage-guide/rules/search.ts'
import { interleaved, median, ROUNDS, round2, type Result } from './measure.ts'

const ITEMS = join(import.meta.dirname, '../cities/kameyama/garbage/items.csv')
const ENOUGH_ITEMS = 600
const QUERIES = 1_000
const MICROSECONDS = 1_000
const LIMIT_MILLISECONDS = 2

/**
 * The search of the garbage guide against looking through the same folded words one by one: the same words typed, the
 * folding of what was typed within both. The plain look-through finds no slips, does not rank and keeps no order.
 */
export async function measureGarbageSearch(): Promise<Result[]> {
  const { items, name } = itemsToSearch()
  const typed = wordsTyped(items)
  const index = buildItemIndex(items)
  const { keys } = searchKeysOf(items)
  const finders = {
    ours: (word: string) => index.search(word).length,
    plain: (word: string) => {
      const folded = foldSearch(word)
      return new Set(keys.filter(({ text }) => text.includes(folded)).map(({ item }) => item)).size
    },
  }
  const tails = { ours: [] as number[], plain: [] as number[] }
  const variant = (finder: keyof typeof finders) => async () => {
    const times = timesOf(typed, finders[finder])
    tails[finder].push(percentile(times, 0.99))
    return percentile(times, 0.5)
  }
  // Once unmeasured: a city that has just started is not what is compared.
  for (const word of typed) finders.ours(word)
  const halves = await interleaved({ ours: variant('ours'), plain: variant('plain') }, ROUNDS)
  const what = `garbage search over ${name}, µs`
  return [
    resultOf(`${what}, p50`, median(halves.ours), median(halves.plain), LIMIT_MILLISECONDS),
    resultOf(`${what}, p99`, median(tails.ours), median(tails.plain)),
  ]
}

/** The city's own items once there are enough of them, else invented ones. */
function itemsToSearch(): { readonly items: readonly Item[]; readonly name: string } {
  const items = existsSync(ITEMS) ? cityItems() : []
  if (items.length >= ENOUGH_ITEMS) return { items, name: `the city's ${items.length} items` }
  return { items: MANY_INVENTED_ITEMS, name: `${MANY_INVENTED_ITEMS.length} invented items` }
}

function cityItems(): readonly Item[] {
  const csv = readCsv(readFileSync(ITEMS))
  if (!csv.ok) throw new Error(`${ITEMS}: ${csv.reason}`)
  const [heading = [], ...rows] = csv.rows
  const valuesOf = (column: string) => [...new Set(rows.map((row) => row[heading.indexOf(column)] ?? ''))]
  const [some] = INVENTED_CLASSES
  if (!some) throw new Error('There are no invented classes')
  const classes = valuesOf('class').map((key) => ({ ...some, key }))
  const dangers = valuesOf('danger').map((key) => ({ key, title: some.name, body: some.how }))
  const reading = readItemRows(csv.rows, { classes, dangers })
  if (!reading.ok) throw new Error(`${ITEMS}: ${reading.reason}`)
  return reading.drafts.flatMap((draft) => itemOf(draft) ?? [])
}

/** What people type for every item in turn: beginnings, readings, pieces, other languages, and a slip of the hand. */
function wordsTyped(items: readonly Item[]): readonly string[] {
  const words = items.flatMap(({ name, reading, aliases }, place) => [
    name.ja.slice(0, 2 + (place % 3)),
    reading,
    reading.slice(1, 4),
    aliases[0] ?? name.ja,
    name.pt,
    name.ja.slice(0, 1) + name.ja.slice(2),
  ])
  const step = Math.max(1, Math.floor(words.length / QUERIES))
  return words.filter((word, place) => word !== '' && place % step === 0)
}

function timesOf(words: readonly string[], find: (word: string) => number): readonly number[] {
  return words.map((word) => {
    const before = performance.now()
    find(word)
    return performance.now() - before
  })
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Times in microseconds; without a limit, what is to be reached stays open. */
function resultOf(what: string, ours: number, plain: number, limitMilliseconds = Infinity): Result {
  return {
    what,
    ours: String(Math.round(ours * MICROSECONDS)),
    against: `${Math.round(plain * MICROSECONDS)} (looking through all words)`,
    ratio: round2(ours / plain),
    reach: Number.isFinite(limitMilliseconds) ? `≤ ${limitMilliseconds} ms` : '–',
    isReached: ours <= limitMilliseconds,
  }
}

if (import.meta.main) {
  console.log(await measureGarbageSearch())
  process.exit(0)
}

/**
 * How the texts of neighbouring columns sound. 取組実績 ends in 「行った。」, 成果と課題 in 「必要がある。」, 目的 in 「図る。」: a
 * naive Bayes over runs of three characters near the end of a text, learned from the rows of the same table whose
 * columns are beyond doubt. It only nudges: it decides between columns that look alike otherwise.
 */
export class Wording {
  readonly #columns: readonly string[]
  readonly #counts: ReadonlyMap<string, Map<string, number>>
  readonly #totals = new Map<string, number>()
  // A damaged row is read in several ways, each of which asks about the same texts.
  readonly #known = new Map<string, ReadonlyMap<string, number>>()

  constructor(columns: readonly string[]) {
    this.#columns = columns
    this.#counts = new Map(columns.map((column) => [column, new Map<string, number>()]))
  }

  learn(column: string, text: string): void {
    const counts = this.#counts.get(column)
    if (!counts) return
    this.#known.clear()
    for (const run of runsOf(text)) counts.set(run, (counts.get(run) ?? 0) + 1)
    this.#totals.set(column, (this.#totals.get(column) ?? 0) + 1)
  }

  /** For each known column how unlikely the text is there: 0 for the likeliest, up to 1. Empty before any lesson. */
  doubts(text: string): ReadonlyMap<string, number> {
    const known = this.#known.get(text)
    if (known) return known
    const doubts = this.#judge(text)
    this.#known.set(text, doubts)
    return doubts
  }

  #judge(text: string): ReadonlyMap<string, number> {
    const learned = this.#columns.filter((column) => (this.#totals.get(column) ?? 0) >= LESSONS_NEEDED)
    if (learned.length < 2 || text.length < 4) return new Map()
    const runs = runsOf(text)
    const scores = learned.map((column) => this.#score(column, runs))
    const best = Math.max(...scores)
    // Temperature: neighbouring runs are not independent, so their evidence counts for less than their number.
    const weights = scores.map((score) => Math.exp((score - best) / (TEMPERATURE * Math.sqrt(runs.length))))
    return new Map(learned.map((column, index) => [column, 1 - (weights[index] as number)]))
  }

  #score(column: string, runs: readonly string[]): number {
    const counts = this.#counts.get(column) as Map<string, number>
    const total = this.#totals.get(column) as number
    let score = 0
    for (const run of runs) score += Math.log(((counts.get(run) ?? 0) + SMOOTHING) / (total + 2 * SMOOTHING))
    return score
  }
}

const LESSONS_NEEDED = 3
const SMOOTHING = 0.3
const TEMPERATURE = 1.5
/** Characters at the end of a text that are listened to: the last sentence says what kind of text it is. */
const LISTENED_CHARACTERS = 30

function runsOf(text: string): readonly string[] {
  const end = text.slice(-LISTENED_CHARACTERS)
  const runs = new Set<string>()
  for (let index = 0; index + 3 <= end.length; index++) runs.add(end.slice(index, index + 3))
  return [...runs]
}

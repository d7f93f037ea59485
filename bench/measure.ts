import { cpus, totalmem } from 'node:os'

/** One line of bench/RESULTS.md. */
export interface Result {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly ratio: string
  readonly reach: string
  readonly isReached: boolean
}

/** Fewest rounds that a median is taken over. */
export const ROUNDS = 5

/** Runs the variants in turn, round by round, so that a slow minute of the machine hits all of them. */
export async function interleaved<Name extends string>(
  variants: Readonly<Record<Name, () => Promise<number>>>,
  rounds = ROUNDS,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(variants) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds; round++) {
    // Every other round in reverse: who comes second on a warm machine has no lasting advantage.
    for (const name of round % 2 === 0 ? names : names.toReversed()) samples[name].push(await variants[name]())
  }
  return samples
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Median of the ratios of the rounds: the two of one round met the same weather. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, index) => value / (theirs[index] as number)))
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.versions.node}, ${process.platform}`
}

export const round2 = (value: number): string => value.toFixed(2)
export const thousands = (value: number): string => Math.round(value).toLocaleString('en')

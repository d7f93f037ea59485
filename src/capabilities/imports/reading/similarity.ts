import { foldForComparison } from '#kernel/values/text-forms.ts'

/** Text without what prints alike: width, case, spaces and the many dashes. For comparing only, never for storing. */
export function foldText(text: string): string {
  return foldForComparison(text).toLowerCase().replaceAll(' ', '')
}

/** How alike two texts are by their pairs of characters (Sørensen–Dice): 0 nothing in common, 1 the same pairs. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1
  if (left.length < 2 || right.length < 2) return 0
  const counts = new Map<string, number>()
  for (let index = 0; index < left.length - 1; index++) {
    const pair = left.slice(index, index + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let index = 0; index < right.length - 1; index++) {
    const pair = right.slice(index, index + 2)
    const remaining = counts.get(pair) ?? 0
    if (remaining === 0) continue
    counts.set(pair, remaining - 1)
    common++
  }
  return (2 * common) / (left.length + right.length - 2)
}

/** Whether one inserted, removed or replaced character turns one text into the other. Linear. */
export function differsByOneCharacter(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false
  let from = 0
  while (from < left.length && from < right.length && left[from] === right[from]) from++
  const restLeft = left.slice(left.length <= right.length && left.length !== right.length ? from : from + 1)
  const restRight = right.slice(right.length <= left.length && left.length !== right.length ? from : from + 1)
  return restLeft === restRight
}

export interface TextDifference {
  readonly from: number
  readonly left: string
  readonly right: string
}

/** The one stretch in which two texts differ: what lies between their common start and their common end. */
export function differenceOf(left: string, right: string): TextDifference {
  const shorter = Math.min(left.length, right.length)
  let from = 0
  while (from < shorter && left[from] === right[from]) from++
  let tail = 0
  while (tail < shorter - from && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++
  return { from, left: left.slice(from, left.length - tail), right: right.slice(from, right.length - tail) }
}

/** Positions of a longest rising run of values (not necessarily adjacent): what is outside it stands out of order. */
export function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) <= value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  }
  const inRise = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number) inRise.add(index)
  return inRise
}

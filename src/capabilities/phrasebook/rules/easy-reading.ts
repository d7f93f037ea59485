import { partsOf } from '#kernel/text/text.ts'

/** A text as its readers see it, without readings, and where each of its letters stands in the source. */
export interface SeenText {
  readonly seen: string
  /** For each letter of `seen` its place in the source; one more for the end. */
  readonly places: readonly number[]
  readonly readings: readonly { readonly base: string; readonly reading: string; readonly at: number; readonly length: number }[]
}

/** Stands for a slot: something will be there, nobody knows how long. */
export const SLOT_LETTER = '\uFFFC'

export function seenText(source: string): SeenText {
  let seen = ''
  let at = 0
  const places: number[] = []
  const readings: { base: string; reading: string; at: number; length: number }[] = []
  const put = (letters: string, from: number, isWhole: boolean) => {
    for (let index = 0; index < letters.length; index++) places.push(isWhole ? from : from + index)
    seen += letters
  }
  for (const part of partsOf(source)) {
    if (part.kind === 'text') {
      put(part.text, at, false)
      at += part.text.length
    } else if (part.kind === 'ruby') {
      const length = part.base.length + part.reading.length + 3
      readings.push({ base: part.base, reading: part.reading, at, length })
      put(part.base, at + 1, false)
      at += length
    } else {
      put(SLOT_LETTER, at, true)
      at += part.name.length + 2
    }
  }
  places.push(at)
  return { seen, places, readings }
}

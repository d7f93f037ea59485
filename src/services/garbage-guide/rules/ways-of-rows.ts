import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { Item, Way } from '../model.ts'

/** A way of a thing that is there. */
export interface PresentWay {
  readonly item: Item
  readonly index: number
}

/** What the standard and 5374 print for a way: they have one column for a thing and its size. */
export function printedName({ name }: Item, { size }: Way): string {
  return size.ja === '' ? name.ja : `${name.ja}（${size.ja}）`
}

/** The standard's ID of a way; the first bears the key itself. */
export function wayId(key: string, index: number): string {
  return index === 0 ? key : `${key}-${index + 1}`
}

/**
 * The ways of the things that are there, by what a row without a column for sizes says of them: the ID that our own
 * export gave, and the name with the size in brackets.
 */
export class PresentWays {
  readonly #byId = new Map<string, PresentWay>()
  readonly #byName = new Map<string, PresentWay>()

  constructor(items: readonly Item[]) {
    for (const item of items) {
      for (const [index, way] of item.ways.entries()) {
        const own: PresentWay = { item, index }
        // A thing's own key comes before the number that another one's way happens to make.
        if (index === 0 || !this.#byId.has(wayId(item.key, index))) this.#byId.set(wayId(item.key, index), own)
        if (!this.#byName.has(fold(printedName(item, way)))) this.#byName.set(fold(printedName(item, way)), own)
      }
    }
    for (const item of items) if (!this.#byName.has(fold(item.name.ja))) this.#byName.set(fold(item.name.ja), { item, index: 0 })
  }

  /** The way meant by an ID and a name: the name decides within the thing that the ID names, and where there is no such ID. */
  find(key: string | null, name: string): PresentWay | undefined {
    const named = this.#byName.get(fold(name))
    const numbered = key === null ? undefined : this.#byId.get(key)
    if (numbered === undefined) return named
    return named?.item.key === numbered.item.key ? named : numbered
  }
}

/** What a row's name says of a way: the thing's name and the size; null where it fits neither. */
export function nameAndSize(name: string, { item, index }: PresentWay): { readonly name: string; readonly size: string } | null {
  const size = item.ways[index]?.size.ja ?? ''
  if (fold(name) === fold(item.name.ja)) return { name: item.name.ja, size }
  const [, bare = '', bracketed = ''] = /^(.*?)[（(](.*)[)）]$/s.exec(name) ?? []
  if (bare !== '' && fold(bare) === fold(item.name.ja)) return { name: item.name.ja, size: bracketed }
  const ending = `（${size}）`
  if (size !== '' && name.endsWith(ending)) return { name: name.slice(0, -ending.length), size }
  // A thing of one way may be called something else; of several, the row may as well mean another thing.
  return item.ways.length === 1 ? { name, size } : null
}

function fold(name: string): string {
  return foldForComparison(name)
}

import { createHash } from 'node:crypto'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import type { Item, Way, Wording } from '../model.ts'
import { itemOf, type ItemDraft } from '../rules/item-rows.ts'
import type { AnsweredSheet } from './answered-sheet.ts'

/** The items that a sheet asks for, each laid over the one that is there. */
export function mergedItems(present: readonly Item[], { drafts, readings, hasOwnKeys }: AnsweredSheet): ReadonlyMap<string, Item> {
  const known = new PresentItems(present)
  const merged = new Map<string, Item>()
  for (const draft of drafts) {
    const before = known.find(draft)
    const reading = readings.get(draft.rows[0] ?? 0) ?? before?.reading
    const key = before?.key ?? (hasOwnKeys ? draft.key : null) ?? known.freeKey(draft)
    const item = itemOf({ ...draft, key }, reading === undefined ? {} : { reading })
    if (item !== null) merged.set(key, before === undefined ? item : laidOver(before, item, draft))
  }
  return merged
}

/** Things that are there, found by key or, where a sheet has no key of ours, by name. */
export class PresentItems {
  private readonly byKey: ReadonlyMap<string, Item>
  private readonly byName: ReadonlyMap<string, Item>

  constructor(items: readonly Item[]) {
    this.byKey = new Map(items.map((item) => [item.key, item]))
    this.byName = new Map(items.map((item) => [foldForComparison(item.name.ja), item]))
  }

  find({ key, name }: ItemDraft): Item | undefined {
    return (key === null ? undefined : this.byKey.get(key)) ?? this.byName.get(foldForComparison(name.ja))
  }

  /** The same name gives the same key, so that a file read twice adds a thing once. */
  freeKey({ name }: ItemDraft): string {
    return `item-${createHash('sha256').update(foldForComparison(name.ja)).digest('hex').slice(0, 10)}`
  }
}

/** What a sheet does not say stays as it is: translations above all, which few sheets have. */
function laidOver(before: Item, item: Item, draft: ItemDraft): Item {
  const hasLanguages = draft.name.en !== undefined || draft.name.pt !== undefined
  return {
    ...item,
    name: translated(draft.name, before.name),
    aliases: hasLanguages ? item.aliases : [...new Set([...before.aliases, ...item.aliases])],
    ways: draft.ways.map((way): Way => {
      const own = before.ways.find(({ classKey, size }) => classKey === way.classKey && size.ja === (way.size.ja ?? ''))
      return { classKey: way.classKey, size: translated(way.size, own?.size), note: translated(way.note, own?.note) }
    }),
    dangerKey: item.dangerKey ?? (hasLanguages ? null : before.dangerKey),
  }
}

/** Words of the sheet; a translation it leaves out is taken from what stood there for the same Japanese words. */
function translated(given: Partial<Wording>, before: Wording | undefined): Wording {
  const ja = given.ja ?? ''
  const own = before?.ja === ja ? before : undefined
  return Object.fromEntries(LANGUAGES.map((language) => [language, given[language] ?? own?.[language] ?? ja])) as unknown as Wording
}

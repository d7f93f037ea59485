import { createHash } from 'node:crypto'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { Item, Way } from '../model.ts'
import type { CellFinding } from '../rules/item-cells.ts'
import { itemOf, type ItemDraft } from '../rules/item-rows.ts'
import { PresentWays } from '../rules/ways-of-rows.ts'
import type { AnsweredSheet } from './answered-sheet.ts'
import { mergeWays, translated } from './merge-ways.ts'

/** The items that a sheet asks for, each laid over the one that is there. */
export interface MergedItems {
  readonly items: ReadonlyMap<string, Item>
  /** What was kept although the sheet does not have it, and what was not taken, at its row. */
  readonly findings: readonly CellFinding[]
  /** Rows that were refused above. */
  readonly refused: number
  /** New things that cannot be taken without a reading. */
  readonly unread: readonly ItemDraft[]
}

/**
 * A sheet with a column for sizes, as ours, says all ways of its things. The standard, 5374 and most others have none:
 * there each row speaks of one way, and the ways that it does not name stay (merge-ways.ts).
 */
export function mergedItems(present: readonly Item[], sheet: AnsweredSheet): MergedItems {
  const known = new PresentItems(present)
  const saysSizes = sheet.hasOwnKeys || sheet.says.has('size')
  const ways = saysSizes ? { items: new Map<string, Item>(), findings: [], refused: 0, others: sheet.drafts } : mergeWays(new PresentWays(present), sheet)
  const merged = new Map(ways.items)
  const unread: ItemDraft[] = []
  for (const draft of ways.others) {
    const before = known.find(draft)
    const reading = sheet.readings.get(draft.rows[0] ?? 0) ?? before?.reading
    const key = before?.key ?? (sheet.hasOwnKeys ? draft.key : null) ?? known.freeKey(draft)
    const item = itemOf({ ...draft, key }, reading === undefined ? {} : { reading })
    if (item === null) unread.push(draft)
    else merged.set(key, before === undefined ? item : laidOver(before, item, draft))
  }
  return { items: merged, findings: ways.findings, refused: ways.refused, unread }
}

/** Things that are there, found by key or, where a sheet has no key of ours, by name. */
class PresentItems {
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

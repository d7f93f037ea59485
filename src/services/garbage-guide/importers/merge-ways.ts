import { LANGUAGES } from '#kernel/text/text.ts'
import type { Item, Way, Wording } from '../model.ts'
import type { CellFinding, DraftWay } from '../rules/item-cells.ts'
import type { ItemDraft } from '../rules/item-rows.ts'
import { nameAndSize, printedName, type PresentWay, type PresentWays } from '../rules/ways-of-rows.ts'
import type { AnsweredSheet } from './answered-sheet.ts'

interface MergedWays {
  readonly items: ReadonlyMap<string, Item>
  readonly findings: readonly CellFinding[]
  readonly refused: number
  /** What is not there yet. */
  readonly others: readonly ItemDraft[]
}

/** One thing while the rows that speak of it are read. */
interface ItemInWork {
  item: Item
  readonly before: Item
  readonly claimed: Set<number>
  readonly row: number
}

/**
 * Lays the rows of a sheet without a column for sizes over the things that are there. Each row is one way; it alters
 * that way alone. Ways that no row speaks of stay, and that is said at the first row of their thing.
 */
export function mergeWays(present: PresentWays, sheet: AnsweredSheet): MergedWays {
  const inWork = new Map<string, ItemInWork>()
  const findings: CellFinding[] = []
  const others: ItemDraft[] = []
  let refused = 0
  for (const draft of sheet.drafts) {
    const meant = present.find(draft.key, draft.name.ja)
    if (meant === undefined) {
      others.push(draft)
      continue
    }
    const row = draft.rows[0] ?? 0
    const said = nameAndSize(draft.name.ja, meant)
    if (said === null) {
      refused += draft.rows.length
      findings.push(findingAt(sheet, row, 'way-mismatch', draft.name.ja))
      continue
    }
    const work = inWork.get(meant.item.key) ?? { item: meant.item, before: meant.item, claimed: new Set<number>(), row }
    inWork.set(meant.item.key, work)
    layRow(work, meant, draft, said, sheet)
  }
  for (const work of inWork.values()) {
    const kept = work.before.ways.filter((_, index) => !work.claimed.has(index))
    if (kept.length > 0) findings.push(findingAt(sheet, work.row, 'ways-kept', kept.map((way) => printedName(work.before, way)).join('、')))
  }
  return { items: new Map([...inWork].map(([key, { item }]) => [key, item])), findings, refused, others }
}

function layRow(work: ItemInWork, { index }: PresentWay, draft: ItemDraft, said: { readonly name: string; readonly size: string }, { readings, says }: AnsweredSheet): void {
  const ways = [...work.item.ways]
  for (const way of draft.ways) {
    const place = placeOf(work, index, way, draft.ways.length > 1 || said.size === '')
    work.claimed.add(place)
    const before = ways[place]
    ways[place] = {
      classKey: way.classKey,
      size: translated({ ja: said.size }, before?.size),
      note: says.has('note') || before === undefined ? translated(way.note, before?.note) : before.note,
    }
  }
  work.item = {
    ...work.item, ways,
    name: translated({ ...draft.name, ja: said.name }, work.before.name),
    reading: draft.reading ?? readings.get(draft.rows[0] ?? 0) ?? work.item.reading,
    aliases: [...new Set([...work.item.aliases, ...draft.aliases])],
    dangerKey: draft.dangerKey ?? work.item.dangerKey,
  }
}

/** The way that a row speaks of: the one meant, or where its name does not tell, the one of its class; else one more. */
function placeOf({ before, claimed }: ItemInWork, index: number, way: DraftWay, isOpen: boolean): number {
  const ofClass = before.ways.findIndex(({ classKey }: Way, place) => classKey === way.classKey && !claimed.has(place))
  if (isOpen && ofClass >= 0) return ofClass
  return claimed.has(index) ? Math.max(before.ways.length, ...[...claimed].map((place) => place + 1)) : index
}

function findingAt({ nameColumn }: AnsweredSheet, row: number, problem: 'ways-kept' | 'way-mismatch', read: string): CellFinding {
  return { weight: problem === 'ways-kept' ? 'notice' : 'error', row, column: nameColumn + 1, read, problem, proposed: null, sameAsRow: null }
}

/** Words of the sheet; a translation it leaves out is taken from what stood there for the same Japanese words. */
export function translated(given: Partial<Wording>, before: Wording | undefined): Wording {
  const ja = given.ja ?? ''
  const own = before?.ja === ja ? before : undefined
  return Object.fromEntries(LANGUAGES.map((language) => [language, given[language] ?? own?.[language] ?? ja])) as unknown as Wording
}

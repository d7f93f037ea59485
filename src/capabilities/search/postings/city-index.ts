import { systemActor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import type { FoundGroup, Lookup } from '../model.ts'
import { readEdition } from '../store/edition.ts'
import { countIndexed, listChanged, listIndexed, type IndexRow } from '../store/index-rows.ts'
import { Names } from './names.ts'
import { Ranking } from './ranking.ts'
import { SegmentBuilder, type IndexedDocument } from './segment-builder.ts'
import type { Segment } from './segment.ts'

/** How the fast index of this process stands. */
export interface IndexState {
  /** `absent`: answers come from the database; `building`: the old one answers, or the database where there is none. */
  readonly state: 'absent' | 'building' | 'ready'
  readonly documents: number
  readonly bytes: number
  readonly edition: number
  /** How much of the one that is being built is done. */
  readonly done: number
  readonly total: number
}

/**
 * The fast index of one city in one process. It holds nothing that the table search.document does not say: when it is
 * lost, it is built anew from there while the old one, or the database itself, answers. Before every answer it is asked
 * whether it is as new as the reading transaction; a few changes are then taken in at once, many behind the answers.
 */
export class CityIndex {
  private readonly database: CityDatabase
  private segments: readonly Segment[] = []
  private edition = 0
  /** When a transaction last saw all that we know. */
  private confirmedMs = 0
  /** An index that has nothing yet must not be taken for one in which nothing is found. */
  private isComplete = false
  private readonly kinds = new Names()
  private readonly audiences = new Names()
  private catchingUp: Promise<unknown> = Promise.resolve()
  private building: Promise<void> | null = null
  private progress = { done: 0, total: 0 }

  constructor(database: CityDatabase) {
    this.database = database
  }

  get state(): IndexState {
    const { segments, edition, progress } = this
    return {
      state: this.building !== null ? 'building' : this.isComplete ? 'ready' : 'absent',
      documents: segments.reduce((total, { size }) => total + size, 0),
      bytes: segments.reduce((total, { bytes }) => total + bytes, 0),
      edition,
      ...progress,
    }
  }

  /**
   * Brings the index up to what a transaction (under the capability's role) sees; false when it cannot answer yet, and the
   * database must. It asks over the caller's own connection: waiting for a second one while holding the first would stop
   * a city whose connections all do so.
   */
  catchUp(tx: Tx): Promise<boolean> {
    const turn = this.catchingUp.then(() => this.takeIn(tx))
    this.catchingUp = turn.catch(() => {})
    return turn
  }

  find({ words, audiences, kind, best }: Lookup): FoundGroup[] {
    const asking = new Uint8Array(this.audiences.size)
    for (const audience of audiences) {
      const number = this.audiences.find(audience)
      if (number !== undefined) asking[number] = 1
    }
    const wanted = kind === null ? null : this.kinds.find(kind)
    if (wanted === undefined) return []
    const ranking = new Ranking({ kinds: this.kinds.size, best, wanted })
    for (const segment of this.segments) segment.search({ words, audiences: asking, ranking })
    return ranking.groupsBy((number) => this.kinds.nameOf(number))
  }

  /** The newest change that answers know of; null while the index cannot answer. */
  get knownEdition(): number | null {
    return this.isComplete ? this.edition : null
  }

  /** Whether a transaction that sees the city at `edition` sees no more than was known at `knownEdition`. */
  isConfirmedBy(edition: number, knownEdition: number): boolean {
    if (edition < knownEdition) this.doubt()
    else this.confirmedMs = performance.now()
    return edition <= knownEdition && this.isComplete
  }

  /** Builds it anew from the database; two who wish it at once get the same. */
  rebuild(): Promise<void> {
    this.building ??= this.build().finally(() => {
      this.building = null
    })
    return this.building
  }

  private async takeIn(tx: Tx): Promise<boolean> {
    const edition = await readEdition(tx)
    if (this.isConfirmedBy(edition, this.edition)) return true
    const rows = await listChanged(tx, this.edition, SEARCH_LIMITS.changesAtOnce + 1)
    if (rows.length <= SEARCH_LIMITS.changesAtOnce) {
      await this.append(rows)
      this.edition = edition
      this.isComplete = true
    } else {
      this.rebuildBehind()
    }
    if (this.segments.length > SEARCH_LIMITS.segments) this.rebuildBehind()
    return this.isComplete
  }

  /**
   * A transaction that began a moment ago may see less than we know. Where that lasts longer than any transaction, the
   * city was put back to an older state, and what we know never happened.
   */
  private doubt(): void {
    if (performance.now() - this.confirmedMs > SEARCH_LIMITS.longestReadingMs) this.forget()
  }

  private forget(): void {
    this.segments = []
    this.edition = 0
    this.isComplete = false
  }

  /** The same, without waiting for it. */
  rebuildBehind(): void {
    // What fails here fails again, and is told, when the next question comes: until then nothing is worse than before.
    this.rebuild().catch(() => {})
  }

  private async append(rows: readonly IndexRow[]): Promise<void> {
    if (rows.length === 0) return
    const builder = new SegmentBuilder()
    for (const row of rows) if (!row.isGone) builder.add(this.numbered(row))
    const added = await inSlices(builder.finish())
    for (const segment of this.segments) for (const { id } of rows) segment.strikeOut(id)
    if (builder.size === 0) return
    this.segments = [...this.segments, added]
    this.segments = await merged(this.segments)
  }

  private async build(): Promise<void> {
    const built = await this.database.read('search', systemActor, async (tx) => {
      const edition = await readEdition(tx)
      this.progress = { done: 0, total: await countIndexed(tx) }
      const builder = new SegmentBuilder()
      const slices = new Slices()
      for await (const rows of pagesOf(tx)) {
        for (const row of rows) {
          builder.add(this.numbered(row))
          if (slices.isOver) await slices.next()
        }
        this.progress = { ...this.progress, done: builder.size }
      }
      return { edition, builder }
    })
    const segment = await inSlices(built.builder.finish())
    const change = this.catchingUp.then(() => {
      this.segments = [segment]
      this.edition = built.edition
      this.isComplete = true
    })
    this.catchingUp = change
    await change
  }

  private numbered({ id, kind, audience, foldedTitle, foldedText }: IndexRow): IndexedDocument {
    return { id, kind: this.kinds.numberOf(kind), audience: this.audiences.numberOf(audience), foldedTitle, foldedText }
  }
}

const indexes = new WeakMap<CityDatabase, CityIndex>()

export function indexOf(database: CityDatabase): CityIndex {
  const known = indexes.get(database)
  if (known !== undefined) return known
  const index = new CityIndex(database)
  indexes.set(database, index)
  return index
}

/** The next page is on its way while the one before it is taken in. */
async function* pagesOf(tx: Tx): AsyncGenerator<readonly IndexRow[]> {
  let next = listIndexed(tx, 0, SEARCH_LIMITS.documentsByRead)
  for (;;) {
    const rows = await next
    const last = rows.at(-1)
    if (last === undefined) return
    next = listIndexed(tx, last.id, SEARCH_LIMITS.documentsByRead)
    next.catch(() => {})
    yield rows
  }
}

/** Small segments become one as they pile up, so that a document is built in again only a few times. */
async function merged(segments: readonly Segment[]): Promise<readonly Segment[]> {
  const [last, before] = [segments.at(-1), segments.at(-2)]
  if (last === undefined || before === undefined) return segments
  if (before.size > 2 * last.size || before.size + last.size > SEARCH_LIMITS.mergedDocuments) return segments
  const documents = [...before.documents(), ...last.documents()].toSorted((a, b) => a.id - b.id)
  const builder = new SegmentBuilder()
  const slices = new Slices()
  for (const document of documents) {
    builder.add(document)
    if (slices.isOver) await slices.next()
  }
  return merged([...segments.slice(0, -2), await inSlices(builder.finish())])
}

async function inSlices<Result>(work: Generator<undefined, Result>): Promise<Result> {
  const slices = new Slices()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (slices.isOver) await slices.next()
  }
}

/** Work that lets others through: a request that comes meanwhile waits for one slice at most. */
class Slices {
  private began = performance.now()

  get isOver(): boolean {
    return performance.now() - this.began > SEARCH_LIMITS.sliceMs
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    this.began = performance.now()
  }
}

import { LIMITS } from './limits.ts'

/** How far the work is, for a line of progress. `rows` counts over all tables, and begins anew with each stage. */
export interface ArchiveProgress {
  readonly stage: 'writing' | 'verifying' | 'restoring'
  /** `schema.table` */
  readonly table: string
  readonly rows: number
  readonly rowsInAll: number
}

export type OnProgress = (progress: ArchiveProgress) => void

/** Tells progress from time to time, not for every piece. */
export class ProgressTeller {
  readonly #onProgress: OnProgress | undefined
  readonly #stage: ArchiveProgress['stage']
  readonly #rowsInAll: number
  #rowsBefore = 0
  #toldAt = 0

  constructor(stage: ArchiveProgress['stage'], rowsInAll: number, onProgress: OnProgress | undefined) {
    this.#stage = stage
    this.#rowsInAll = rowsInAll
    this.#onProgress = onProgress
  }

  tell({ schema, name }: { readonly schema: string; readonly name: string }, rowsOfTable: number): void {
    const now = performance.now()
    if (this.#onProgress === undefined || now - this.#toldAt < LIMITS.progressMs) return
    this.#toldAt = now
    const rows = this.#rowsBefore + rowsOfTable
    this.#onProgress({ stage: this.#stage, table: `${schema}.${name}`, rows, rowsInAll: this.#rowsInAll })
  }

  /** A table is through. */
  pass(rowsOfTable: number): void {
    this.#rowsBefore += rowsOfTable
  }
}

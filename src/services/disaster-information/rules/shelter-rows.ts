import type { ShelterColumn, ShelterColumns } from './shelter-columns.ts'
import { SHELTER_HAZARDS, SHELTER_KINDS, type Shelter, type ShelterHazard, type ShelterKind } from './shelters.ts'

/** Cells as texts; null for a formula. */
export type ShelterSheet = readonly (readonly (string | null)[])[]

/** What a row tells. Undefined: the file has no such column, and what is known already stays. */
export interface ShelterDraft {
  /** Counted from 1, as people find it. */
  readonly row: number
  readonly id: string
  readonly name: string
  readonly kinds: readonly ShelterKind[]
  readonly hazards: readonly ShelterHazard[]
  readonly nameKana: string | undefined
  readonly nameRomaji: string | undefined
  readonly nameEn: string | undefined
  readonly namePt: string | undefined
  readonly address: string | undefined
  readonly town: string | undefined
  readonly point: Shelter['point'] | undefined
  readonly capacity: number | null | undefined
  readonly isBarrierFree: boolean | null | undefined
  readonly takesPets: boolean | null | undefined
  readonly note: string | undefined
}

export const CELL_PROBLEMS = ['no-id', 'odd-id', 'id-twice', 'no-name', 'odd-flag', 'odd-degrees', 'odd-capacity', 'odd-word', 'half-a-point'] as const
export type CellProblem = (typeof CELL_PROBLEMS)[number]

/** A cell that cannot be taken as it stands. Row and column are counted from 1. */
export interface CellFinding {
  readonly row: number
  readonly column: number
  readonly read: string
  readonly problem: CellProblem
  /** Without this cell the row is not taken; else the cell counts as empty: not designated, not known. */
  readonly leavesRowOut: boolean
}

export interface ShelterReading {
  readonly drafts: readonly ShelterDraft[]
  readonly findings: readonly CellFinding[]
  readonly leftOut: number
}

const MOST_CAPACITY = 100_000
/** The corners of the country (国土地理院), so that latitude and longitude are not mistaken for each other. */
const COUNTRY = { latitude: { from: 20, to: 46 }, longitude: { from: 122, to: 154 } } as const

/** Reads the rows below the headings. Nothing is repaired: what is odd is told, and counts as empty until somebody answers. */
export function readShelterRows(rows: ShelterSheet, headingRow: number, columns: ShelterColumns): ShelterReading {
  const reader = new RowReader(columns)
  const drafts = new Map<string, ShelterDraft>()
  let leftOut = 0
  for (const [index, cells] of rows.entries()) {
    if (index <= headingRow || cells.every((cell) => (cell ?? '').trim() === '')) continue
    const draft = reader.read(index + 1, cells)
    if (draft === null || drafts.has(draft.id)) leftOut++
    if (draft !== null && drafts.has(draft.id)) reader.tell(index + 1, 'id', draft.id, 'id-twice', true)
    if (draft !== null && !drafts.has(draft.id)) drafts.set(draft.id, draft)
  }
  return { drafts: [...drafts.values()], findings: reader.findings, leftOut }
}

class RowReader {
  readonly findings: CellFinding[] = []
  readonly #columns: ShelterColumns
  #row = 0
  #cells: readonly (string | null)[] = []

  constructor(columns: ShelterColumns) {
    this.#columns = columns
  }

  read(row: number, cells: readonly (string | null)[]): ShelterDraft | null {
    this.#row = row
    this.#cells = cells
    const [id, name] = [this.#text('id') ?? '', this.#written('name') ?? '']
    if (id === '') this.tell(row, 'id', '', 'no-id', true)
    // It becomes part of addresses and of other systems' files.
    else if (!/^[\w.-]{1,40}$/.test(id)) this.tell(row, 'id', id, 'odd-id', true)
    if (name.trim() === '') this.tell(row, 'name', '', 'no-name', true)
    if (!/^[\w.-]{1,40}$/.test(id) || name.trim() === '') return null
    return {
      row, id, name, kinds: this.#kinds(), hazards: this.#hazards(),
      nameKana: this.#hiragana(), nameRomaji: this.#written('nameRomaji'), nameEn: this.#written('nameEn'), namePt: this.#written('namePt'),
      address: this.#written('address'), town: this.#text('town'), point: this.#point(), capacity: this.#capacity(),
      isBarrierFree: this.#truth('isBarrierFree'), takesPets: this.#truth('takesPets'), note: this.#written('note'),
    }
  }

  tell(row: number, column: ShelterColumn, read: string, problem: CellProblem, leavesRowOut = false): void {
    this.findings.push({ row, column: (this.#columns.places.get(column) ?? 0) + 1, read, problem, leavesRowOut })
  }

  /** As it stands, without a blank at its ends. Names are not touched any further. */
  #written(column: ShelterColumn): string | undefined {
    const place = this.#columns.places.get(column)
    return place === undefined ? undefined : (this.#cells[place] ?? '').trim()
  }

  #text(column: ShelterColumn): string | undefined {
    return this.#written(column)?.normalize('NFKC')
  }

  /** Lists write readings in katakana, phrases in hiragana; both say the same. */
  #hiragana(): string | undefined {
    return this.#text('nameKana')?.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
  }

  #kinds(): readonly ShelterKind[] {
    const own = this.#words('kinds', SHELTER_KINDS)
    if (own !== undefined) return own
    const [main] = this.#columns.speaksOf
    const other = main === 'shelter' ? this.#flag('isEmergencySiteToo') : this.#flag('isShelterToo')
    return SHELTER_KINDS.filter((kind) => kind === main || other)
  }

  #hazards(): readonly ShelterHazard[] {
    return this.#words('hazards', SHELTER_HAZARDS) ?? SHELTER_HAZARDS.filter((hazard) => this.#flag(`hazard ${hazard}`))
  }

  /** 1 or blank, as the standard has it; anything else is odd and counts as not designated. */
  #flag(column: ShelterColumn): boolean {
    const read = this.#text(column) ?? ''
    if (read !== '' && read !== '1') this.tell(this.#row, column, read, 'odd-flag')
    return read === '1'
  }

  #words<Word extends string>(column: ShelterColumn, known: readonly Word[]): readonly Word[] | undefined {
    const read = this.#text(column)
    if (read === undefined) return undefined
    const words = read.split(';').map((word) => word.trim()).filter((word) => word !== '')
    if (words.some((word) => !(known as readonly string[]).includes(word))) this.tell(this.#row, column, read, 'odd-word')
    return known.filter((word) => words.includes(word))
  }

  #point(): Shelter['point'] | undefined {
    if (!this.#columns.places.has('latitude') || !this.#columns.places.has('longitude')) return undefined
    const [latitude, longitude] = [this.#degrees('latitude'), this.#degrees('longitude')]
    if (latitude !== null && longitude !== null) return { latitude, longitude }
    if ((latitude === null) !== (longitude === null)) {
      const missing = latitude === null ? 'latitude' : 'longitude'
      if (this.#text(missing) === '') this.tell(this.#row, missing, '', 'half-a-point')
    }
    return null
  }

  #degrees(column: 'latitude' | 'longitude'): number | null {
    const read = this.#text(column) ?? ''
    if (read === '') return null
    const degrees = /^\d{1,3}(?:\.\d+)?$/.test(read) ? Number(read) : Number.NaN
    if (degrees >= COUNTRY[column].from && degrees <= COUNTRY[column].to) return degrees
    this.tell(this.#row, column, read, 'odd-degrees')
    return null
  }

  #capacity(): number | null | undefined {
    const read = this.#text('capacity')
    if (read === undefined || read === '') return read === undefined ? undefined : null
    const people = /^[\d,]{1,9}$/.test(read) ? Number(read.replaceAll(',', '')) : Number.NaN
    if (people <= MOST_CAPACITY) return people
    this.tell(this.#row, 'capacity', read, 'odd-capacity')
    return null
  }

  #truth(column: 'isBarrierFree' | 'takesPets'): boolean | null | undefined {
    const read = this.#text(column)
    if (read === undefined || read === '') return read === undefined ? undefined : null
    if (read === 'true' || read === 'false') return read === 'true'
    this.tell(this.#row, column, read, 'odd-word')
    return null
  }
}

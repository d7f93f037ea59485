import { isReading, toFullWidthKana, toHiragana } from '#kernel/values/kana.ts'
import { foldForComparison } from '#kernel/values/text-forms.ts'
import type { Danger, WasteClass, Wording } from '../model.ts'
import { CELL_LIMITS, problemOf, type CellProblem } from './cell-problems.ts'
import type { ItemColumn, SheetColumns, SheetRows } from './item-columns.ts'
import { keysByWord, nearestClass, wordFold } from './known-words.ts'

/** A place of a sheet that was not taken (`error`: its row gives no draft) or that staff should know of (`notice`). */
export interface CellFinding {
  readonly weight: 'error' | 'notice'
  /** Both counted from 1, as a spreadsheet shows them. */
  readonly row: number
  readonly column: number
  /** What the cell holds, cut after some characters. */
  readonly read: string
  readonly problem: CellProblem
  /** What to write instead, where it can be told. */
  readonly proposed: string | null
  /** The earlier row that says the same, where the problem is that. */
  readonly sameAsRow: number | null
}

/** What the words of a sheet are held against. */
export interface KnownWords {
  readonly classes: readonly WasteClass[]
  readonly dangers: readonly Danger[]
  /** Words of the sheet for classes, as staff answered: the sheet's word → key of the class. */
  readonly classNames?: ReadonlyMap<string, string>
}

export interface DraftWay {
  readonly classKey: string
  readonly size: Partial<Wording>
  readonly note: Partial<Wording>
}

/** One row that can be read. */
export interface ItemCells {
  readonly row: number
  readonly key: string | null
  readonly name: Partial<Wording>
  readonly reading: string | null
  readonly aliases: readonly string[]
  readonly way: DraftWay
  readonly dangerKey: string | null
}

/** Every row below the headings that can be read, and everything that was found on the way. */
export function readCells(
  rows: SheetRows,
  columns: SheetColumns,
  known: KnownWords,
): { readonly cells: readonly ItemCells[]; readonly findings: readonly CellFinding[] } {
  const sheet = new SheetReader(rows, columns, known)
  for (const column of columns.unknown) sheet.tell(columns.headingRow, column, 'unknown-column')
  const cells = rows.flatMap((_, row) => (row > columns.headingRow ? (sheet.readRow(row) ?? []) : []))
  return { cells, findings: sheet.findings }
}

/** What is only told once for the whole sheet, at its first place. */
const TOLD_ONCE: ReadonlySet<CellProblem> = new Set(['reading-converted', 'only-initial'])
const NOTICES = new Set<CellProblem>([...TOLD_ONCE, 'trimmed', 'only-key', 'unknown-column', 'heading-again'])

class SheetReader {
  readonly findings: CellFinding[] = []
  readonly #rows: SheetRows
  readonly #columns: SheetColumns
  readonly #known: KnownWords
  readonly #told = new Set<CellProblem>()
  #errors = 0
  readonly #classKeys: ReadonlyMap<string, string>
  readonly #dangerKeys: ReadonlyMap<string, string>

  constructor(rows: SheetRows, columns: SheetColumns, known: KnownWords) {
    this.#rows = rows
    this.#columns = columns
    this.#known = known
    this.#classKeys = keysByWord(known.classes, ({ name }) => name)
    this.#dangerKeys = keysByWord(known.dangers, ({ title }) => title)
  }

  readRow(row: number): ItemCells | null {
    if (this.#isLeftOut(row)) return null
    const errorsBefore = this.#errors
    const cells: ItemCells = {
      row: row + 1,
      key: this.#key(row),
      name: this.#wording(row, 'name', CELL_LIMITS.name),
      reading: this.#reading(row),
      aliases: this.#aliases(row),
      way: {
        classKey: this.#classKey(row),
        size: this.#wording(row, 'size', CELL_LIMITS.size),
        note: this.#wording(row, 'note', CELL_LIMITS.note),
      },
      dangerKey: this.#dangerKey(row),
    }
    return this.#errors === errorsBefore ? cells : null
  }

  tell(row: number, column: number, problem: CellProblem, proposed: string | null = null): void {
    if (TOLD_ONCE.has(problem) && this.#told.has(problem)) return
    this.#told.add(problem)
    const read = (this.#rows[row]?.[column] ?? '').slice(0, CELL_LIMITS.read)
    const weight = NOTICES.has(problem) ? 'notice' : 'error'
    if (weight === 'error') this.#errors++
    this.findings.push({ weight, row: row + 1, column: column + 1, read, problem, proposed, sameAsRow: null })
  }

  /** Blank rows, rows with a number only, and headings printed again on each page. */
  #isLeftOut(row: number): boolean {
    const { columns, headings } = this.#columns
    const cells = this.#rows[row] ?? []
    const filled = [...columns].filter(([, place]) => cells[place] === null || (cells[place] ?? '').trim() !== '')
    if (filled.length === 0) return true
    const [name = 0, key = 0] = [columns.get('name'), columns.get('key')]
    const isHeading = filled.length > 1 && filled.every(([, place]) => cells[place] === headings[place])
    if (isHeading) this.tell(row, name, 'heading-again')
    const isOnlyKey = filled.length === 1 && filled[0]?.[0] === 'key'
    if (isOnlyKey) this.tell(row, key, 'only-key')
    return isHeading || isOnlyKey
  }

  /** The text of a cell, '' where the sheet has no such column or nothing in it, and where the cell is refused. */
  #text(row: number, column: ItemColumn, limit: number, mayHaveLines = false): string {
    const place = this.#columns.columns.get(column)
    if (place === undefined) return ''
    const cell = this.#rows[row]?.[place]
    // A line break within a cell comes as CR LF from some programs and as LF from others.
    const text = typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').trim() : ''
    const problem = cell === null ? 'formula' : problemOf(text, limit, mayHaveLines)
    if (problem !== null) this.tell(row, place, problem)
    else if (text !== '' && text !== cell?.replaceAll('\r\n', '\n')) this.tell(row, place, 'trimmed')
    return problem === null ? text : ''
  }

  #wording(row: number, part: 'name' | 'size' | 'note', limit: number): Partial<Wording> {
    const mayHaveLines = part === 'note'
    const words = (['', 'Yasashii', 'En', 'Pt'] as const).map((ending) =>
      this.#text(row, `${part}${ending}`, limit, mayHaveLines),
    )
    const [ja, yasashii, en, pt] = words.map((word) => (word === '' ? undefined : word))
    return {
      ...(ja === undefined ? {} : { ja }),
      ...(yasashii === undefined ? {} : { 'ja-x-yasashii': yasashii }),
      ...(en === undefined ? {} : { en }),
      ...(pt === undefined ? {} : { pt }),
    }
  }

  #key(row: number): string | null {
    const key = this.#text(row, 'key', CELL_LIMITS.key)
    if (key === '' || KEY.test(key)) return key === '' ? null : key
    const folded = foldForComparison(key)
    this.#refuse(row, 'key', 'wrong-key', KEY.test(folded) ? folded : null)
    return null
  }

  /** Katakana, full or half, is kept as hiragana; 5374 has the first kana only, which is no reading. */
  #reading(row: number): string | null {
    const text = this.#text(row, 'reading', CELL_LIMITS.name)
    if (text === '') return null
    const reading = toHiragana(toFullWidthKana(text))
    if (!isReading(reading)) this.#refuse(row, 'reading', 'not-kana')
    else if (reading.length === 1 && this.#isOnlyInitial(row, reading)) {
      this.#refuse(row, 'reading', 'only-initial')
      return null
    } else if (reading !== text) this.#refuse(row, 'reading', 'reading-converted')
    return reading
  }

  /** In 5374 a single kana is the index's letter even for a name of one kanji (傘 か); elsewhere 酢 may be read す. */
  #isOnlyInitial(row: number, reading: string): boolean {
    const { form, columns } = this.#columns
    const name = (this.#rows[row]?.[columns.get('name') ?? 0] ?? '').trim()
    return form !== 'own' && (form === '5374' ? toHiragana(name) !== reading : name.length > 1)
  }

  #aliases(row: number): readonly string[] {
    const words = this.#text(row, 'aliases', CELL_LIMITS.aliases, true).split(/[;；\n]/)
    return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]
  }

  #classKey(row: number): string {
    const errorsBefore = this.#errors
    const word = this.#text(row, 'class', CELL_LIMITS.name)
    if (this.#errors > errorsBefore) return ''
    const given = this.#known.classNames?.get(word) ?? this.#classKeys.get(wordFold(word))
    if (given !== undefined) return given
    if (word === '') this.#refuse(row, 'class', 'no-class')
    else if (DITTO.test(word)) this.#refuse(row, 'class', 'ditto-mark', this.#classAbove(row))
    else this.#refuse(row, 'class', 'unknown-class', nearestClass(word, this.#known.classes))
    return ''
  }

  #classAbove(row: number): string | null {
    const place = this.#columns.columns.get('class') ?? 0
    for (let above = row - 1; above > this.#columns.headingRow; above--) {
      const word = (this.#rows[above]?.[place] ?? '').trim()
      if (word !== '' && !DITTO.test(word)) return word
    }
    return null
  }

  #dangerKey(row: number): string | null {
    const word = this.#text(row, 'danger', CELL_LIMITS.name)
    if (word === '') return null
    const key = this.#dangerKeys.get(wordFold(word))
    if (key === undefined) this.#refuse(row, 'danger', 'unknown-danger')
    return key ?? null
  }

  #refuse(row: number, column: ItemColumn, problem: CellProblem, proposed: string | null = null): void {
    this.tell(row, this.#columns.columns.get(column) ?? 0, problem, proposed)
  }
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*$/
const DITTO = /^(?:〃|″|〟|々|"|''|同上)$/

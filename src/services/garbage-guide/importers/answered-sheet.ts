import type { FileReading, GivenAnswer, ImportQuestion } from '#capabilities/imports/importer.ts'
import { readItemRows, proposedReading, type ItemDraft, type ItemRowsReading } from '../rules/item-rows.ts'
import { CELL_REASONS } from '../rules/cell-reasons.ts'
import type { CellFinding, KnownWords } from '../rules/item-cells.ts'
import type { ItemColumn, SheetRows } from '../rules/item-columns.ts'
import { importWords } from '../text/import-words.ts'

/** A sheet as it came: small enough to be kept whole and read again with the answers worked in. */
export interface SheetDocument {
  readonly fileName: string
  readonly rows: SheetRows
}

/** What a question asks about, out of its id: a word for a class, the reading of a row's thing, or a cell. */
type Asked =
  | { readonly kind: 'class'; readonly word: string }
  | { readonly kind: 'reading'; readonly row: number }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }

export interface AnsweredSheet {
  readonly drafts: readonly ItemDraft[]
  /** Readings that staff gave, by the first row of their thing. */
  readonly readings: ReadonlyMap<number, string>
  /** Rows with an error of their own that no answer mended. */
  readonly leftOut: number
  /** Whether its keys are ours; other sheets number their rows as they like. */
  readonly hasOwnKeys: boolean
  /** The columns that the sheet has: what it does not say stays as it is. */
  readonly says: ReadonlySet<ItemColumn>
  /** Column of the names, counted from 0. */
  readonly nameColumn: number
}

type ReadRows = Extract<ItemRowsReading, { ok: true }>

/**
 * One question for each doubtful place: a word for a class is asked once for all its rows, a missing reading once for
 * its thing, every other finding by its cell.
 */
export function questionsOf(rows: SheetRows, reading: ReadRows, known: KnownWords, merge: (drafts: readonly ItemDraft[]) => MergeOutcome): ImportQuestion[] {
  const { headings } = reading
  const words = new Map<string, CellFinding>()
  for (const finding of reading.findings) if (finding.problem === 'unknown-class' && !words.has(finding.read)) words.set(finding.read, finding)
  const merged = merge(draftsOnceAnswered(rows, reading, known, [...words.keys()]))
  const questions = [
    ...[...words.values()].map((finding) => classQuestion(finding, headings, known)),
    ...[...reading.findings, ...merged.findings].filter(({ problem }) => problem !== 'unknown-class').map((finding) => cellQuestion(finding, headings)),
    ...merged.unread.map(readingQuestion),
  ]
  return [...new Map(questions.map((question) => [question.id, question])).values()]
}

/** What laying a sheet over the things that are there leaves to ask or to tell. */
interface MergeOutcome {
  readonly findings: readonly CellFinding[]
  readonly unread: readonly ItemDraft[]
}

/** The things that there will be when every word for a class is known, whichever it is: their readings are asked for too. */
function draftsOnceAnswered(rows: SheetRows, reading: ReadRows, known: KnownWords, words: readonly string[]): readonly ItemDraft[] {
  const [any] = known.classes
  if (words.length === 0 || any === undefined) return reading.drafts
  const answered = readItemRows(rows, { ...known, classNames: new Map(words.map((word) => [word, any.key])) })
  return answered.ok ? answered.drafts : reading.drafts
}

function classQuestion(finding: CellFinding, headings: readonly string[], { classes }: KnownWords): ImportQuestion {
  const choices = classes.map(({ name }) => name.ja)
  return { ...cellQuestion(finding, headings), id: `class ${finding.read}`, choices, proposed: choices.includes(finding.proposed ?? '') ? (finding.proposed ?? '') : '' }
}

function cellQuestion(finding: CellFinding, headings: readonly string[]): ImportQuestion {
  const { row, column, problem, read, proposed, sameAsRow } = finding
  return {
    id: `cell ${row} ${column} ${problem}`,
    row: String(row), line: row, column: headings[column - 1] || String(column), kind: problem, read, proposed: proposed ?? '', alternatives: [],
    reason: { phrase: CELL_REASONS[problem], values: { read, row: sameAsRow ?? row } },
  }
}

function readingQuestion({ rows, name }: ItemDraft): ImportQuestion {
  const row = rows[0] ?? 0
  return {
    id: `reading ${row}`,
    row: String(row), line: row, column: importWords.readingColumn.ja, kind: 'no-reading', read: name.ja, proposed: proposedReading(name.ja) ?? '', alternatives: [],
    reason: { phrase: importWords.noReading, values: { read: name.ja } },
  }
}

/** The sheet read once more with the answers: corrected cells stand in it, words for classes are known. */
export function answeredSheet({ document, questions }: FileReading<SheetDocument>, answers: readonly GivenAnswer[], known: KnownWords): AnsweredSheet {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const classNames = new Map<string, string>()
  const readings = new Map<number, string>()
  const rows = document.rows.map((row) => [...row])
  for (const question of questions) {
    const answer = given.get(question.id)
    const value = answer?.kind === 'edit' ? answer.value : question.proposed
    if (value.trim() === '') continue
    const asked = askedBy(question.id)
    if (asked.kind === 'class') {
      const key = known.classes.find(({ name }) => name.ja === value)?.key
      if (key !== undefined) classNames.set(asked.word, key)
    } else if (asked.kind === 'reading') readings.set(asked.row, value)
    else if (isMended(question, answer)) setCell(rows, asked, value)
  }
  const read = readItemRows(rows, { ...known, classNames })
  if (!read.ok) return { drafts: [], readings, leftOut: rows.length, hasOwnKeys: false, says: new Set(), nameColumn: 0 }
  const wrong = new Set(read.findings.filter(({ weight }) => weight === 'error').map(({ row }) => row))
  return { drafts: read.drafts, readings, leftOut: wrong.size, ...sheetOf(read) }
}

/** What a sheet says of its things beyond its rows. */
export function sheetOf({ form, columns }: ReadRows): Pick<AnsweredSheet, 'hasOwnKeys' | 'says' | 'nameColumn'> {
  return { hasOwnKeys: form === 'own', says: new Set(columns.keys()), nameColumn: columns.get('name') ?? 0 }
}

/** What was only told needs no answer; what was proposed for it is how it was read anyway. */
function isMended({ kind, read, proposed }: ImportQuestion, answer: GivenAnswer | undefined): boolean {
  return answer?.kind === 'edit' || (proposed !== '' && proposed !== read && kind !== 'unknown-column')
}

function askedBy(id: string): Asked {
  const [kind = '', first = '', second = ''] = id.split(' ')
  if (kind === 'class') return { kind, word: id.slice('class '.length) }
  if (kind === 'reading') return { kind, row: Number(first) }
  return { kind: 'cell', row: Number(first), column: Number(second) }
}

function setCell(rows: (string | null)[][], { row, column }: { readonly row: number; readonly column: number }, value: string): void {
  const cells = rows[row - 1]
  if (cells === undefined) return
  while (cells.length < column) cells.push('')
  cells[column - 1] = value
}

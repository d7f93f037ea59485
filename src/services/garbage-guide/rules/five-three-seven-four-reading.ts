import type { Centre } from '../model.ts'
import type { FiveThreeSevenFourFile, Remark } from './five-three-seven-four.ts'
import type { SheetRows } from './item-columns.ts'
import { parseSchedule, printSchedule, type ScheduleRefusal } from './schedule.ts'
import { readWrittenSchedule } from './written-schedule.ts'

/** What the files say, by the names that stand in them; `days` by the name of the class, in the notation of 5374. */
export interface FiveThreeSevenFourDraft {
  readonly districts: readonly {
    readonly name: string
    readonly centre: string | null
    readonly days: Readonly<Record<string, string>>
  }[]
  readonly centres: readonly { readonly name: string; readonly rests: Centre['rests'] }[]
  readonly classes: readonly { readonly name: string; readonly how: string; readonly colour: string | null }[]
  readonly remarks: readonly Remark[]
}

export const FILE_PROBLEMS = [
  'no-heading',
  'no-name',
  'unknown-centre',
  'unknown-remark',
  'not-a-day',
  'ends-before-it-begins',
  'not-a-colour',
  'not-a-number',
  'said-before',
  'formula',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** A cell that was not taken; row and column counted from 1. */
export interface FileFinding {
  readonly file: FiveThreeSevenFourFile
  readonly row: number
  readonly column: number
  readonly read: string
  readonly problem: FileProblem | ScheduleRefusal
}

/** Files that were given, by name; things themselves (target.csv) are read by `readItemRows`. */
export type GivenFiles = Readonly<Partial<Record<Exclude<FiveThreeSevenFourFile, 'target.csv'>, SheetRows>>>

/**
 * Reads the files and holds them against each other. Collection days may stand in words, too (`毎週月・木曜日`), as calendars
 * of cities have them. What cannot be read is left out of the draft and named in `findings`.
 */
export function readFiveThreeSevenFour(files: GivenFiles): {
  readonly draft: FiveThreeSevenFourDraft
  readonly findings: readonly FileFinding[]
} {
  const findings: FileFinding[] = []
  const remarks = readRemarks(fileOf('remarks.csv', files, findings))
  const centres = readCentres(fileOf('center.csv', files, findings))
  const classes = readClasses(fileOf('description.csv', files, findings))
  const known = {
    centres: files['center.csv'] ? centres.map(({ name }) => name) : null,
    remarks: files['remarks.csv'] ? remarks.map(({ number }) => number) : null,
  }
  const districts = readDistricts(fileOf('area_days.csv', files, findings), known)
  return { draft: { districts, centres, classes, remarks }, findings }
}

/** One file while it is read. */
interface OpenFile {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
  tell(row: number, column: number, problem: FileFinding['problem']): void
}

function fileOf(file: keyof GivenFiles, files: GivenFiles, findings: FileFinding[]): OpenFile {
  const given = files[file] ?? []
  const tell: OpenFile['tell'] = (row, column, problem) => {
    findings.push({ file, row, column: column + 1, read: (given[row - 1]?.[column] ?? '').slice(0, 60), problem })
  }
  for (const [row, cells] of given.entries()) {
    for (const [column, cell] of cells.entries()) if (cell === null) tell(row + 1, column, 'formula')
  }
  const rows = given.map((cells, row) => ({ number: row + 1, cells: cells.map((cell) => (cell ?? '').trim()) }))
  const [heading, ...others] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  return { headings: heading?.cells ?? [], rows: others, tell }
}

const NAME_HEADINGS: ReadonlySet<string> = new Set(['地名', '地区', '地区名', '町名', '町丁目', 'name'])
const NUMBER_HEADINGS: ReadonlySet<string> = new Set(['#property', 'property', 'id', 'no', 'no.', '番号'])

interface KnownNames {
  readonly centres: readonly string[] | null
  readonly remarks: readonly number[] | null
}

function readDistricts({ headings, rows, tell }: OpenFile, known: KnownNames): FiveThreeSevenFourDraft['districts'] {
  if (rows.length === 0) return []
  const folded = headings.map((heading) => heading.normalize('NFKC').toLowerCase())
  const name = folded.findIndex((heading) => NAME_HEADINGS.has(heading))
  const centre = folded.findIndex((heading) => /^(?:センター|center)/.test(heading))
  const idle = folded.findIndex((heading) => NUMBER_HEADINGS.has(heading))
  if (name < 0) tell(rows[0]?.number ?? 1, 0, 'no-heading')
  if (name < 0) return []
  const classes = headings.flatMap((heading, column) =>
    heading === '' || [name, centre, idle].includes(column) ? [] : [{ heading, column }],
  )
  const said = new Set<string>()
  return rows.flatMap(({ number, cells }) => {
    const [named, centred = ''] = [cells[name] ?? '', cells[centre]]
    if (named === '' || said.has(named)) tell(number, name, named === '' ? 'no-name' : 'said-before')
    if (named === '' || said.has(named)) return []
    said.add(named)
    if (centred !== '' && known.centres?.includes(centred) === false) tell(number, centre, 'unknown-centre')
    const days = classes.flatMap(({ heading, column }) => {
      const notation = readDays(cells[column] ?? '', known, (problem) => tell(number, column, problem))
      return notation === null ? [] : [[heading, notation] as const]
    })
    return [{ name: named, centre: centred === '' ? null : centred, days: Object.fromEntries(days) }]
  })
}

/** The notation, or null where nothing is collected or the cell cannot be read. */
function readDays(
  text: string,
  { remarks }: KnownNames,
  refuse: (problem: FileFinding['problem']) => void,
): string | null {
  if (text === '') return null
  const notation = parseSchedule(text)
  const written = readWrittenSchedule(text)
  if (!notation.ok) {
    if (written.ok) return printSchedule(written.value)
    refuse(notation.reason)
    return null
  }
  if (remarks !== null && notation.value.remarks.some((remark) => !remarks.includes(remark))) refuse('unknown-remark')
  return printSchedule(notation.value)
}

function readCentres({ rows, tell }: OpenFile): FiveThreeSevenFourDraft['centres'] {
  const centres = new Map<string, { from: Temporal.PlainDate; to: Temporal.PlainDate }[]>()
  for (const { number, cells } of rows) {
    const [name = '', first = '', last = ''] = cells
    if (name === '') {
      tell(number, 0, 'no-name')
      continue
    }
    const rests = centres.get(name) ?? []
    centres.set(name, rests)
    if (first === '' && last === '') continue
    const [from, to] = [readDay(first), readDay(last)]
    if (from === null) tell(number, 1, 'not-a-day')
    if (to === null) tell(number, 2, 'not-a-day')
    if (from === null || to === null) continue
    if (Temporal.PlainDate.compare(from, to) > 0) tell(number, 2, 'ends-before-it-begins')
    else rests.push({ from, to })
  }
  return [...centres].map(([name, rests]) => ({ name, rests }))
}

function readDay(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = (/^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text.normalize('NFKC')) ?? []).map(Number)
  if (year === undefined || !month || !day) return null
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.month === month && date.day === day ? date : null
}

function readClasses({ rows, tell }: OpenFile): FiveThreeSevenFourDraft['classes'] {
  return rows.flatMap(({ number, cells: [name = '', , how = '', , colour = ''] }) => {
    if (name === '') tell(number, 0, 'no-name')
    if (name === '') return []
    const isColour = /^#[0-9a-f]{6}$/i.test(colour)
    if (colour !== '' && !isColour) tell(number, 4, 'not-a-colour')
    return [{ name, how, colour: isColour ? colour.toLowerCase() : null }]
  })
}

function readRemarks({ rows, tell }: OpenFile): readonly Remark[] {
  return rows.flatMap(({ number, cells: [id = '', text = ''] }) => {
    if (/^\d{1,3}$/.test(id)) return [{ number: Number(id), text }]
    tell(number, 0, 'not-a-number')
    return []
  })
}

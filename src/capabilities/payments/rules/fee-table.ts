import { parseYen } from '#kernel/values/yen.ts'
import { PAYMENT_LIMITS, type Rate } from '../model.ts'
import { rateOn } from './rates.ts'

/** The columns of the table of fees, in the city's folder and in the clerk's sheet. */
export const FEE_COLUMNS = ['fee', 'reduction', 'label', 'labelYasashii', 'labelEn', 'labelPt', 'yen', 'validFrom', 'validTo', 'source', 'isInvented'] as const
export type FeeColumn = (typeof FEE_COLUMNS)[number]

/** A row as it is wanted: without the identity that it gets when it is kept. */
export type WantedRate = Omit<Rate, 'id'> & {
  /** Where a clerk finds it: the row of the sheet, counted from 1 with the headings. */
  readonly row: number
}

export type FeeRefusal =
  | 'missing-column' | 'wrong-fee' | 'wrong-reduction' | 'blank' | 'yen-blank' | 'wrong-yen' | 'wrong-day' | 'ends-before-it-begins' | 'wrong-flag'
  | 'written-twice' | 'reduction-without-fee' | 'past-price' | 'past-end' | 'past-row'

export interface FeeProblem {
  readonly row: number
  readonly column: FeeColumn
  readonly reason: FeeRefusal
  readonly read: string
}

export type FeeReading = { readonly ok: true; readonly rates: readonly WantedRate[] } | { readonly ok: false; readonly problem: FeeProblem }

/** Reads the rows of the table; the first place that does not hold ends it. A blank price is refused: what is free says 0. */
export function readFeeTable(rows: readonly Readonly<Record<string, string>>[]): FeeReading {
  const rates: WantedRate[] = []
  for (const [index, cells] of rows.entries()) {
    const read = readRow(cells, index + 2)
    if ('reason' in read) return { ok: false, problem: read }
    rates.push(read)
  }
  const problem = twiceIn(rates) ?? lonelyIn(rates)
  return problem === undefined ? { ok: true, rates } : { ok: false, problem }
}

function readRow(cells: Readonly<Record<string, string>>, row: number): WantedRate | FeeProblem {
  const missing = FEE_COLUMNS.find((column) => cells[column] === undefined)
  if (missing !== undefined) return { row, column: missing, reason: 'missing-column', read: '' }
  const text = (column: FeeColumn) => (cells[column] ?? '').trim()
  const problem = (column: FeeColumn, reason: FeeRefusal): FeeProblem => ({ row, column, reason, read: text(column) })
  if (!/^[a-z][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/.test(text('fee'))) return problem('fee', 'wrong-fee')
  if (!/^[a-z0-9-]*$/.test(text('reduction'))) return problem('reduction', 'wrong-reduction')
  for (const column of ['label', 'labelYasashii', 'labelEn', 'labelPt', 'source'] as const) if (text(column) === '') return problem(column, 'blank')
  if (text('yen') === '') return problem('yen', 'yen-blank')
  const price = parseYen(text('yen'))
  if (!price.ok || price.value < 0 || price.value > PAYMENT_LIMITS.yen) return problem('yen', 'wrong-yen')
  const [validFrom, validTo] = [dayIn(text('validFrom')), text('validTo') === '' ? null : dayIn(text('validTo'))]
  if (validFrom === undefined) return problem('validFrom', 'wrong-day')
  if (validTo === undefined) return problem('validTo', 'wrong-day')
  if (validTo !== null && Temporal.PlainDate.compare(validTo, validFrom) < 0) return problem('validTo', 'ends-before-it-begins')
  if (!/^(?:true|false)$/i.test(text('isInvented'))) return problem('isInvented', 'wrong-flag')
  return {
    row, fee: text('fee'), reduction: text('reduction'), validFrom, validTo, yen: price.value, source: text('source'), isInvented: /^true$/i.test(text('isInvented')),
    label: { ja: text('label'), 'ja-x-yasashii': text('labelYasashii'), en: text('labelEn'), pt: text('labelPt') },
  }
}

/** `2027-04-01`, and `2027/4/1` as spreadsheets write it back. */
function dayIn(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text.normalize('NFKC')) ?? []
  if (year === undefined) return undefined
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function twiceIn(rates: readonly WantedRate[]): FeeProblem | undefined {
  const seen = new Set<string>()
  for (const rate of rates) {
    if (seen.has(rowKey(rate))) return { row: rate.row, column: 'validFrom', reason: 'written-twice', read: rate.validFrom.toString() }
    seen.add(rowKey(rate))
  }
  return undefined
}

function lonelyIn(rates: readonly WantedRate[]): FeeProblem | undefined {
  const fees = new Set(rates.filter(({ reduction }) => reduction === '').map(({ fee }) => fee))
  const lonely = rates.find(({ fee, reduction }) => reduction !== '' && !fees.has(fee))
  return lonely && { row: lonely.row, column: 'fee', reason: 'reduction-without-fee', read: lonely.fee }
}

export interface FeeChanges {
  readonly added: readonly WantedRate[]
  readonly changed: readonly WantedRate[]
  readonly unchanged: number
}

export type FeeComparison = { readonly ok: true; readonly changes: FeeChanges } | { readonly ok: false; readonly problem: FeeProblem }

/**
 * What a sheet would change. Rows that are not in it stay. The past is not rewritten: the price of a day up to today stays
 * what it was, so a new price needs a row of its own from a day to come; names and sources may be corrected.
 */
export function compareFees(present: readonly Rate[], wanted: readonly WantedRate[], today: Temporal.PlainDate): FeeComparison {
  const known = new Map(present.map((rate) => [rowKey(rate), rate]))
  const changed: WantedRate[] = []
  const added: WantedRate[] = []
  for (const rate of wanted) {
    const before = known.get(rowKey(rate))
    const problem = before === undefined ? pastRow(present, rate, today) : pastChange(before, rate, today)
    if (problem !== undefined) return { ok: false, problem }
    if (before === undefined) added.push(rate)
    else if (!isSame(before, rate)) changed.push(rate)
  }
  return { ok: true, changes: { added, changed, unchanged: wanted.length - added.length - changed.length } }
}

export function rowKey({ fee, reduction, validFrom }: Pick<Rate, 'fee' | 'reduction' | 'validFrom'>): string {
  return `${fee} ${reduction} ${validFrom.toString()}`
}

/** A row that begins today or earlier must not take a price from a day that had one. */
function pastRow(present: readonly Rate[], wanted: WantedRate, today: Temporal.PlainDate): FeeProblem | undefined {
  if (Temporal.PlainDate.compare(wanted.validFrom, today) > 0) return undefined
  const own = present.filter(({ fee, reduction }) => fee === wanted.fee && reduction === wanted.reduction)
  const isTaking = own.some((rate) => Temporal.PlainDate.compare(rate.validFrom, today) <= 0) && (rateOn(own, wanted.validFrom) ?? rateOn(own, today)) !== undefined
  return isTaking ? { row: wanted.row, column: 'validFrom', reason: 'past-row', read: wanted.validFrom.toString() } : undefined
}

function pastChange(before: Rate, wanted: WantedRate, today: Temporal.PlainDate): FeeProblem | undefined {
  const hasBegun = Temporal.PlainDate.compare(before.validFrom, today) <= 0
  if (hasBegun && before.yen !== wanted.yen) return { row: wanted.row, column: 'yen', reason: 'past-price', read: String(wanted.yen) }
  const ends = [before.validTo, wanted.validTo]
  if (ends[0]?.toString() === ends[1]?.toString()) return undefined
  const isPast = ends.some((end) => end !== null && end !== undefined && Temporal.PlainDate.compare(end, today) < 0)
  return hasBegun && isPast ? { row: wanted.row, column: 'validTo', reason: 'past-end', read: wanted.validTo?.toString() ?? '' } : undefined
}

function isSame(a: Omit<Rate, 'id'>, b: Omit<Rate, 'id'>): boolean {
  const words = (rate: Omit<Rate, 'id'>) => JSON.stringify([rate.yen, rate.validTo?.toString() ?? null, rate.label.ja, rate.label['ja-x-yasashii'], rate.label.en, rate.label.pt, rate.source, rate.isInvented])
  return words(a) === words(b)
}

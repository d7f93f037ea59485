import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import { CERTIFICATE_KINDS, WAYS, type CertificateKind, type Way } from '../model.ts'
import type { Closure, OpenHours, ServiceCalendar } from './hours.ts'

const known = new Map<string, ServiceCalendar>()

/** The city's hours and closures; read once a process. Throws CityPackFault that names file, row and column. */
export function calendarOf(city: City): ServiceCalendar {
  const kept = known.get(city.folder)
  if (kept !== undefined) return kept
  const calendar = {
    hours: rowsOf(city, 'certificate-hours.csv').map((row, index) => hoursIn(new Cells('certificate-hours.csv', index, row))),
    closures: rowsOf(city, 'certificate-closures.csv').map((row, index) => closureIn(new Cells('certificate-closures.csv', index, row))),
  }
  known.set(city.folder, calendar)
  return calendar
}

/** One row, whose cells say where they stand when they cannot be read. */
class Cells {
  private readonly file: string
  private readonly row: number
  private readonly cells: Readonly<Record<string, string>>

  constructor(file: string, index: number, cells: Readonly<Record<string, string>>) {
    this.file = file
    this.row = index + 2
    this.cells = cells
  }

  text(column: string): string {
    return this.cells[column] ?? ''
  }

  read<Value>(column: string, reader: (text: string) => Value): Value {
    try {
      return reader(this.text(column))
    } catch {
      throw new CityPackFault(`${this.file} row ${this.row}, column ${column}: “${this.text(column)}” cannot be read`)
    }
  }
}

function hoursIn(cells: Cells): OpenHours {
  return {
    way: cells.read('way', wayIn),
    kind: cells.text('kind') === '' ? null : cells.read('kind', kindIn),
    from: cells.read('from', (text) => Temporal.PlainTime.from(text)),
    until: cells.read('until', (text) => Temporal.PlainTime.from(text)),
    validFrom: cells.read('validFrom', (text) => Temporal.PlainDate.from(text)),
    validTo: cells.text('validTo') === '' ? null : cells.read('validTo', (text) => Temporal.PlainDate.from(text)),
  }
}

/** `12-29` to `01-03` is every year, `2026-12-05T00:00` to `2026-12-05T06:30` once. */
function closureIn(cells: Cells): Closure {
  const way = cells.text('way') === '' ? null : cells.read('way', wayIn)
  if (cells.text('from').length === '12-29'.length) {
    return { way, yearly: { from: cells.read('from', (text) => Temporal.PlainMonthDay.from(text)), to: cells.read('to', (text) => Temporal.PlainMonthDay.from(text)) } }
  }
  return { way, once: { from: cells.read('from', (text) => Temporal.PlainDateTime.from(text)), until: cells.read('to', (text) => Temporal.PlainDateTime.from(text)) } }
}

function wayIn(text: string): Way {
  const way = WAYS.find((each) => each === text)
  if (way === undefined) throw new RangeError(text)
  return way
}

function kindIn(text: string): CertificateKind {
  const kind = CERTIFICATE_KINDS.find((each) => each === text)
  if (kind === undefined) throw new RangeError(text)
  return kind
}

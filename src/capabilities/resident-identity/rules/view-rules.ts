import { rowsOf, type City } from '#kernel/city/city.ts'
import type { ViewLine } from '#kernel/audit/reading.ts'

/** A dated rule of the city on what /my/views shows; a row of its `view-rules.csv`. */
export interface ViewRule {
  /** `leave-out`: lines that it fits are not shown; `name-clerks`: the clerk's name stands beside the unit. */
  readonly kind: 'leave-out' | 'name-clerks'
  /** Name of the service; empty for all. */
  readonly service: string
  /** How the act begins; empty for all. */
  readonly act: string
  readonly from: Temporal.PlainDate
  /** Last day; null while it lasts. */
  readonly to: Temporal.PlainDate | null
  /** Ordinance or law; told on the page. */
  readonly basis: string
}

/** The rules that hold on a day; none where the city has no such file. A row that cannot be read names itself. */
export function viewRulesOn(city: City, on: Temporal.PlainDate): ViewRule[] {
  return rowsOf(city, 'view-rules.csv')
    .map(ruleOf)
    .filter(({ from, to }) => Temporal.PlainDate.compare(from, on) <= 0 && (to === null || Temporal.PlainDate.compare(to, on) >= 0))
}

function ruleOf(row: Readonly<Record<string, string>>, index: number): ViewRule {
  const { kind = '', service = '', act = '', validFrom = '', validTo = '', basis = '' } = row
  if ((kind !== 'leave-out' && kind !== 'name-clerks') || basis === '') {
    throw new RangeError(`view-rules.csv, row ${index + 2}: kind is leave-out or name-clerks, and basis names the rule`)
  }
  return { kind, service, act, basis, from: Temporal.PlainDate.from(validFrom), to: validTo === '' ? null : Temporal.PlainDate.from(validTo) }
}

/** Lines that the person may see under the rules. */
export function shownTo<Line extends Pick<ViewLine, 'service' | 'act'>>(lines: readonly Line[], rules: readonly ViewRule[]): Line[] {
  const hiding = rules.filter(({ kind }) => kind === 'leave-out')
  return lines.filter((line) => !hiding.some((rule) => (rule.service === '' || rule.service === line.service) && line.act.startsWith(rule.act)))
}

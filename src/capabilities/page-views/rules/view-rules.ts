import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { ViewRule } from '../model.ts'

/** The city's own file, in its folder. */
const CITY_FILE = 'page-views.csv'
/** What holds where a city has decided nothing. */
const USUAL_FILE = join(import.meta.dirname, 'usual-rule.csv')

type Row = Readonly<Record<string, string>>

/** The city's rules, earliest first, behind the usual one. A row that cannot be read is a fault that names it. */
export function viewRulesOf(city: City): readonly ViewRule[] {
  const usual = parse(readFileSync(USUAL_FILE), { columns: true, bom: true, skip_empty_lines: true }) as Row[]
  const rules = [...usual.map((row, index) => readRule(row, `${USUAL_FILE} line ${index + 2}`)),
    ...rowsOf(city, CITY_FILE).map((row, index) => readRule(row, `cities/${city.key}/${CITY_FILE} line ${index + 2}`))]
  return rules.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from))
}

/** The rule that holds on a day: the one that began last. */
export function ruleOn(rules: readonly ViewRule[], day: Temporal.PlainDate): ViewRule {
  const rule = rules.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
  if (rule === undefined) throw new RangeError(`No rule for page views holds on ${day.toString()}`)
  return rule
}

function readRule(row: Row, at: string): ViewRule {
  return {
    from: dayIn(row, at),
    statuses: listIn(row, 'statuses', at).map((status) => {
      if (!/^[1-5]\d\d$/.test(status)) throw wrong(at, 'statuses', status, 'numbers such as 200 or 304, separated by ;')
      return Number(status)
    }),
    types: listIn(row, 'types', at),
    countsRobots: choiceIn(row, 'robots', at),
    countsStaff: choiceIn(row, 'staff', at),
    reason: filledIn(row, 'reason', at),
  }
}

function dayIn(row: Row, at: string): Temporal.PlainDate {
  const text = filledIn(row, 'from', at)
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw wrong(at, 'from', text, 'a day such as 2026-04-01')
  }
}

function listIn(row: Row, column: string, at: string): string[] {
  return filledIn(row, column, at).split(';').map((value) => value.trim())
}

/** `in`: they count; `out`: they do not. */
function choiceIn(row: Row, column: string, at: string): boolean {
  const value = filledIn(row, column, at)
  if (value !== 'in' && value !== 'out') throw wrong(at, column, value, 'in or out')
  return value === 'in'
}

function filledIn(row: Row, column: string, at: string): string {
  const value = row[column]?.trim() ?? ''
  if (value === '') throw new CityPackFault(`${at}: the column ${column} is empty or missing`)
  return value
}

function wrong(at: string, column: string, value: string, wanted: string): CityPackFault {
  return new CityPackFault(`${at}: ${column} is “${value}”; write ${wanted}`)
}

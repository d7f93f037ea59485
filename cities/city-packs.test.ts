import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { isAccent } from '#design/accent/accent.ts'

/**
 * The packs are edited by hand, often in Excel, which turns `1-3-1` into a date and `(3)` into -3. Every check answers
 * with the file, the line and the reason, so that a clerk can mend what is wrong.
 */

type Row = Readonly<Record<string, string>> & { readonly at: string }
type Table = readonly Row[]

interface City {
  readonly code: string
  readonly hosts: readonly string[]
  readonly isDefault: boolean
  readonly accent: string
}

type Plan = Readonly<{ period: { from: number; to: number }; reportYear: number; issuedBy: string }>

const here = import.meta.dirname
const packs = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const readJson = (file: string): unknown => JSON.parse(readFileSync(`${here}/${file}`, 'utf8'))

function readTable(file: string): Table {
  const text = readFileSync(`${here}/${file}`, 'utf8')
  try {
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true, skip_empty_lines: true })
    return rows.map((row, index) => ({ ...row, at: `${file} line ${index + 2}` }))
  } catch (cause) {
    throw new Error(`${file}: ${String(cause)}`, { cause })
  }
}

const cell = (row: Row, column: string): string => {
  const value = row[column]
  if (value === undefined) throw new Error(`${row.at}: the column ${column} is missing`)
  return value
}

/** Names every row for which the rule does not hold. */
const faults = (table: Table, reason: string, holds: (row: Row) => boolean) =>
  table.filter((row) => !holds(row)).map((row) => `${row.at}: ${reason}`)

const values = (table: Table, column: string) => table.map((row) => cell(row, column))
const isFilled = (...columns: readonly string[]) => (row: Row) => columns.every((column) => cell(row, column) !== '')
const repeated = (all: readonly string[]) => all.filter((value, index) => all.indexOf(value) !== index)
const blankOr = (allowed: ReadonlySet<string>) => (value: string) => value === '' || allowed.has(value)

/** 総務省 全国地方公共団体コード: the weighted sum modulo 11, taken from 11; of that the last digit. */
const WEIGHTS = [6, 5, 4, 3, 2]
const hasCheckDigit = (code: string) => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0)
  return /^\d{6}$/.test(code) && Number(code[5]) === (11 - (sum % 11)) % 10
}

const isDate = (text: string) => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

test('the cities share no host and exactly one is the default', () => {
  const cities = packs.map((pack) => (readJson(`${pack}/city.json`) as City))
  expect(cities.length).toBeGreaterThanOrEqual(2)
  expect(repeated(cities.flatMap((city) => city.hosts))).toEqual([])
  expect(cities.filter((city) => city.isDefault)).toHaveLength(1)
  for (const city of cities) {
    expect(hasCheckDigit(city.code), city.code).toBe(true)
    expect(isAccent(city.accent), city.accent).toBe(true)
  }
})

/** One pack as read; `steps` are the keys of one of its two scales. */
function readPack(name: string) {
  const read = (file: string) => readTable(`${name}/${file}.csv`)
  const scales = read('plan/scales')
  const [units, projects] = [read('units'), read('plan/projects')]
  return {
    name,
    plan: (readJson(`${name}/plan/plan.json`) as Plan),
    units,
    unitCodes: new Set(values(units, 'code')),
    staff: read('staff'),
    scales,
    steps: (scale: string) => new Set(values(scales.filter((row) => row['scale'] === scale), 'key')),
    branches: read('plan/branches'),
    projects,
    projectKeys: new Set(values(projects, 'key')),
    listings: read('plan/listings'),
    marks: read('plan/year-marks'),
    owners: read('plan/owners'),
    figures: read('plan/figures'),
    indicators: read('plan/indicators'),
  }
}

const eachPack = test.each(packs.map(readPack))

eachPack('$name: units form a tree, and dates are dates', ({ units, unitCodes }) => {
  const order = ['department', 'section', 'group']
  const kindOf = new Map(units.map((row) => [cell(row, 'code'), order.indexOf(cell(row, 'kind'))]))
  expect(repeated(values(units, 'code'))).toEqual([])
  expect([
    ...faults(units, 'kind is unknown', (row) => order.includes(cell(row, 'kind'))),
    ...faults(units, 'parent is unknown', (row) => blankOr(unitCodes)(cell(row, 'parent'))),
    ...faults(units, 'parent is not above', (row) => {
      const above = kindOf.get(cell(row, 'parent'))
      return above === undefined || above < order.indexOf(cell(row, 'kind'))
    }),
    ...faults(units, 'successor is unknown', (row) => blankOr(unitCodes)(cell(row, 'successor'))),
    ...['validFrom', 'validTo'].flatMap((column) =>
      faults(units, `${column} is no date`, (row) => cell(row, column) === '' || isDate(cell(row, column))),
    ),
    ...faults(units, 'a name is missing', isFilled('name', 'nameKana', 'nameEn', 'namePt')),
  ]).toEqual([])
})

eachPack('$name: four languages are spoken, the easy one without kanji', ({ steps, branches, projects }) => {
  const easy = /^[^\p{Script=Han}]+$/u
  expect([
    ...faults(branches, 'parent is unknown', (row) => blankOr(new Set(values(branches, 'key')))(cell(row, 'parent'))),
    ...faults(projects, 'a text is missing', isFilled('purpose', 'purposeEn', 'purposePt', 'outline')),
    ...faults(projects, 'kanji in easy Japanese', (row) => easy.test(cell(row, 'purposeYasashii'))),
    ...faults(projects, 'achievement is no step', (row) => steps('achievement').has(cell(row, 'achievement'))),
    ...[...branches, ...projects].flatMap((row) => [
      ...faults([row], 'a name is missing', isFilled('name', 'nameEn', 'namePt')),
      ...faults([row], 'kanji in easy Japanese', (each) => easy.test(cell(each, 'nameYasashii'))),
      ...faults([row], 'the key is no path of numbers', (each) => /^\d{1,2}(-\d{1,2}){0,2}$/.test(cell(each, 'key'))),
    ]),
  ]).toEqual([])
  expect(repeated([...values(branches, 'key'), ...values(projects, 'key')])).toEqual([])
})

eachPack('$name: one main listing each, relistings announced', ({ branches, projectKeys, listings }) => {
  const relisted = new Set(listings.filter((row) => row['isRelisting'] === 'true').map((row) => cell(row, 'project')))
  const mains = listings.filter((row) => row['isRelisting'] === 'false')
  expect(repeated(values(listings, 'number'))).toEqual([])
  expect([...values(mains, 'project')].sort()).toEqual([...projectKeys].sort())
  expect([
    ...faults(listings, 'branch is unknown', (row) => values(branches, 'key').includes(cell(row, 'branch'))),
    ...faults(listings, 'project is unknown', (row) => projectKeys.has(cell(row, 'project'))),
    ...faults(mains, 'key is not under the branch', (row) => cell(row, 'project').startsWith(`${row['branch']}-`)),
    ...faults(listings, 'hasRelistings does not agree with the relistings', (row) => {
      const expected = row['isRelisting'] === 'false' && relisted.has(cell(row, 'project'))
      return cell(row, 'hasRelistings') === String(expected)
    }),
  ]).toEqual([])
})

eachPack('$name: one mark for each year of the plan', ({ plan, steps, projectKeys, listings, marks }) => {
  const years = Array.from({ length: plan.period.to - plan.period.from + 1 }, (_, index) => plan.period.from + index)
  const expected = [...projectKeys].flatMap((key) => years.map((year) => `${key} ${year}`))
  expect(marks.map((row) => `${row['project']} ${row['year']}`)).toEqual(expected)
  expect(years).toContain(plan.reportYear)
  const numbers = new Set(values(listings, 'number'))
  expect([
    ...faults(marks, 'planned is no step', (row) => blankOr(steps('schedule'))(cell(row, 'planned'))),
    ...faults(marks, 'a blank mark needs a remark', (row) => row['planned'] !== '' || row['remark'] !== ''),
    ...faults(marks, 'takenFrom is no listing', (row) => blankOr(numbers)(cell(row, 'takenFrom'))),
  ]).toEqual([])
})

eachPack('$name: owners are units under their printed names', ({ plan, units, projectKeys, owners }) => {
  const byCode = new Map(units.map((row) => [cell(row, 'code'), row]))
  const pathOf = (code: string): readonly Row[] => {
    const unit = byCode.get(code)
    return unit === undefined ? [] : [...pathOf(cell(unit, 'parent')), unit]
  }
  const printed = (row: Row, kind: string) =>
    pathOf(cell(row, 'unit')).find((unit) => unit['kind'] === kind)?.['name'] ?? ''
  expect(new Set(values(owners, 'project'))).toEqual(projectKeys)
  expect([...byCode.keys()]).toContain(plan.issuedBy)
  expect(
    ['department', 'section', 'group'].flatMap((kind) =>
      faults(owners, `${kind} is not what its unit is called`, (row) => cell(row, kind) === printed(row, kind)),
    ),
  ).toEqual([])
})

eachPack('$name: figures belong to projects, unset indicators say nothing', ({ projectKeys, figures, indicators }) => {
  expect([
    ...faults(figures, 'project is unknown', (row) => projectKeys.has(cell(row, 'project'))),
    ...faults(figures, 'value is no number', (row) => /^-?\d+(\.\d+)?$/.test(cell(row, 'value'))),
    ...faults(figures, 'kind is unknown', (row) => /^(result|target|change|outline)$/.test(cell(row, 'kind'))),
    ...faults(figures, 'fiscalYear is no year', (row) => /^(20\d\d)?$/.test(cell(row, 'fiscalYear'))),
    ...faults(indicators, 'isSet does not agree with the name', (row) => {
      return cell(row, 'isSet') === String(row['name'] !== '')
    }),
  ]).toEqual([])
})

eachPack('$name: staff belong to units and hold known duties', ({ unitCodes, staff }) => {
  const duties = [
    'plan-editor', 'plan-reviewer', 'plan-publisher', 'plan-outside-reviewer', 'evidence-keeper', 'garbage-editor', 'disaster-officer',
    'alert-mail-editor', 'school-office', 'phrasebook-editor', 'phrasebook-approver', 'news-editor', 'system-administrator', 'auditor',
    'residents-clerk', 'residents-approver', 'protection-release', 'register-transfer', 'number-reader', 'security-officer', 'identity-matcher',
    'certificates-clerk', 'signing-officer', 'applications-clerk', 'applications-decider', 'cashier', 'payments-approver',
  ]
  const held = staff.flatMap((row) => cell(row, 'duties').split(';'))
  expect(repeated(values(staff, 'login'))).toEqual([])
  expect([...new Set(held)].sort()).toEqual(duties.toSorted())
  expect(faults(staff, 'unit is unknown', (row) => unitCodes.has(cell(row, 'unit')))).toEqual([])
})

eachPack('$name: no cell is a formula', (pack) => {
  const tables = Object.values(pack).filter((part): part is Table => Array.isArray(part))
  expect(tables).toHaveLength(10)
  const arePlain = (row: Row) => Object.values(row).every((text) => !/^[=+@\t]|^-[^\d]/.test(text))
  expect(tables.flatMap((table) => faults(table, 'a cell begins like a formula', arePlain))).toEqual([])
})

test('kameyama: residents live in towns of the city, one head to a household', () => {
  const towns = new Map(readTable('kameyama/towns.csv').map((row) => [cell(row, 'name'), cell(row, 'postalCode')]))
  const people = readTable('kameyama/households.csv')
  const heads = people.filter((row) => row['relationship'] === '世帯主')
  expect(values(heads, 'household')).toEqual([...new Set(values(people, 'household'))])
  const languages = new Set(['ja', 'ja-x-yasashii', 'en', 'pt'])
  const katakana = /^[\p{Script=Katakana}ー ]+$/u
  expect(repeated(values(people, 'person'))).toEqual([])
  expect([
    ...faults(people, 'town and postal code do not agree', (row) => towns.get(cell(row, 'town')) === row['postalCode']),
    ...faults(people, 'birthDate is no date', (row) => isDate(cell(row, 'birthDate'))),
    ...faults(people, 'language is unknown', (row) => languages.has(cell(row, 'language'))),
    ...faults(people, 'the reading is not katakana', (row) => katakana.test(cell(row, 'nameKana'))),
  ]).toEqual([])
})

test('kameyama: the counts of the published report', () => {
  const read = (name: string) => readTable(`kameyama/plan/${name}.csv`)
  const listings = read('listings')
  const judged = Map.groupBy(read('projects'), (row) => row['achievement'])
  expect(listings).toHaveLength(73)
  expect(listings.filter((row) => row['isRelisting'] === 'true')).toHaveLength(13)
  expect(listings.filter((row) => row['hasRelistings'] === 'true')).toHaveLength(12)
  const counts = Object.fromEntries([...judged].map(([step, rows]) => [step, rows.length]))
  expect(counts).toEqual({ achieved: 55, mostly: 3, partly: 1, withdrawn: 1 })
  expect(read('year-marks').filter((row) => row['planned'] === '')).toHaveLength(2)
  expect(read('indicators').map((row) => row['isSet'])).toEqual(Array.from({ length: 5 }, () => 'false'))
})

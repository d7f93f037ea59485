import { ERAS, eraYearOf, gregorianYear } from '#kernel/values/era.ts'
import { formatFiscalYear, fiscalYear, parseFiscalYear } from '#kernel/values/fiscal-year.ts'
import type { FiscalYearNumber } from '../model.ts'

/** Plans are written for years near ours; anything else that looks like a year is a figure. */
const PLAN_YEARS = { from: 1970, to: 2099 } as const
const LONGEST_LABEL = 16

/**
 * A year as a heading prints it → fiscal year, or null: `H29`, `R 3`, `令和元年度`, `2021年度`. Of two names for one year
 * (`H31/R1`, `平成31(令和元)年度`) the first counts.
 */
export function readYearLabel(text: string): FiscalYearNumber | null {
  if (text === '' || text.length > LONGEST_LABEL) return null
  for (const part of [text, text.split(/[/／・(（]/)[0] as string]) {
    const year = parseFiscalYear(part)
    if (year.ok && year.value >= PLAN_YEARS.from && year.value <= PLAN_YEARS.to) return year.value
  }
  return null
}

/** The label as headings print it: `H29`, `R1`. */
export function yearLabel(year: FiscalYearNumber): string {
  return formatFiscalYear(fiscalYear(year), 'short')
}

/** `令和3年度` */
export function yearName(year: FiscalYearNumber): string {
  return formatFiscalYear(fiscalYear(year), 'long')
}

/** Fiscal years named inside a text (`令和3年度`, `2021年度`), in order of appearance. */
export function yearsNamedIn(text: string): readonly FiscalYearNumber[] {
  const years: FiscalYearNumber[] = []
  for (const [named] of text.matchAll(/(?:令和|平成|昭和)\s?(?:元|[0-9０-９]{1,2})年度|[12１２][0-9０-９]{3}年度/g)) {
    const year = readYearLabel(named)
    if (year !== null) years.push(year)
  }
  return years
}

export interface ImpossibleYear {
  /** As written, e.g. `平成33年`. */
  readonly written: string
  /** The same year by its right era, e.g. `令和3年`. */
  readonly right: string
}

/**
 * Years of an era that had ended before them: plans made before 1 May 2019 count on in 平成 (平成33年 = 令和3年). The last
 * year of an era was in use until the change and is not asked about.
 */
export function impossibleYearsIn(text: string): readonly ImpossibleYear[] {
  if (!text.includes('平成') && !text.includes('昭和')) return []
  const found: ImpossibleYear[] = []
  for (const match of text.matchAll(/(平成|昭和)\s?([0-9０-９]{2})(年度?)/g)) {
    const [written, name, digits, unit] = match as unknown as readonly [string, string, string, string]
    const era = ERAS.find((candidate) => candidate.name === name)
    const year = Number(digits.normalize('NFKC'))
    if (!era?.endedOn || gregorianYear({ era, year }) <= era.endedOn.year) continue
    const right = eraYearOf(Temporal.PlainDate.from({ year: gregorianYear({ era, year }), month: 12, day: 31 }))
    if (found.some((known) => known.written === written)) continue
    found.push({ written, right: `${right.era.name}${right.year}${unit}` })
  }
  return found
}

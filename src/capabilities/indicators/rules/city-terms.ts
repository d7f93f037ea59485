import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Baseline, Target } from '../model.ts'
import { indicatorsOf } from './assert-indicators.ts'

const FILE = 'indicators.csv'

/** What a city says of an indicator besides its manifest. */
export interface CityTerms {
  projects: string[]
  baseline: Baseline | null
  targets: Target[]
}

/**
 * Reads cities/<city>/indicators.csv: `indicator,what,when,value,upTo,project,source`, one statement a row, where `what`
 * is project, baseline or target. Throws a CityPackFault that names the row. Indicators of services that the city does
 * not run are passed over, so that a service can be taken out.
 */
export function cityTermsOf(city: City, parts: readonly Manifest[]): ReadonlyMap<string, CityTerms> {
  const keys = new Set(indicatorsOf(parts).map(({ indicator }) => indicator.key))
  const running = new Set(parts.map((part) => part.name))
  const terms = new Map<string, CityTerms>()
  for (const [index, row] of rowsOf(city, FILE).entries()) {
    const key = row.indicator ?? ''
    const refuse: Refuse = (reason) => {
      throw new CityPackFault(`${FILE} of ${city.key}, row ${index + 2} (${key}): ${reason}`)
    }
    if (!keys.has(key)) {
      if (running.has(key.split('.')[0] as string)) refuse('no such indicator is declared; its key stands in the manifest of its service')
      continue
    }
    const known = terms.get(key) ?? { projects: [], baseline: null, targets: [] }
    terms.set(key, known)
    addStatement(known, row, refuse)
  }
  return terms
}

type Refuse = (reason: string) => never

function addStatement(terms: CityTerms, row: Readonly<Record<string, string>>, refuse: Refuse): void {
  switch (row.what) {
    case 'project':
      if ((row.project ?? '') === '') refuse('the column project is empty')
      terms.projects.push(row.project as string)
      return
    case 'baseline':
      if (terms.baseline !== null) refuse('there is a second baseline')
      terms.baseline = { value: numberIn(row, 'value', refuse), on: dayIn(row, refuse), ...(row.source ? { source: row.source } : {}) }
      return
    case 'target': {
      const fiscalYear = numberIn(row, 'when', refuse)
      if (!Number.isInteger(fiscalYear) || fiscalYear < 1900 || fiscalYear > 2199) refuse(`when is ${row.when}; for a target give a fiscal year such as 2021`)
      if (terms.targets.some((target) => target.fiscalYear === fiscalYear)) refuse(`there is a second target for ${fiscalYear}`)
      terms.targets.push({ fiscalYear, value: numberIn(row, 'value', refuse), ...(row.upTo ? { upTo: numberIn(row, 'upTo', refuse) } : {}), ...(row.source ? { source: row.source } : {}) })
      return
    }
    default:
      refuse(`what is ${row.what ?? 'empty'}; give project, baseline or target`)
  }
}

function numberIn(row: Readonly<Record<string, string>>, column: string, refuse: Refuse): number {
  const text = row[column] ?? ''
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : refuse(`${column} is ${text === '' ? 'empty' : text}; give a number such as 12 or 0.5`)
}

function dayIn(row: Readonly<Record<string, string>>, refuse: Refuse): string {
  try {
    return Temporal.PlainDate.from(row.when ?? '').toString()
  } catch {
    return refuse(`when is ${row.when ?? 'empty'}; give a day such as 2017-03-31`)
  }
}

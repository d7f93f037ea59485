import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { monthlyAllowance } from '../../src/services/childcare-procedures/rules/allowance.ts'
import { ratesOf } from '../../src/services/childcare-procedures/rules/rates.ts'

/** Cases that were worked out elsewhere, where they lie beside the project. */
const FILE = new URL('../../../shared/data/worked/jido-teate-cases.json', import.meta.url)
const TODAY = Temporal.PlainDate.from('2026-11-15')

interface WorkedCase {
  readonly children_ages: readonly number[]
  readonly monthly: number
}

const cases = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { cases: WorkedCase[] }).cases : []

describe.skipIf(cases.length === 0)('child allowance', () => {
  const rates = ratesOf(cityIn(new URL('../../cities/kameyama', import.meta.url).pathname))

  test.each(cases.map(({ children_ages: ages, monthly }) => [ages, monthly] as const))('ages %j: %i yen a month', (ages, monthly) => {
    // Born some months before the birthday that made them so old.
    const children = ages.map((years, index) => ({ name: String(index), birthDate: TODAY.subtract({ years, months: 5 }), isSupported: true }))
    expect(monthlyAllowance(children, TODAY.toPlainYearMonth(), rates)?.yen).toBe(monthly)
  })
})

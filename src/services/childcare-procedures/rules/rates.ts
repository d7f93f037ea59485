import { rowsOf, type City } from '#kernel/city/city.ts'

/** Monthly amounts of a bracket, as the city's `childcare/allowance-rates.csv` dates them. */
export interface AllowanceRate {
  readonly from: Temporal.PlainYearMonth
  /** Last month; null while it holds. */
  readonly to: Temporal.PlainYearMonth | null
  readonly bracket: Bracket
  readonly yen: number
  readonly source: string
}

export type Bracket = 'under-3' | 'from-3' | 'third'

/** Empty for a city that has no such table: then nothing is computed, and nothing is guessed. */
export function ratesOf(city: City): readonly AllowanceRate[] {
  const known = ratesByCity.get(city)
  if (known !== undefined) return known
  const rates = rowsOf(city, 'childcare/allowance-rates.csv').map(({ from = '', to = '', bracket, yen, source = '' }) => ({
    from: Temporal.PlainYearMonth.from(from), to: to === '' ? null : Temporal.PlainYearMonth.from(to), bracket: bracket as Bracket, yen: Number(yen), source,
  }))
  ratesByCity.set(city, rates)
  return rates
}

const ratesByCity = new WeakMap<City, readonly AllowanceRate[]>()

/** Undefined where the table says nothing for the month. */
export function rateIn(rates: readonly AllowanceRate[], bracket: Bracket, month: Temporal.PlainYearMonth): AllowanceRate | undefined {
  return rates.find((rate) =>
    rate.bracket === bracket && Temporal.PlainYearMonth.compare(rate.from, month) <= 0 && (rate.to === null || Temporal.PlainYearMonth.compare(month, rate.to) <= 0))
}

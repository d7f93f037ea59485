import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { changeFees } from '../actions/change-fees.ts'
import { readFeeTable } from '../rules/fee-table.ts'
import { paymentSettings } from '../rules/settings.ts'

/** Lays out the city's table of fees. Prices marked as invented belong to a demo and are left out of a city that is none. */
export async function seedFees(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  paymentSettings(city)
  const read = readFeeTable(rowsOf(city, 'fees.csv'))
  if (!read.ok) throw new CityPackFault(`${city.folder}/fees.csv row ${read.problem.row}, column ${read.problem.column}: ${read.problem.reason} “${read.problem.read}”`)
  await changeFees(tx, read.rates.filter(({ isInvented }) => isDemo || !isInvented))
}

import { listDistricts } from '#capabilities/notices/notices.ts'
import type { District } from '#capabilities/notices/model.ts'
import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import { HAZARDS, ORDER_LEVELS, type Hazard, type Level, type OrderLevel } from '../model.ts'
import { SETTINGS, type SettingKey } from '../rules/escalation.ts'
import { mayBePrepared, type ResponseRule } from '../rules/suggestions.ts'
import { keepRosterLine, keepSetting } from '../store/duty.ts'
import { keepRule } from '../store/response-table.ts'

type Row = Readonly<Record<string, string>>

/**
 * The duty's own part of the city's folder: what is suggested when, who is asked to confirm, how long one waits. A city
 * without these files gets no suggestions; its officers write orders by hand. The roster names invented people.
 */
export async function seedDuty(tx: Tx, city: City, { isDemo }: SeedWishes): Promise<void> {
  const districts = await listDistricts(tx)
  for (const [index, row] of rowsOf(city, 'disaster/response-rules.csv').entries()) await keepRule(tx, ruleOf(row, index + 2, districts))
  for (const [index, row] of rowsOf(city, 'disaster/orders.csv').entries()) await keepSetting(tx, settingOf(row, index + 2))
  if (!isDemo) return
  for (const [index, row] of rowsOf(city, 'disaster/duty-roster.csv').entries()) {
    const at = `duty-roster.csv: ${index + 2}`
    await keepRosterLine(tx, { login: row.login ?? '', position: wholeIn(row.position, `${at}: position`), mail: row.mail ?? '', ...periodOf(row, at) })
  }
}

/** One row of `response-rules.csv`; `line` is its line in the file. */
export function ruleOf(row: Row, line: number, districts: readonly District[]): Omit<ResponseRule, 'id'> {
  const at = `response-rules.csv: ${line}`
  const hazard = row.hazard as Hazard
  if (!HAZARDS.includes(hazard)) throw new CityPackFault(`${at}: hazard: ${row.hazard} is none of ${HAZARDS.join(', ')}`)
  const orderLevel = levelIn(row.orderLevel, `${at}: orderLevel`)
  if (orderLevel !== null && !ORDER_LEVELS.includes(orderLevel as OrderLevel)) throw new CityPackFault(`${at}: orderLevel: must be 3, 4 or 5`)
  const noticeLevel = levelIn(row.noticeLevel, `${at}: noticeLevel`)
  if (orderLevel !== null && noticeLevel !== null) throw new CityPackFault(`${at}: orderLevel and noticeLevel cannot both be filled in`)
  const level = levelIn(row.level, `${at}: level`)
  const kinds = listIn(row.kinds)
  if (level === null && kinds.length === 0) throw new CityPackFault(`${at}: level or kinds must be filled in`)
  if ((row.musterClass ?? '') !== '' && (row.callOut ?? '') === '') throw new CityPackFault(`${at}: musterClass: callOut must say what it is called`)
  const isPrepared = row.prepared === 'true'
  if (isPrepared && !mayBePrepared({ orderLevel: orderLevel as OrderLevel | null, noticeLevel })) throw new CityPackFault(`${at}: prepared: only from level 4 on`)
  return {
    hazard, level, kinds, areas: listIn(row.areas), orderLevel: orderLevel as OrderLevel | null, noticeLevel, towns: townsIn(row, at, districts),
    callOut: row.callOut ?? '', musterClass: row.musterClass ?? '', isPrepared, ...periodOf(row, at), source: row.source ?? '',
  }
}

/** Districts and single towns together, in the order of the city's files. */
function townsIn(row: Row, at: string, districts: readonly District[]): string[] {
  const keys = listIn(row.districts)
  const names = listIn(row.towns)
  const known = new Set(districts.flatMap(({ towns }) => towns.map(({ name }) => name)))
  const strangeKey = keys.find((key) => !districts.some((district) => district.key === key))
  if (strangeKey !== undefined) throw new CityPackFault(`${at}: districts: ${strangeKey} is not in districts.csv`)
  const strangeName = names.find((name) => !known.has(name))
  if (strangeName !== undefined) throw new CityPackFault(`${at}: towns: ${strangeName} is in no district`)
  return districts.flatMap(({ key, towns }) => towns.map(({ name }) => name).filter((name) => keys.includes(key) || names.includes(name)))
}

function settingOf(row: Row, line: number) {
  const at = `orders.csv: ${line}`
  const key = row.key as SettingKey
  if (!(key in SETTINGS)) throw new CityPackFault(`${at}: key: ${row.key} is none of ${Object.keys(SETTINGS).join(', ')}`)
  const { least, most } = SETTINGS[key]
  const value = wholeIn(row.value, `${at}: value`)
  if (value < least || value > most) throw new CityPackFault(`${at}: value: must be from ${least} to ${most}`)
  return { key, value: String(value), ...periodOf(row, at), source: row.source ?? '' }
}

function levelIn(text: string | undefined, at: string): Level | null {
  if (text === undefined || text === '') return null
  if (!/^[0-5]$/.test(text)) throw new CityPackFault(`${at}: ${text} is no level from 0 to 5`)
  return Number(text) as Level
}

function wholeIn(text: string | undefined, at: string): number {
  if (text === undefined || !/^\d{1,6}$/.test(text)) throw new CityPackFault(`${at}: ${text ?? ''} is no whole number`)
  return Number(text)
}

function periodOf(row: Row, at: string) {
  return { validFrom: dayIn(row.validFrom, `${at}: validFrom`), validTo: row.validTo ? dayIn(row.validTo, `${at}: validTo`) : null }
}

function dayIn(text: string | undefined, at: string): Temporal.PlainDate {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new CityPackFault(`${at}: ${text ?? ''} is no day (YYYY-MM-DD)`)
  return Temporal.PlainDate.from(text)
}

function listIn(text: string | undefined): string[] {
  return (text ?? '').split(';').map((one) => one.trim()).filter((one) => one !== '')
}

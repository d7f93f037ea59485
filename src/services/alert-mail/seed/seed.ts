import { CityPackFault, rowsOf, type City } from '#kernel/city/city.ts'
import { demoIdOf } from '#kernel/access/organisation.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { SeedWishes } from '#kernel/service/manifest.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { RANKS, SCHOOL_KINDS } from '../model.ts'
import { entrustSchool, keepSchool } from '../store/schools.ts'
import { keepMusterClass, keepMusterRule, keepMusterSetting, keepRosterPerson } from '../store/roster.ts'
import { seedDemo } from './demo.ts'

/** The roster stands from here on; who worked when before is not known. */
const ROSTER_FROM = Temporal.PlainDate.from('2026-04-01')

/** Schools, who keeps them, and the dated tables of the muster, as the city's folder tells them; missing files are empty. */
export async function seedAlertMail(tx: Tx, city: City, wishes: SeedWishes): Promise<void> {
  const schools = rowsOf(city, 'schools.csv')
  for (const [position, row] of schools.entries()) {
    const kind = SCHOOL_KINDS.find((one) => one === row.kind) ?? wrong('schools.csv', position, 'kind')
    await keepSchool(tx, { key: filled(row, 'key', 'schools.csv', position), kind, name: nameIn(row, 'name'), town: row.town ?? '' }, position)
  }
  await seedMusterTables(tx, city)
  if (!wishes.isDemo) return
  await seedPeople(tx, city)
  await seedDemo(tx, city)
}

async function seedMusterTables(tx: Tx, city: City): Promise<void> {
  for (const [position, row] of rowsOf(city, 'alert-mail/muster-classes.csv').entries()) {
    await keepMusterClass(tx, { key: filled(row, 'key', 'muster-classes.csv', position), name: nameIn(row, 'name'), summary: nameIn(row, 'summary') }, position)
  }
  for (const [number, row] of rowsOf(city, 'alert-mail/muster-rules.csv').entries()) {
    const rank = row.rank === '' ? null : (RANKS.find((one) => one === row.rank) ?? wrong('muster-rules.csv', number, 'rank'))
    const [from, to] = [dayIn(row.validFrom, 'muster-rules.csv', number) ?? ROSTER_FROM, dayIn(row.validTo, 'muster-rules.csv', number)]
    await keepMusterRule(tx, { classKey: filled(row, 'class', 'muster-rules.csv', number), number, rank, unitCode: row.unit || null, from, to, source: row.source ?? '' })
  }
  for (const [number, row] of rowsOf(city, 'alert-mail/muster-settings.csv').entries()) {
    const classByLevel = Object.fromEntries([3, 4, 5].flatMap((level) => (row[`classLevel${level}`] ? [[String(level), row[`classLevel${level}`] as string]] : [])))
    const setting = { remindAfterMinutes: Number(row.remindAfterMinutes), remindTimes: Number(row.remindTimes), classByLevel }
    await keepMusterSetting(tx, setting, dayIn(row.validFrom, 'muster-settings.csv', number) ?? ROSTER_FROM, row.source ?? '')
  }
}

async function seedPeople(tx: Tx, city: City): Promise<void> {
  for (const { login = '', school = '' } of rowsOf(city, 'alert-mail/keepers.csv')) await entrustSchool(tx, demoIdOf(city, login), school)
  for (const [number, row] of rowsOf(city, 'alert-mail/roster.csv').entries()) {
    const rank = RANKS.find((one) => one === row.rank) ?? wrong('roster.csv', number, 'rank')
    const personId = row.login ? demoIdOf(city, row.login) : null
    await keepRosterPerson(tx, { personId, name: filled(row, 'name', 'roster.csv', number), nameKana: row.nameKana ?? '', unitCode: row.unit ?? '', rank, phone: row.phone ?? '' }, ROSTER_FROM)
  }
}

function nameIn(row: Readonly<Record<string, string>>, column: string): Phrase<never> {
  return { ja: row[column] ?? '', 'ja-x-yasashii': row[`${column}Yasashii`] ?? '', en: row[`${column}En`] ?? '', pt: row[`${column}Pt`] ?? '' }
}

function filled(row: Readonly<Record<string, string>>, column: string, file: string, index: number): string {
  return row[column] || wrong(file, index, column)
}

function dayIn(text: string | undefined, file: string, index: number): Temporal.PlainDate | null {
  if (!text) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : wrong(file, index, 'a date')
}

/** Row 1 holds the names of the columns. */
function wrong(file: string, index: number, column: string): never {
  throw new CityPackFault(`${file} row ${index + 2}: ${column} is missing or unknown; see cities/README.md`)
}

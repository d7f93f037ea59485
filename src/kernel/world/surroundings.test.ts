import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cityIn, type City } from '#kernel/city/city.ts'
import { surroundingsOf } from './surroundings.ts'
import { makeWorld } from './world.ts'

const until = Temporal.PlainDate.from('2026-11-22')
const root = mkdtempSync(join(tmpdir(), 'tsunagu-world-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const COLUMNS = ['household', 'person', 'relationship', 'name', 'nameKana', 'alphabetName', 'commonName', 'commonNameKana', 'sex', 'birthDate', 'nationality', 'residentSince', 'postalCode', 'town', 'addressNumber', 'building', 'language', 'note']
const HEAD = { household: 'H1', person: 'H1P1', relationship: '世帯主', name: '山田 太郎', nameKana: 'ヤマダ タロウ', sex: 'male', birthDate: '1980-01-31', nationality: 'JP', residentSince: '2000-01-01', postalCode: '510-0001', town: '上町', addressNumber: '9101番地', language: 'ja' }
const familyWith = (other: Readonly<Record<string, string>>) => {
  const row: Readonly<Record<string, string>> = { ...HEAD, ...other }
  return `${COLUMNS.join(',')}\n${COLUMNS.map((column) => row[column] ?? '').join(',')}\n`
}
const TOWNS = 'name,nameKana,nameRomaji,postalCode,aliases\n上町,かみまち,Kamimachi,510-0001,\n下町,しもまち,Shimomachi,510-0002,\n'

let made = 0
/** A city that consists of these files. */
function cityOf(files: Readonly<Record<string, string>>): City {
  const folder = join(root, `trial${made++}`)
  mkdirSync(join(folder, 'population'), { recursive: true })
  const words = { ja: '試市', 'ja-x-yasashii': 'ためしし', en: 'Trial', pt: 'Prova' }
  writeFileSync(join(folder, 'city.json'), JSON.stringify({ code: '242101', name: '試市', nameRomaji: 'Tameshi', displayName: words, prefecture: { code: '24', name: '三重県' }, hosts: ['trial.example'], accent: 'blue' }))
  for (const [file, text] of Object.entries({ 'towns.csv': TOWNS, ...files })) writeFileSync(join(folder, file), text)
  return cityIn(folder)
}

const residentsOf = (city: City, people = 60) =>
  makeWorld({ seed: 1, people, until, surroundings: surroundingsOf(city) }).people.filter(({ states }) => states.at(-1)?.standing === 'resident')

test('a city that has only towns has a plain world: nobody from abroad, everybody in its towns', () => {
  const residents = residentsOf(cityOf({}))
  expect(residents).toHaveLength(60)
  expect(new Set(residents.map(({ nationality }) => nationality))).toEqual(new Set(['JP']))
  expect(new Set(residents.map(({ states }) => states.at(-1)?.address.town))).toEqual(new Set(['上町', '下町']))
})

test('a town without a share has nobody', () => {
  const residents = residentsOf(cityOf({ 'population/town-shares.csv': 'town,share,flats\n上町,3,0.5\n下町,0,0\n' }))
  expect(residents.filter(({ states }) => states.at(-1)?.address.town === '下町')).toEqual([])
})

test.each([
  ['population/town-shares.csv', 'town,share,flats\n中町,1,0\n', /town-shares\.csv: 中町 is no town of towns\.csv/],
  ['population/town-shares.csv', 'town,share,flats\n上町,viel,0\n', /the share of 上町 is no number from 0 on: "viel"/],
  ['population/foreign-residents.csv', 'nationality,share,households,note\nBR,1,alone,\n', /BR: households is families, workers or mixed, not "alone"/],
  ['population/foreign-residents.csv', 'nationality,share,households,note\nXX,1,families,\n', /XX/],
  ['households.csv', familyWith({ relationship: 'いとこ' }), /H1P1: "いとこ" is none of/],
  ['households.csv', familyWith({ relationship: '子' }), /H1: nobody in the household is 世帯主/],
  ['households.csv', familyWith({ birthDate: '1980-02-30' }), /H1P1: birthDate is no date \(YYYY-MM-DD\): "1980-02-30"/],
  ['households.csv', familyWith({ residentSince: '1979-01-01' }), /H1P1: residentSince 1979-01-01 lies before the birth on 1980-01-31/],
  ['households.csv', familyWith({ sex: 'm' }), /H1P1: sex is female or male, not "m"/],
  ['households.csv', familyWith({ town: '中町' }), /H1: 中町 is no town of towns.csv/],
])('%s is refused with its row: %j', (file, text, reason) => {
  expect(() => residentsOf(cityOf({ [file]: text }))).toThrow(reason)
})

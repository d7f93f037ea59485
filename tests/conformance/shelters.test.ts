import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { readShelterSheet } from '../../src/services/disaster-information/importers/shelter-sheet.ts'
import { columnsIn } from '../../src/services/disaster-information/rules/shelter-columns.ts'
import { mergedShelters } from '../../src/services/disaster-information/rules/shelter-merge.ts'
import { readShelterRows } from '../../src/services/disaster-information/rules/shelter-rows.ts'
import { isMeantFor, SHELTER_HAZARDS, sheltersFor, type Shelter } from '../../src/services/disaster-information/rules/shelters.ts'

/**
 * The city's real places, where a copy lies beside the project: 国土地理院 指定緊急避難場所・指定避難所データ of 亀山市, 233
 * sites and 15 shelters. The figures here were counted in the files themselves.
 */
const SHARED = join(import.meta.dirname, '../../../shared/data/shelters')
const [SITES, SHELTERS] = [join(SHARED, 'kameyama_emergency_242101.json'), join(SHARED, 'kameyama_evacuation_242101.json')]
const isThere = existsSync(SITES) && existsSync(SHELTERS)
if (!isThere) process.stderr.write(`SKIPPED: the city's shelters are not at ${SHARED}; their conformance was not tested.\n`)

const towns = parse<{ name: string }>(readFileSync(join(import.meta.dirname, '../../cities/kameyama/towns.csv')), { columns: true, bom: true }).map(({ name }) => name)

async function brought(present: readonly Shelter[], path: string) {
  const sheet = await readShelterSheet(readFileSync(path))
  if (!sheet.ok) throw new Error(JSON.stringify(sheet))
  const found = columnsIn(sheet.rows[0] ?? [])
  if (!found.ok) throw new Error(found.missing)
  const reading = readShelterRows(sheet.rows, 0, found.columns)
  return { reading, merged: mergedShelters(present, reading.drafts, found.columns, towns) }
}

test.skipIf(!isThere)('233 sites: nothing odd, nothing lost, 147 for floods, and never one more', async () => {
  const { reading, merged } = await brought([], SITES)
  expect([reading.findings, reading.leftOut, merged.added]).toEqual([[], 0, 233])
  const designated = Object.fromEntries(SHELTER_HAZARDS.map((hazard) => [hazard, merged.shelters.filter(({ hazards }) => hazards.includes(hazard)).length]))
  expect(designated).toEqual({ flood: 147, landslide: 118, 'storm-surge': 0, earthquake: 227, tsunami: 0, 'large-fire': 0, 'inland-flooding': 0, volcano: 0 })
  expect(sheltersFor(merged.shelters, 'flood', 'all')).toHaveLength(147)
  expect(sheltersFor(merged.shelters, 'heavy-rain', 'all')).toHaveLength(147)
  expect(sheltersFor(merged.shelters, 'tsunami', 'all')).toEqual([])
  expect(merged.shelters.every(({ point }) => point !== null)).toBe(true)
})

test.skipIf(!isThere)('every address but one tells its town, however the list writes it', async () => {
  const { merged } = await brought([], SITES)
  // 関町 alone and 東町 alone name no town of the city's list.
  expect(merged.shelters.filter(({ town }) => town === null).map(({ address }) => address.replace('三重県亀山市', '')).toSorted()).toEqual(['東町', '関町'])
  expect(merged.shelters.find(({ address }) => address.endsWith('天神3-2-33'))?.town).toBe('天神三丁目')
  expect(merged.shelters.filter(({ address }) => address.endsWith('みずきヶ丘')).every(({ town }) => town === 'みずきが丘')).toBe(true)
})

test.skipIf(!isThere)('15 shelters with their nulls join the sites that they are, and say nothing of hazards', async () => {
  const sites = (await brought([], SITES)).merged.shelters
  const { reading, merged } = await brought(sites, SHELTERS)
  expect([reading.findings, merged.shelters.length, merged.added, merged.gone, merged.changed]).toEqual([[], 233, 0, [], 0])
  expect(merged.shelters.filter(({ kinds }) => kinds.includes('shelter'))).toHaveLength(15)
  expect(merged.shelters.filter((shelter) => isMeantFor(shelter, 'landslide'))).toHaveLength(118)
  expect(merged.shelters.filter((shelter) => isMeantFor(shelter, 'wind'))).toHaveLength(15)
})

import { z } from 'zod'
import { readCsv } from '#capabilities/documents/csv.ts'
import { DOCUMENT_WORDS } from '#capabilities/documents/text.ts'
import { readXlsx, textOf } from '#capabilities/documents/xlsx-reader.ts'
import type { ImportRefusal } from '#capabilities/imports/importer.ts'
import type { ShelterSheet } from '../rules/shelter-rows.ts'
import { shelterImportWords } from '../text/shelter-import-words.ts'

export type SheetReading = { readonly ok: true; readonly rows: ShelterSheet } | ImportRefusal

/** Most places that a file may hold: the whole country has some 115,000. */
const MOST_FEATURES = 200_000

/** What a file is, its content decides: a workbook is a ZIP archive, GeoJSON begins with a brace, the rest is CSV. */
export async function readShelterSheet(bytes: Buffer): Promise<SheetReading> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readWorkbook(bytes)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('{')) return readGeoJson(text)
  const read = readCsv(bytes)
  return read.ok ? read : { ok: false, phrase: DOCUMENT_WORDS[read.reason], values: { row: read.at?.row ?? 0, column: read.at?.column ?? 0 } }
}

async function readWorkbook(bytes: Buffer): Promise<SheetReading> {
  const workbook = await readXlsx(bytes)
  if (!workbook.ok) return { ok: false, phrase: DOCUMENT_WORDS[workbook.reason], values: { row: workbook.at?.row ?? 0, column: workbook.at?.column ?? 0 } }
  const cells = workbook.sheets.find(({ visibility }) => visibility === 'visible')?.cells ?? new Map()
  const last = Math.max(0, ...cells.keys())
  const rows = Array.from({ length: last }, (_, index) => {
    const row = cells.get(index + 1)
    return row === undefined ? [] : Array.from({ length: Math.max(0, ...row.keys()) }, (__, column) => textOf(row.get(column + 1) ?? null))
  })
  return { ok: true, rows }
}

/** As the Geospatial Information Authority gives its lists (RFC 7946): a flag is "1" or "", an unknown is null. */
const collectionShape = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({
    geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) }).nullable(),
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })).max(MOST_FEATURES),
})

function readGeoJson(text: string): SheetReading {
  const read = collectionShape.safeParse(jsonIn(text))
  if (!read.success) {
    const issue = read.error.issues[0]
    const [where, index] = issue?.path ?? []
    return { ok: false, phrase: shelterImportWords.notGeoJson, values: { place: where === 'features' ? Number(index) + 1 : 0, why: issue?.message ?? '' } }
  }
  const { features } = read.data
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  const rows = features.map(({ geometry, properties }) => [
    ...names.map((name) => (properties[name] === null || properties[name] === undefined ? '' : String(properties[name]))),
    ...(geometry === null ? ['', ''] : [String(geometry.coordinates[1]), String(geometry.coordinates[0])]),
  ])
  return { ok: true, rows: [[...names, '緯度', '経度'], ...rows] }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Phrase } from '#kernel/text/text.ts'

/**
 * A city as data: one folder of files that a clerk can edit. The kernel reads who the city is and by which host names
 * people reach it; each service reads its own part of the folder.
 */
export interface City {
  /** Name of its folder, and of its database and roles: `kameyama`. */
  readonly key: string
  readonly folder: string
  /** 全国地方公共団体コード with check digit. */
  readonly code: string
  /** Official name, e.g. 亀山市. */
  readonly name: string
  readonly nameRomaji: string
  /** The name in every language, for page headers. */
  readonly displayName: Phrase<never>
  readonly prefecture: { readonly code: string; readonly name: string }
  readonly hosts: readonly string[]
  /** Answers for host names nobody claims. */
  readonly isDefault: boolean
  /** Name of the colour its pages wear; design knows which there are. */
  readonly accent: string
}

const cityShape = z.object({
  code: z.string().regex(/^\d{6}$/),
  name: z.string().min(1),
  nameRomaji: z.string(),
  displayName: z.object({ ja: z.string(), 'ja-x-yasashii': z.string(), en: z.string(), pt: z.string() }),
  prefecture: z.object({ code: z.string().regex(/^\d{2}$/), name: z.string() }),
  hosts: z.array(z.string().min(1)).min(1),
  isDefault: z.boolean().default(false),
  accent: z.string().min(1),
})

export class CityPackFault extends Error {}

/** Reads every city below the folder; a city without a readable `city.json` is a fault that names the file. */
export function citiesIn(folder: string): City[] {
  const cities = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'city.json')))
    .map((entry) => cityIn(join(folder, entry.name)))
  if (cities.length === 0) throw new CityPackFault(`No city was found below ${folder}: each needs a folder with a city.json`)
  refuseSharedHosts(cities)
  return cities.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.code.localeCompare(b.code))
}

export function cityIn(folder: string): City {
  const file = join(folder, 'city.json')
  const key = basename(folder)
  if (!/^[a-z][a-z0-9]{1,30}$/.test(key)) throw new CityPackFault(`A city's folder is named in small letters: ${key}`)
  const read = cityShape.safeParse(jsonIn(file))
  if (!read.success) {
    const first = read.error.issues[0]
    throw new CityPackFault(`${file}: ${first?.path.join('.')}: ${first?.message}`)
  }
  return { key, folder, ...read.data }
}

/** The rows of one of the city's tables as texts by column name; a missing file is an empty table. */
export function rowsOf(city: City, file: string): Readonly<Record<string, string>>[] {
  const path = join(city.folder, file)
  if (!existsSync(path)) return []
  return parseCsv(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true })
}

/** One of the city's JSON files, or undefined when the city has none. */
export function jsonOf(city: City, file: string): unknown {
  const path = join(city.folder, file)
  return existsSync(path) ? jsonIn(path) : undefined
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new CityPackFault(`${path} is not readable JSON: ${(cause as Error).message}`)
  }
}

function refuseSharedHosts(cities: readonly City[]): void {
  const owner = new Map<string, string>()
  for (const city of cities) {
    for (const host of city.hosts) {
      const other = owner.get(host)
      if (other !== undefined) throw new CityPackFault(`The host name ${host} is claimed by ${other} and ${city.key}`)
      owner.set(host, city.key)
    }
  }
}

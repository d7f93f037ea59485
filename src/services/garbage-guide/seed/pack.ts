import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf, type City } from '#kernel/city/city.ts'
import type { Danger, District, Guide, Item, WasteClass, WorkingCentre } from '../model.ts'
import { centresIn, classesIn, dangersIn, districtsIn } from './pack-frame.ts'
import { itemsIn } from './pack-items.ts'
import { questionsIn, type AskedWord } from './pack-questions.ts'
import { tableOf } from './pack-rows.ts'

export interface GuidePack extends Omit<Guide, 'edition' | 'isInvented' | 'municipalityCode' | 'movedDays'> {
  /** What the demo's residents have asked and nobody has answered. */
  readonly questions: readonly AskedWord[]
}

/**
 * The guide as the city's folder tells it (cities/README.md); undefined for a city without one. Everything is read and
 * checked before anything is kept: throws CityPackFault naming file, row and column at the first thing that is wrong.
 */
export function readGuidePack(city: City): GuidePack | undefined {
  const files = filesIn(city)
  if (!files.includes('classes.csv')) return undefined
  const classes: readonly WasteClass[] = classesIn(tableOf(city, 'classes.csv'))
  const dangers: readonly Danger[] = dangersIn(tableOf(city, 'dangers.csv'))
  const centres: readonly WorkingCentre[] = centresIn(tableOf(city, 'centres.csv'))
  const towns = rowsOf(city, 'towns.csv').map(({ name = '' }) => name)
  const districts: readonly District[] = districtsIn(tableOf(city, 'districts.csv'), { classes, centres, towns })
  const lists = files.filter((name) => /^items.*\.csv$/.test(name)).toSorted()
  const items: readonly Item[] = itemsIn(lists.flatMap((name) => tableOf(city, name)), { classes, dangers })
  const questions = files.includes('questions.csv') ? questionsIn(tableOf(city, 'questions.csv')) : []
  return { classes, dangers, centres, districts, items, questions }
}

function filesIn(city: City): readonly string[] {
  try {
    return readdirSync(join(city.folder, 'garbage'))
  } catch {
    // A city need not have a guide.
    return []
  }
}

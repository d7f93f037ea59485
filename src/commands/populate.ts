import { growWorld, populationOf } from '#kernel/city/settling.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { CIRCLE_PEOPLE } from '#kernel/world/world.ts'
import { parts as cityParts } from '../city.ts'
import { chosenCity, chosenFolder, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'

/** A large city's population; more would only show how patient one is. */
const MOST_PEOPLE = 500_000

const howToBeginAnew = 'To begin anew, stop the city and start it with an empty DATA_DIR, or with another database in DATABASE_URL'

export const populate: Command = {
  usage: 'populate --people N [--seed S] [--city KEY]',
  says: 'lets the invented population of a demo city grow to N people; the same seed gives the same people',
  run: async (words) => {
    const { city, ...wish } = wishIn(words)
    return withInstallation(async (installation) => {
      const began = performance.now()
      const tell = (step: string) => console.error(`  ${((performance.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${step}`)
      console.log(await populateCity(chosenCity(installation, city), cityParts, wish, tell))
      return 0
    }, { only: [chosenFolder(city).key] })
  },
}

export interface PopulationWish {
  readonly people: number
  readonly seed: number
}

/** What the words of the command ask for; throws an error of one line that names the option and the way out. */
export function wishIn(words: readonly string[]): PopulationWish & { readonly city: string | undefined } {
  const { options, rest } = optionsIn(words, { people: 'string', seed: 'string', city: 'string' })
  if (rest.length > 0) throw new Error(`"${rest.join(' ')}" is too much: write tsunagu populate --people 49000 --seed 1`)
  return {
    people: wholeNumberOf('people', options.people, { least: CIRCLE_PEOPLE, most: MOST_PEOPLE }),
    seed: wholeNumberOf('seed', options.seed ?? '1', { least: 0, most: 2 ** 31 - 1 }),
    city: typeof options.city === 'string' ? options.city : undefined,
  }
}

function wholeNumberOf(name: string, text: string | boolean | undefined, { least, most }: { least: number; most: number }): number {
  const number = Number(text)
  if (typeof text === 'string' && /^\d+$/.test(text) && number >= least && number <= most) return number
  const given = text === undefined ? 'is missing' : `is "${String(text)}"`
  throw new Error(`--${name} ${given}: write a whole number from ${least} to ${most}, e.g. tsunagu populate --people 49000 --seed 1`)
}

/** Resolves to the line that says what was done; throws one that says why nothing was, and what to do. */
export async function populateCity({ city, database, isDemo }: OpenCity, parts: readonly Manifest[], { people, seed }: PopulationWish, progress: (step: string) => void): Promise<string> {
  if (!isDemo) throw new Error(`${city.name} was not laid out as a demo; invented people never stand beside real ones. ${howToBeginAnew}`)
  const { people: there } = await populationOf(database)
  if (there === 0) throw new Error(`${city.name} has no towns.csv, so nobody can live in it: give the city's folder its towns first`)
  if (there > people) throw new Error(`${city.name} already has ${there} invented people; it grows, but never shrinks. ${howToBeginAnew}`)
  const began = performance.now()
  const taken = await growWorld({ city, database, parts, progress: (part, piece) => progress(`${part}: people from ${piece.firstCircle * CIRCLE_PEOPLE} to ${piece.firstCircle * CIRCLE_PEOPLE + piece.people} of ${people}`) }, { people, seed })
  if (taken === 0) throw new Error(`${city.name} already has its ${there} invented people. ${howToBeginAnew}`)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  return `${city.name} has ${people} invented people, ${people - there} of them new (seed ${seed}, ${seconds} s)`
}

import { growWorld, populationOf } from '#kernel/city/settling.ts'
import { CIRCLE_PEOPLE } from '#kernel/world/world.ts'
import { parts } from '../city.ts'
import { chosenCity, chosenFolder, withInstallation } from './city-choice.ts'
import type { Command } from './commands.ts'
import { optionsIn } from './environment.ts'
import { ProgressLines } from './progress.ts'

/** A large city's population; more would only show how patient one is. */
const MOST_PEOPLE = 500_000

const howToBeginAnew = 'To begin anew, stop the city and start it with an empty DATA_DIR, or with another database in DATABASE_URL'

export const populate: Command = {
  usage: 'populate --people N [--seed S] [--city KEY]',
  says: 'lets the invented population of a demo city grow to N people; the same seed gives the same people',
  run: async (words) => {
    const { options, rest } = optionsIn(words, { people: 'string', seed: 'string', city: 'string' })
    if (rest.length > 0) throw new Error(`"${rest.join(' ')}" is too much: write tsunagu populate --people 49000 --seed 1`)
    const people = wholeNumberOf('people', options.people, { least: CIRCLE_PEOPLE, most: MOST_PEOPLE })
    const seed = wholeNumberOf('seed', options.seed ?? '1', { least: 0, most: 2 ** 31 - 1 })
    return withInstallation(async (installation) => {
      const { city, database, isDemo } = chosenCity(installation, options.city)
      if (!isDemo) throw new Error(`${city.name} was not laid out as a demo; invented people never stand beside real ones. ${howToBeginAnew}`)
      const { people: there } = await populationOf(database)
      if (there === 0) throw new Error(`${city.name} has no towns.csv, so nobody can live in it: give the city's folder its towns first`)
      if (there > people) throw new Error(`${city.name} already has ${there} invented people; it grows, but never shrinks. ${howToBeginAnew}`)
      const began = performance.now()
      const progress = new ProgressLines((line) => console.error(line))
      const taken = await growWorld({ city, database, parts, progress: (part, upTo) => progress.begin(`${part}: people up to ${upTo}`) }, { people, seed })
      progress.end()
      if (taken === 0) throw new Error(`${city.name} already has its ${there} invented people. ${howToBeginAnew}`)
      console.log(`${city.name} has ${people} invented people (${people - there} new, seed ${seed}) after ${((performance.now() - began) / 1000).toFixed(1)} s`)
      return 0
    }, { only: [chosenFolder(options.city).key] })
  },
}

function wholeNumberOf(name: string, text: string | boolean | undefined, { least, most }: { least: number; most: number }): number {
  const number = Number(text)
  if (typeof text === 'string' && /^\d+$/.test(text) && number >= least && number <= most) return number
  const given = text === undefined ? 'is missing' : `is "${String(text)}"`
  throw new Error(`--${name} ${given}: write a whole number from ${least} to ${most}, e.g. tsunagu populate --people 49000 --seed 1`)
}

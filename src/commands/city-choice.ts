import { citiesIn, type City } from '#kernel/city/city.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { openInstallation, type Installation } from '#kernel/installation/installation.ts'
import { createLog } from '#kernel/telemetry/log.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { parts as cityParts } from '../city.ts'
import { environment } from './environment.ts'
import { ProgressLines } from './progress.ts'

/** Connections of a command: it does one thing at a time, and the server may be running beside it. */
const COMMAND_CONNECTIONS = 3

/**
 * Opens the installation for one command and closes it afterwards, whatever happens. A running server is left running:
 * its database is used, not taken. Lines of progress go to the error stream, so that results can be piped.
 */
export async function withInstallation<Result>(
  work: (installation: Installation) => Promise<Result>,
  { parts = cityParts, only }: { readonly parts?: readonly Manifest[]; readonly only?: readonly string[] } = {},
): Promise<Result> {
  const progress = new ProgressLines((line) => console.error(line))
  const installation = await openInstallation({
    ...environment(),
    parts,
    ...(only === undefined ? {} : { only }),
    clock: systemClock,
    // What goes well is not worth a line between the command's own.
    log: { ...createLog((line) => console.error(line)), info: () => {} },
    progress: (step, city) => progress.begin(city === null ? step : `${city.name}: ${step}`),
    connections: COMMAND_CONNECTIONS,
  })
  progress.end()
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

/** The city named by `--city`, or the default one. */
export function chosenCity(installation: Installation, key: string | boolean | undefined): OpenCity {
  const open = typeof key === 'string' ? installation.cities.find((each) => each.city.key === key) : defaultCity(installation)
  if (open === undefined) {
    throw new Error(`there is no city "${String(key)}" here; known: ${installation.cities.map((each) => each.city.key).join(', ')}`)
  }
  return open
}

function defaultCity(installation: Installation): OpenCity | undefined {
  return installation.cities.find((each) => each.city.isDefault) ?? installation.cities[0]
}

/** The folder of the city named by `--city`, or of the default one, without opening anything. */
export function chosenFolder(key: string | boolean | undefined): City {
  const cities = citiesIn(environment().citiesFolder)
  const city = typeof key === 'string' ? cities.find((each) => each.key === key) : (cities.find(({ isDefault }) => isDefault) ?? cities[0])
  if (city === undefined) throw new Error(`there is no city "${String(key)}" here; known: ${cities.map((each) => each.key).join(', ')}`)
  return city
}

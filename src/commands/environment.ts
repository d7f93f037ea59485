import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the installation's surroundings say; the names are stable, scripts rely on them. */
export interface Environment {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly citiesFolder: string
  readonly isDemo: boolean
  /** How many proxies stand in front of the city. */
  readonly trustedProxies: number
  /** Where the demo's stand-ins for the world outside listen, and under which origin browsers reach them. */
  readonly standIns: { readonly host: string; readonly port: number; readonly origin?: string }
}

export function environment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return {
    port: wholeNumberIn('PORT', variables.PORT ?? '3000', 65_535),
    host: variables.HOST ?? 'localhost',
    dataDir: resolve(variables.DATA_DIR ?? '.tsunagu'),
    databaseUrl: variables.DATABASE_URL || undefined,
    citiesFolder: resolve(variables.CITIES_DIR ?? new URL('../../cities', import.meta.url).pathname),
    isDemo: variables.DEMO !== '0',
    trustedProxies: wholeNumberIn('TRUSTED_PROXIES', variables.TRUSTED_PROXIES ?? '0', 9),
    standIns: standInsIn(variables),
  }
}

/** Only this machine reaches the stand-ins, unless it is said under which origin others do. */
function standInsIn({ STAND_IN_PORT = '0', STAND_IN_ORIGIN = '', HOST = 'localhost' }: NodeJS.ProcessEnv): Environment['standIns'] {
  const port = wholeNumberIn('STAND_IN_PORT', STAND_IN_PORT, 65_535)
  return STAND_IN_ORIGIN === '' ? { host: '127.0.0.1', port } : { host: HOST, port, origin: new URL(STAND_IN_ORIGIN).origin }
}

function wholeNumberIn(name: string, text: string, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new Error(`${name} must be a number from 0 to ${most}, not "${text}"`)
  return value
}

/** Words of a command line into options and the rest; an unknown option is refused by name. */
export function optionsIn(words: readonly string[], known: Readonly<Record<string, 'boolean' | 'string'>>) {
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]))
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  return { options: values as Readonly<Record<string, string | boolean | undefined>>, rest: positionals }
}

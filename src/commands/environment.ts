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
  readonly trustProxy: boolean
}

export function environment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const port = Number(variables.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not "${variables.PORT}"`)
  return {
    port,
    host: variables.HOST ?? 'localhost',
    dataDir: resolve(variables.DATA_DIR ?? '.tsunagu'),
    databaseUrl: variables.DATABASE_URL || undefined,
    citiesFolder: resolve(variables.CITIES_DIR ?? new URL('../../cities', import.meta.url).pathname),
    isDemo: variables.DEMO !== '0',
    trustProxy: variables.TRUST_PROXY === '1',
  }
}

/** Words of a command line into options and the rest; an unknown option is refused by name. */
export function optionsIn(words: readonly string[], known: Readonly<Record<string, 'boolean' | 'string'>>) {
  const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]))
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  return { options: values as Readonly<Record<string, string | boolean | undefined>>, rest: positionals }
}

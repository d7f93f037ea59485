import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CityPackFault, type City } from '#kernel/city/city.ts'
import type { SigningKey } from '../cms/sign-message.ts'
import { ALGORITHM_NAMES, type AlgorithmName } from './algorithms.ts'

/** How a city signs: `signing.json` in its folder; what is not said there, or a missing file, is the test authority. */
export interface SigningSettings {
  /** Of keys that are made from now on. */
  readonly algorithm: AlgorithmName
  readonly rootYears: number
  readonly certificateYears: number
  /** So long before its end a certificate gets its successor. */
  readonly renewDaysBefore: number
  /** A real certificate: paths of its key (PKCS #8, PEM) and of the chain, its own certificate first (PEM). */
  readonly official?: { readonly keyFile: string; readonly chainFile: string; readonly algorithm: AlgorithmName } | undefined
  /** Path of further roots (PEM) that this city believes, e.g. that of its time-stamp authority. */
  readonly trustedFile?: string | undefined
}

const algorithm = z.enum(ALGORITHM_NAMES as [AlgorithmName])

const settingsShape = z.strictObject({
  algorithm: algorithm.default('rsa-2048-sha256'),
  rootYears: z.int().min(2).max(30).default(20),
  certificateYears: z.int().min(1).max(10).default(3),
  renewDaysBefore: z.int().min(7).max(365).default(180),
  official: z.strictObject({ keyFile: z.string(), chainFile: z.string(), algorithm }).optional(),
  trustedFile: z.string().optional(),
})

const known = new Map<string, SigningSettings>()

/** Read once a process. Throws CityPackFault that names the file and the field. */
export function settingsOf(city: City): SigningSettings {
  const file = join(city.folder, 'signing.json')
  const kept = known.get(file)
  if (kept !== undefined) return kept
  const settings = existsSync(file) ? settingsIn(file) : settingsShape.parse({})
  known.set(file, settings)
  return settings
}

function settingsIn(file: string): SigningSettings {
  const read = settingsShape.safeParse(jsonIn(file))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new CityPackFault(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (thrown) {
    throw new CityPackFault(`${file} is not JSON: ${String(thrown)}`)
  }
}

/** The real certificate of the settings, with its key; null where the city signs under its test authority. */
export function officialKeyOf(settings: SigningSettings): SigningKey | null {
  const { official } = settings
  if (official === undefined) return null
  const [certificate, ...chain] = certificatesIn(official.chainFile)
  if (certificate === undefined) throw new CityPackFault(`${official.chainFile} holds no certificate`)
  const key = createPrivateKey(readFileSync(official.keyFile))
  if (!certificate.checkPrivateKey(key)) throw new CityPackFault(`${official.keyFile} is not the key of the first certificate in ${official.chainFile}`)
  return { key, algorithm: official.algorithm, certificate, chain }
}

/** Roots that the settings name: the last of the official chain, and those in the file of trusted ones. */
export function settledAnchors({ official, trustedFile }: SigningSettings): X509Certificate[] {
  const root = official === undefined ? undefined : certificatesIn(official.chainFile).at(-1)
  return [...(root === undefined ? [] : [root]), ...(trustedFile === undefined ? [] : certificatesIn(trustedFile))]
}

function certificatesIn(file: string): X509Certificate[] {
  const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

import { z } from 'zod'
import { CityPackFault, jsonOf, type City } from '#kernel/city/city.ts'
import { ChannelDown } from '../sending/channel.ts'

const address = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text))
const receiver = z.object({
  url: address,
  /** Name of the environment variable that holds the receiver's secret: secrets never stand in a city's files. */
  secretFrom: z.string().regex(/^[A-Z][A-Z0-9_]*$/).optional(),
})

const shape = z.object({
  lAlert: receiver.optional(),
  areaMail: receiver.optional(),
  cableTv: z.union([receiver.extend({ encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8') }), z.object({ folder: z.string().min(1), encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8') })]).optional(),
  /** Whether servers of the fediverse may follow the city. */
  activityPub: z.object({ isOpen: z.boolean() }).optional(),
})

export type HandOverSettings = z.infer<typeof shape>
export type Receiver = z.infer<typeof receiver>

/** What the city has set up in `hand-overs.json`; whatever it has not goes to stand-ins. Throws `CityPackFault` naming the field. */
export function handOverSettings(city: City): HandOverSettings {
  const read = shape.safeParse(jsonOf(city, 'hand-overs.json') ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new CityPackFault(`${city.folder}/hand-overs.json: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** The header that proves who we are. Throws where the secret is named but not there: without it nobody would take anything. */
export function authorisation({ secretFrom }: Pick<Receiver, 'secretFrom'>, variables: NodeJS.ProcessEnv = process.env): Record<string, string> {
  if (secretFrom === undefined) return {}
  const secret = variables[secretFrom]
  if (secret === undefined || secret === '') throw new ChannelDown(`the environment variable ${secretFrom}, which hand-overs.json names, is not set`, 0)
  return { authorization: `Bearer ${secret}` }
}

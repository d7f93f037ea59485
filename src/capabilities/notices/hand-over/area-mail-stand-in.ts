import { z } from 'zod'
import { CHANNEL_LIMITS } from '../rules/fitting-limits.ts'
import { openStandInServer, type Arrived, type StandIn, type StandInReply, type Watch } from './stand-in-server.ts'

const { title, body, measure } = CHANNEL_LIMITS['area-mail']
const mailShape = z.object({
  id: z.uuid(), municipalityCode: z.string().regex(/^\d{6}$/), isDrill: z.boolean(),
  title: z.string().refine((text) => measure(text) <= title, `more than ${title} characters`),
  body: z.string().refine((text) => measure(text) <= body, `more than ${body} characters`),
})

/** Stands in for the carriers: refuses what has no room on a phone, and sounds each message once. */
export async function openAreaMailStandIn(watch: Watch): Promise<StandIn> {
  const known = new Set<string>()
  const { port, close } = await openStandInServer('area-mail', watch, (arrived) => replyTo(arrived, known))
  return { url: new URL(`http://127.0.0.1:${port}/`), close }
}

function replyTo(arrived: Arrived, known: Set<string>): StandInReply {
  if (arrived.method !== 'POST') return { status: 405, body: '' }
  const read = mailShape.safeParse(jsonOf(arrived.body))
  if (!read.success) {
    const [issue] = read.error.issues
    const why = `${issue?.path.join('.')}: ${issue?.message}`
    return { status: 400, body: JSON.stringify({ why }), summary: `refused: ${why}` }
  }
  const { data } = read
  const isKnown = known.has(data.id)
  known.add(data.id)
  return { status: 200, body: JSON.stringify({ receipt: data.id, isKnown }), summary: `${isKnown ? 'again: ' : ''}${data.title}`, taken: data.id }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

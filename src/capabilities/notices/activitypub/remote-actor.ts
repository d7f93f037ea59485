import { z } from 'zod'
import { askFediverse, type Ground } from './outside.ts'
import { STAND_IN_HOST } from './stand-in-host.ts'

/** Somebody waits for our answer while we ask. */
const ANSWER_MS = 8_000
/** Asked at the same moment; a flood of strangers must not become one from us. */
const MOST_AT_ONCE = 20
const MOST_ADDRESS_CHARACTERS = 1_000

export interface RemoteActor {
  readonly id: string
  readonly inbox: string
  readonly sharedInbox: string | null
  readonly host: string
  readonly keyId: string
  readonly publicKey: string
}

const address = z.string().max(MOST_ADDRESS_CHARACTERS)
const shape = z.object({
  id: address, inbox: address.optional(), owner: address.optional(),
  endpoints: z.object({ sharedInbox: address.optional() }).optional().catch(undefined),
  publicKey: z.object({ id: address, owner: address, publicKeyPem: z.string().max(10_000) }).optional(),
})

let underWay = 0

/**
 * Whose key this is, asked of the server that the key's name points to. Its linked data is read as plain JSON and nothing
 * that it refers to is fetched; id, key and inbox must all be that server's. A string says why it was not believed.
 */
export async function fetchSigner(ground: Ground, keyId: string): Promise<RemoteActor | string> {
  if (underWay >= MOST_AT_ONCE) return 'too many strangers at once'
  underWay++
  try {
    const found = await fetchDocument(ground, keyId)
    if (typeof found === 'string') return found
    // Some servers show only the key under its name, and whose it is.
    const owner = found.publicKey?.owner ?? found.owner
    const actor = found.inbox === undefined && owner !== undefined ? await fetchDocument(ground, owner) : found
    return typeof actor === 'string' ? actor : believed(actor, keyId)
  } finally {
    underWay--
  }
}

async function fetchDocument(ground: Ground, where: string): Promise<z.infer<typeof shape> | string> {
  const url = fediverseAddress(where)
  if (url === undefined) return 'the key has no address on a public server'
  const { status, body } = await askFediverse(ground, { method: 'GET', url, answerMs: ANSWER_MS })
  if (status !== 200) return `its server says ${status}`
  const read = shape.safeParse(parsed(body))
  return read.success ? read.data : 'what its server says is no actor'
}

function believed({ id, inbox, endpoints, publicKey }: z.infer<typeof shape>, keyId: string): RemoteActor | string {
  const self = fediverseAddress(id)
  const [door, key] = [fediverseAddress(inbox), fediverseAddress(keyId)]
  if (self === undefined || door === undefined || publicKey === undefined) return 'what its server says is no actor'
  if (publicKey.id !== keyId || publicKey.owner !== id) return 'the key is not the one of its owner'
  if (key?.host !== self.host || door.host !== self.host) return 'key, owner and inbox are not on one server'
  const shared = fediverseAddress(endpoints?.sharedInbox)
  const sharedInbox = shared?.host === self.host ? shared.href : null
  return { id, inbox: door.href, sharedInbox, host: self.hostname, keyId, publicKey: publicKey.publicKeyPem }
}

/** An address that we may ask: https with a host, without a user; plain http only at the stand-in. */
export function fediverseAddress(text: string | undefined): URL | undefined {
  if (text === undefined || text.length > MOST_ADDRESS_CHARACTERS || !URL.canParse(text)) return undefined
  const url = new URL(text)
  url.hash = ''
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === STAND_IN_HOST)
  return isSafe && url.username === '' && url.password === '' ? url : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { randomUUID } from 'node:crypto'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { ask, type Reply } from '../hand-over/http-client.ts'
import { keptIn, openStandInServer, type Arrived, type StandInReply } from '../hand-over/stand-in-server.ts'
import { ACTIVITY_CONTEXT, ACTIVITY_TYPE } from '../rules/activity.ts'
import { channelKey, type KeyPair } from '../store/channel-keys.ts'
import { makeRsaPair } from './city-actor.ts'
import type { Ground } from './outside.ts'
import { isSignedBy, readSignature, signedHeaders } from './signatures.ts'
import { STAND_IN_HOST } from './stand-in-host.ts'

const ORIGIN = `http://${STAND_IN_HOST}`
/** An account that has left, for trying out what becomes of its followers. */
const GONE = 'gone'
const standIns = new WeakMap<CityDatabase, Promise<FediverseStandIn>>()

/** The server of the fediverse that stands in for all others; one for each city in each process, on its first need. */
export function fediverseStandIn({ database, seal }: Omit<Ground, 'city'> & Partial<Ground>): Promise<FediverseStandIn> {
  const known = standIns.get(database)
  if (known !== undefined) return known
  const opened = channelKey(database, seal, 'fediverse-stand-in', makeRsaPair).then((keys) => FediverseStandIn.open(database, keys))
  standIns.set(database, opened)
  opened.catch(() => standIns.delete(database))
  return opened
}

/**
 * A small server of the fediverse: any name is an account on it. It follows, checks who signed what is brought to it as
 * strictly as real ones do, and keeps it for staff to read.
 */
export class FediverseStandIn {
  readonly port: number
  readonly close: () => Promise<void>
  private readonly database: CityDatabase
  private readonly keys: KeyPair

  private constructor(database: CityDatabase, keys: KeyPair, server: { port: number; close(): Promise<void> }) {
    this.database = database
    this.keys = keys
    this.port = server.port
    this.close = server.close
  }

  static async open(database: CityDatabase, keys: KeyPair): Promise<FediverseStandIn> {
    const opened: { standIn?: FediverseStandIn } = {}
    const server = await openStandInServer('activitypub', keptIn(database), (arrived) => opened.standIn?.answer(arrived) ?? { status: 503, body: '' })
    opened.standIn = new FediverseStandIn(database, keys, server)
    return opened.standIn
  }

  static accountOf(name: string): string {
    return `${ORIGIN}/users/${name}`
  }

  /** Asks to follow an actor, in the way of ActivityPub section 6.5; its answer comes later, to the inbox. */
  follow(name: string, actor: string): Promise<Reply> {
    return this.say(name, actor, this.followActivity(name, actor))
  }

  unfollow(name: string, actor: string): Promise<Reply> {
    const id = `${FediverseStandIn.accountOf(name)}#undo-${randomUUID()}`
    return this.say(name, actor, { '@context': ACTIVITY_CONTEXT, id, type: 'Undo', actor: FediverseStandIn.accountOf(name), object: this.followActivity(name, actor) })
  }

  /** Brings an activity, whatever it is, to the inbox that an actor names, signed by one of the accounts here. */
  async say(name: string, actor: string, activity: unknown): Promise<Reply> {
    const { inbox } = (await this.documentAt(new URL(actor))) as { inbox: string }
    const body = Buffer.from(JSON.stringify(activity))
    const url = new URL(inbox)
    const keyId = `${FediverseStandIn.accountOf(name)}#main-key`
    const headers = signedHeaders({ method: 'POST', url, body, keyId, privateKey: this.keys.privatePart, now: this.database.clock.now() })
    return ask({ method: 'POST', url, headers: { ...headers, 'content-type': ACTIVITY_TYPE }, body, ...dialOf(url) })
  }

  private followActivity(name: string, actor: string) {
    const account = FediverseStandIn.accountOf(name)
    return { '@context': ACTIVITY_CONTEXT, id: `${account}#follow-${encodeURIComponent(actor)}`, type: 'Follow', actor: account, object: actor }
  }

  private async answer(arrived: Arrived): Promise<StandInReply> {
    const name = /^\/users\/([\w.-]{1,60})(?:\/inbox)?$/.exec(arrived.path)?.[1]
    if (name === GONE) return { status: 410, body: '' }
    if (arrived.method === 'GET' && name !== undefined) return { status: 200, type: ACTIVITY_TYPE, body: JSON.stringify(this.accountDocument(name)) }
    const isInbox = arrived.path === '/inbox' || (name !== undefined && arrived.path.endsWith('/inbox'))
    return arrived.method === 'POST' && isInbox ? this.take(arrived) : { status: 404, body: '' }
  }

  private async take(arrived: Arrived): Promise<StandInReply> {
    const why = await this.whyNot(arrived)
    if (why !== null) return { status: 401, body: JSON.stringify({ error: why }), summary: `refused: ${why}` }
    const { type, object } = JSON.parse(arrived.body.toString('utf8')) as { type: string; object: { content?: string; type?: string; id?: string } }
    const about = object.content?.replace(/<[^>]*>/g, ' ').trim().slice(0, 60) ?? object.type ?? ''
    return { status: 202, body: '', summary: `${type} ${about}` }
  }

  private async whyNot(arrived: Arrived): Promise<string | null> {
    const request = { method: 'POST', path: arrived.path, headers: arrived.headers, body: arrived.body }
    const signature = readSignature(request, this.database.clock.now())
    if (typeof signature === 'string') return signature
    const { actor } = JSON.parse(arrived.body.toString('utf8')) as { actor: string }
    const { publicKey } = (await this.documentAt(new URL(signature.keyId))) as { publicKey: { id: string; owner: string; publicKeyPem: string } }
    if (publicKey.id !== signature.keyId || publicKey.owner !== actor) return 'signed by somebody else'
    return isSignedBy(publicKey.publicKeyPem, request, signature) ? null : 'the signature does not fit the key'
  }

  private async documentAt(url: URL): Promise<unknown> {
    const { status, body } = await ask({ method: 'GET', url, headers: { accept: ACTIVITY_TYPE }, ...dialOf(url) })
    if (status !== 200) throw new Error(`${url.href} says ${status}`)
    return JSON.parse(body)
  }

  private accountDocument(name: string) {
    const id = FediverseStandIn.accountOf(name)
    return {
      '@context': [ACTIVITY_CONTEXT, 'https://w3id.org/security/v1'], id, type: 'Person', preferredUsername: name, inbox: `${id}/inbox`, outbox: `${id}/outbox`,
      endpoints: { sharedInbox: `${ORIGIN}/inbox` }, publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: this.keys.publicPart },
    }
  }
}

/** Names below `.localhost` are this machine (RFC 6761 section 6.3), whatever its resolver thinks. */
function dialOf(url: URL): { port?: number } {
  return url.hostname.endsWith('localhost') ? { port: Number(url.port || 80) } : {}
}

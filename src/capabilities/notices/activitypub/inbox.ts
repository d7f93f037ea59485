import { z } from 'zod'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Delivered } from '#kernel/web/routes.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { handOverSettings } from '../hand-over/settings.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { findFollowerByKey, keepFollower, noteSignature, removeFollower } from '../store/followers.ts'
import { actorId } from './city-actor.ts'
import { fetchSigner, type RemoteActor } from './remote-actor.ts'
import { isSignedBy, readSignature, SKEW_MINUTES, type Signature, type SignedRequest } from './signatures.ts'
import { STAND_IN_HOST } from './stand-in-host.ts'

const reference = z.union([z.string().max(2_000), z.object({ id: z.string().max(2_000) }).loose().transform(({ id }) => id)])
const activityShape = z.object({
  id: z.string().max(2_000), type: z.string().max(100), actor: reference,
  object: z.union([z.string().max(2_000), z.object({ id: z.string().max(2_000).optional(), type: z.string().max(100).optional(), object: reference.optional().catch(undefined) }).loose()]),
})
type ReceivedActivity = z.infer<typeof activityShape>
/** What we have an ear for; of everything else servers are told that it arrived, and nothing happens. */
const HEARD: ReadonlySet<string> = new Set(['Follow', 'Undo', 'Delete'])

/**
 * Takes what other servers bring: requests to follow, and to follow no more. A message counts only under a signature of
 * now, over this body, for this door, by the key of the actor in whose name it speaks, and only once.
 */
export async function receiveActivity(visit: Visit, { body, headers }: Delivered): Promise<Answer> {
  const request: SignedRequest = { method: 'POST', path: visit.path, headers, body }
  const activity = readActivity(body)
  if (activity === undefined) return refusal(400, 'this is no activity')
  if (!HEARD.has(activity.type)) return json({}, 202)
  if (!visit.city.hosts.includes((headers['host'] ?? '').replace(/:\d+$/, ''))) return refusal(401, 'signed for another host')
  const signature = readSignature(request, visit.database.clock.now())
  if (typeof signature === 'string') return refusal(401, signature)
  const signer = await signerOf(visit, request, signature, activity)
  if (signer === null) return json({}, 202)
  if (typeof signer === 'string') return refusal(401, signer)
  if (signer.id !== activity.actor) return refusal(401, 'signed by somebody else')
  const isNew = await noteSignature(visit.tx, signature.fingerprint, visit.tx.now.subtract({ minutes: 2 * SKEW_MINUTES }))
  return isNew ? heed(visit, activity, signer) : refusal(401, 'this signature was seen before')
}

async function heed(visit: Visit, activity: ReceivedActivity, signer: RemoteActor): Promise<Answer> {
  const { tx } = visit
  const object = typeof activity.object === 'string' ? { id: activity.object } : activity.object
  if (activity.type === 'Follow') return follow(visit, activity.id, object.id, signer)
  const isUnfollowing = activity.type === 'Undo' && (object.type === undefined || object.type === 'Follow')
  const isLeaving = activity.type === 'Delete' && object.id === signer.id
  if (isUnfollowing || isLeaving) await removeFollower(tx, signer.id)
  return json({}, 202)
}

async function follow({ tx, city }: Visit, followId: string, whom: string | undefined, signer: RemoteActor): Promise<Answer> {
  if (whom !== actorId(portalOrigin(city))) return refusal(404, 'nobody of that name is here')
  const isOpen = signer.host === STAND_IN_HOST || handOverSettings(city).activityPub?.isOpen === true
  if (!isOpen) return refusal(403, 'the city does not speak to other servers')
  const { id, inbox, sharedInbox, host, keyId, publicKey } = signer
  const isKept = await keepFollower(tx, { actor: id, inbox, sharedInbox, host, keyId, publicKey, followId })
  return isKept ? json({}, 202) : refusal(429, 'too many followers from one server')
}

/**
 * Whoever holds the key that signed; a string says why nobody does, null that it is nobody's concern. The key that a
 * follower had is tried first; one that does not fit may have been replaced, so its server is asked once more.
 */
async function signerOf(visit: Visit, request: SignedRequest, signature: Signature, { type }: ReceivedActivity): Promise<RemoteActor | string | null> {
  const { database } = visit
  const known = await database.read('notices', systemActor, (tx) => findFollowerByKey(tx, signature.keyId))
  if (known !== undefined && isSignedBy(known.publicKey, request, signature)) return { id: known.actor, ...known }
  // Servers tell everybody when an account is gone, and then have its key no more.
  if (known === undefined && type === 'Delete') return null
  const found = await fetchSigner(visit, signature.keyId).catch((thrown: unknown) => `its server was not reached: ${String(thrown).slice(0, 100)}`)
  if (typeof found === 'string') return found
  return isSignedBy(found.publicKey, request, signature) ? found : 'the signature does not fit the key'
}

function readActivity(body: Buffer): ReceivedActivity | undefined {
  try {
    return activityShape.safeParse(JSON.parse(body.toString('utf8'))).data
  } catch {
    return undefined
  }
}

function refusal(status: number, why: string): Answer {
  return json({ error: why }, status)
}

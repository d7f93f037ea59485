import { randomBytes } from 'node:crypto'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Delivered } from '#kernel/web/routes.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { refusalOf, SIGNATURE_HEADER, type PushRefusal } from '../rules/telegrams/signature.ts'
import { countPushRefusal, keepPushKey, listPushKeys, useSignature } from '../store/pushes.ts'
import { receiveTelegram } from './receive-telegram.ts'

const KEY_BYTES = 32
/** A key that was followed by another still works for so long. */
const CHANGE_OVER_HOURS = 24

/** A telegram that another machine sends, signed with the city's key. A forged or repeated one is counted, and nothing else. */
export async function takePush(visit: Visit, { body, headers }: Delivered): Promise<Answer> {
  const { tx } = visit
  const keys = (await listPushKeys(tx)).map(({ id, sealed }) => visit.seal.open(sealed, contextOf(id))).filter((key) => key !== undefined)
  const refusal = refusalOf(headers, body, keys.map((key) => Buffer.from(key, 'base64url')), tx.now)
  if (refusal !== undefined) return refuse(visit, refusal)
  if (!(await useSignature(tx, headers[SIGNATURE_HEADER] ?? ''))) return refuse(visit, 'replayed')
  const received = await receiveTelegram(tx, { source: body, way: 'push' })
  // What cannot be read is kept for staff to look at; sending it again would not help.
  if (received.kind === 'refused') return json({ kind: 'refused', id: received.id, reason: received.refusal.reason, place: received.refusal.place }, 422)
  return json({ kind: received.kind, id: received.id }, received.kind === 'taken' ? 201 : 200)
}

/** Makes a key, keeps it sealed, and returns it for the one time that it is shown: base64url of 32 random bytes. */
export async function makePushKey(visit: Pick<Visit, 'tx' | 'seal'>): Promise<string> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  await keepPushKey(visit.tx, (id) => visit.seal.close(key, contextOf(id)), visit.tx.now.add({ hours: CHANGE_OVER_HOURS }))
  return key
}

async function refuse({ tx }: Visit, reason: PushRefusal): Promise<Answer> {
  await countPushRefusal(tx, reason)
  return json({ kind: 'refused', reason }, reason === 'replayed' ? 409 : 401)
}

function contextOf(id: string): string {
  return `telegram push key ${id}`
}

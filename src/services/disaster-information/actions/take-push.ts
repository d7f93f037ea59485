import { randomBytes } from 'node:crypto'
import { json, type Answer } from '#kernel/web/answers.ts'
import type { Delivered } from '#kernel/web/routes.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { refusalOf, SIGNATURE_HEADER, type PushRefusal } from '../rules/telegrams/signature.ts'
import { keepSigned } from '../store/deliveries.ts'
import { countPushRefusal, keepPushKey, listPushKeys } from '../store/pushes.ts'

const KEY_BYTES = 32
/** A key that was followed by another still works for so long. */
const CHANGE_OVER_HOURS = 24

/**
 * A telegram that another machine sends, signed with the city's key: its bytes are written down and nothing of them is read here, where
 * pages are answered (`telegram-intake` takes it in). A forged or repeated one is counted, and nothing else.
 */
export async function takePush(visit: Visit, { body, headers }: Delivered): Promise<Answer> {
  const { tx } = visit
  const keys = (await listPushKeys(tx)).map(({ id, sealed }) => visit.seal.open(sealed, contextOf(id))).filter((key) => key !== undefined)
  const refusal = refusalOf(headers, body, keys.map((key) => Buffer.from(key, 'base64url')), tx.now)
  if (refusal !== undefined) return refuse(visit, refusal)
  const delivery = await keepSigned(tx, headers[SIGNATURE_HEADER] ?? '', { way: 'push', body })
  return delivery === undefined ? refuse(visit, 'replayed') : json({ kind: 'accepted', delivery }, 202)
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

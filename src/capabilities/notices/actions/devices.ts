import { createHmac, randomBytes } from 'node:crypto'
import { validateSignature } from '@line/bot-sdk'
import { z } from 'zod'
import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import { json, redirect, type Answer } from '#kernel/web/answers.ts'
import type { Delivered } from '#kernel/web/routes.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { endContact, findContactByAddress } from '../contacts.ts'
import { readChoices } from '../forms/read-choices.ts'
import type { choicesForm, pushForm } from '../forms/subscribe.ts'
import { standInLine } from '../line/stand-in-line.ts'
import { askLineAgain, askPushAgain } from '../pages/devices.ts'
import { tooLate } from '../pages/subscribe.ts'
import { addressProblem } from '../rules/address.ts'
import { readLineCode } from '../rules/link-code.ts'
import { BASES } from '../rules/retention.ts'
import { contactLink } from '../rules/token.ts'
import { findLineSettings } from '../store/channel-settings.ts'
import { keepKeys } from '../store/contacts.ts'
import { keepLineReply } from '../store/line-replies.ts'
import { channelWords } from '../text/channel-words.ts'
import { pushWords } from '../text/push-words.ts'
import { subscribeWords } from '../text/subscribe-words.ts'
import { subscribeTo } from './subscribe.ts'

/** Its friends' events: an answer is owed to who comes or writes; who blocks the account has left. */
const eventsShape = z.object({
  events: z.array(z.object({
    type: z.string(),
    webhookEventId: z.string().optional(),
    replyToken: z.string().max(200).optional(),
    source: z.object({ userId: z.string().optional() }).optional(),
  })).max(1_000),
})

/** Webhook of the LINE account. Only what bears the channel's signature is read (`x-line-signature`, HMAC-SHA-256). */
export async function receiveLineEvents({ tx, seal }: Visit, { body, headers }: Delivered): Promise<Answer> {
  const secret = (await findLineSettings(tx, seal))?.channelSecret ?? standInLine.channelSecret
  if (!validateSignature(body, secret, headers['x-line-signature'] ?? '')) throw new Fault('forbidden', 'the signature does not hold')
  const read = eventsShape.safeParse(jsonOf(body))
  if (!read.success) throw new Fault('bad-request', 'this is no webhook event of LINE')
  for (const { type, webhookEventId, replyToken, source } of read.data.events) {
    const userId = source?.userId
    if (userId === undefined || addressProblem('line', userId, null) !== undefined) continue
    if (type === 'unfollow') await leaveLine(tx, userId)
    else if ((type === 'follow' || type === 'message') && replyToken !== undefined) {
      // LINE's ids are ULIDs; one id always gives the same UUID.
      await keepLineReply(tx, { id: uuidNamed(webhookEventId ?? replyToken), userId, replyToken })
    }
  }
  return json({})
}

/** Somebody invented adds the stand-in's account, so that the way of a friend can be tried without LINE: signed as LINE would. */
export async function befriendStandIn(visit: Submission<unknown>): Promise<Answer> {
  const userId = `U${randomBytes(16).toString('hex')}`
  const events = [{ type: 'follow', webhookEventId: userId, replyToken: randomBytes(16).toString('hex'), source: { type: 'user', userId } }]
  const body = Buffer.from(JSON.stringify({ destination: 'stand-in', events }))
  if ((await findLineSettings(visit.tx, visit.seal)) !== undefined) throw new Fault('conflict', 'the account is set up: real friends only')
  await receiveLineEvents(visit, { body, headers: { 'x-line-signature': createHmac('sha256', standInLine.channelSecret).update(body).digest('base64') } })
  return redirect('/staff/notices/traffic/line', { notice: channelWords.befriended })
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

async function leaveLine(tx: Visit['tx'], userId: string): Promise<void> {
  const contact = await findContactByAddress(tx, 'line', userId)
  if (contact === undefined) return
  await tx.note({ act: 'leave a subscription', subject: `contact:${contact.id}`, basis: BASES.ownRequest })
  await endContact(tx, contact.id, 'channel')
}

/** Who holds the link that the account sent is the friend it was sent to. */
export async function subscribeByLine(visit: Submission<ValuesOf<typeof choicesForm>>): Promise<Answer> {
  const { tx, params, seal, values } = visit
  const userId = readLineCode(seal, params.code ?? '', tx.now)
  if (userId === undefined) return tooLate(visit)
  const read = await readChoices(visit, values)
  if (!read.ok) return askLineAgain(visit, read.problems)
  const id = await subscribeTo(tx, { channel: 'line', address: userId, keys: null, ...read.choices })
  return redirect(contactLink(seal, id), { notice: subscribeWords.confirmed })
}

/** The browser's own question stood before this: its yes is the confirmation. */
export async function subscribeByPush(visit: Submission<ValuesOf<typeof pushForm>>): Promise<Answer> {
  const { tx, seal, values } = visit
  const { endpoint, p256dh, auth } = values
  const keys = { p256dh, auth }
  const read = await readChoices(visit, values)
  const problems = {
    ...(read.ok ? {} : read.problems),
    ...(addressProblem('push', endpoint, keys) === undefined ? {} : { endpoint: { phrase: pushWords.notGiven } }),
  }
  if (!read.ok || Object.keys(problems).length > 0) return askPushAgain(visit, problems)
  const id = await subscribeTo(tx, { channel: 'push', address: endpoint, keys, ...read.choices })
  await keepKeys(tx, id, keys)
  return redirect(contactLink(seal, id), { notice: subscribeWords.confirmed })
}

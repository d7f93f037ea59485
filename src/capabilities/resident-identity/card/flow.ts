import type { Cookie } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LIMITS } from '../rules/limits.ts'

/** Carries what the way to the provider and back must not lose; sealed, so that neither side can alter it. */
export const FLOW_COOKIE = 'tsunagu-card'
const CONTEXT = 'card flow'

/** What was agreed before the browser left. It lies in that browser alone: a link to come back with is good in no other. */
export interface CardFlow {
  readonly issuer: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly redirectUri: string
  readonly returnTo: string
  /** The document to be signed; null at sign-in. */
  readonly signatureId: string | null
}

export function flowCookie({ seal, tx }: Pick<Visit, 'seal' | 'tx'>, flow: CardFlow): Cookie {
  const endsAt = tx.now.add({ minutes: LIMITS.cardFlowMinutes }).toString()
  return { name: FLOW_COOKIE, value: seal.close(JSON.stringify({ ...flow, endsAt }), CONTEXT), maxAgeSeconds: LIMITS.cardFlowMinutes * 60 }
}

export const noFlow: Cookie = { name: FLOW_COOKIE, value: null, maxAgeSeconds: 0 }

/** The flow that this browser began; null when it began none, or too long ago. */
export function flowOf({ seal, tx, cookies }: Pick<Visit, 'seal' | 'tx' | 'cookies'>): CardFlow | null {
  const text = seal.open(cookies[FLOW_COOKIE] ?? '', CONTEXT)
  if (text === undefined) return null
  const { endsAt, ...flow } = JSON.parse(text) as CardFlow & { endsAt: string }
  return Temporal.Instant.compare(tx.now, Temporal.Instant.from(endsAt)) < 0 ? flow : null
}

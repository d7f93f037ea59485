import { composeWarnings } from '../rules/nights/compose-weather.ts'
import { SIGNATURE_HEADER, signatureOf, TIME_HEADER } from '../rules/telegrams/signature.ts'
import type { IntakeWatch } from './intake-watch.ts'
import type { Officer } from './officer.ts'

/** Senders that push at the same time. */
const AT_ONCE = 4
/** Every so many telegrams an officer opens the board and the draft of what it suggests, and both count. */
const DRAFT_EVERY = 10

export interface Arrival {
  /** From sending until level, change and suggestion are written; every tenth until an officer had the board and the draft as well. */
  readonly ms: number
  readonly status: number
}

/** Where the burst goes, and who watches it come in. */
export interface Landing {
  readonly origin: string
  readonly key: Buffer
  readonly officer: Officer
  readonly intake: IntakeWatch
}

/** Landslide warnings that rise and fall, a second apart, the last one at level 4: what a bad feed sends when it comes back. */
export function burstOf(count: number, now: Temporal.Instant): Buffer[] {
  const steps = [
    { code: '29', status: '発表' }, { code: '49', status: '発表', last: '29' }, { code: '09', status: '危険警報から警報', last: '49' }, { code: '29', status: '警報から注意報', last: '09' },
  ] as const
  const begin = now.subtract({ seconds: count })
  return Array.from({ length: count }, (_, index) => {
    const step = steps[index === count - 1 ? 1 : index % steps.length] ?? steps[0]
    return composeWarnings('VPWW56', [step], { reportAt: begin.add({ seconds: index }), status: '通常' }).source
  })
}

/** Sends them all, signed, as fast as they are accepted; resolves when all are taken in. */
export async function pushAll(landing: Landing, telegrams: readonly Buffer[]): Promise<Arrival[]> {
  const arrivals: Promise<Arrival>[] = []
  const waiting = telegrams.entries()
  const send = async () => {
    for (const [index, telegram] of waiting) {
      const began = performance.now()
      const { status, delivery } = await push(landing, telegram)
      const taken = delivery === null ? Promise.resolve() : landing.intake.taken(delivery)
      const seen = index % DRAFT_EVERY === 0 ? taken.then(() => landing.officer.lookAtDraft()) : taken
      const arrival = seen.then(() => ({ ms: performance.now() - began, status }))
      arrivals.push(arrival)
      if (index % DRAFT_EVERY === 0) await arrival
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  return Promise.all(arrivals)
}

interface Accepted {
  readonly status: number
  /** Null where it was not accepted. */
  readonly delivery: number | null
}

async function push({ origin, key }: Landing, body: Buffer): Promise<Accepted> {
  const time = String(Math.floor(Date.now() / 1000))
  const answer = await fetch(`${origin}/telegrams`, {
    method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/xml', [TIME_HEADER]: time, [SIGNATURE_HEADER]: signatureOf(key, time, body) },
  })
  const said = await answer.text()
  const { delivery } = answer.status === 202 ? (JSON.parse(said) as { delivery: number }) : { delivery: null }
  return { status: answer.status, delivery }
}

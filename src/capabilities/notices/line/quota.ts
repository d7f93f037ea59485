import type { LineSettings } from '../store/channel-settings.ts'
import { inTime, lineClient } from './line-channel.ts'

/** What LINE itself says of the running month, also of what was sent from its own console. */
export interface LineQuota {
  /** Messages that the month allows; null: LINE sets no limit. */
  readonly allowed: number | null
  readonly used: number
}

/** A page waits no longer than this for LINE, and asks no more often: the number is a guide, not an account. */
const MOST_WAIT_MS = 3_000
const GOOD_FOR_MS = 60_000

interface Asked {
  readonly at: number
  readonly answer: Promise<LineQuota | undefined>
}

/** By access token: the cities of one installation have accounts of their own. */
const asked = new Map<string, Asked>()

/**
 * Quota and consumption (Messaging API reference, "Get the target limit for sending messages this month", "Get number of
 * messages sent this month"); LINE's own number may be some minutes old. Undefined where LINE does not answer.
 */
export function findLineQuota(settings: LineSettings | undefined): Promise<LineQuota | undefined> {
  const now = performance.now()
  for (const [token, { at }] of asked) if (now - at > GOOD_FOR_MS) asked.delete(token)
  // The stand-in is on this machine and may be asked every time.
  if (settings === undefined) return ask(undefined)
  const known = asked.get(settings.accessToken)
  if (known !== undefined) return known.answer
  const answer = ask(settings)
  asked.set(settings.accessToken, { at: now, answer })
  return answer
}

async function ask(settings: LineSettings | undefined): Promise<LineQuota | undefined> {
  try {
    const client = await lineClient(settings)
    const [quota, consumption] = await inTime(Promise.all([client.getMessageQuota(), client.getMessageQuotaConsumption()]), MOST_WAIT_MS)
    return { allowed: quota.type === 'limited' ? (quota.value ?? null) : null, used: consumption.totalUsage }
  } catch {
    // Whatever the reason, the page says that LINE did not answer and shows what was sent from here.
    return undefined
  }
}

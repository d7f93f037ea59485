import { isbot } from 'isbot'

/** Names of browsers whose verdict is remembered; the same few hundred come all day. */
const REMEMBERED = 2_000
const LONGEST_NAME = 500

const verdicts = new Map<string, boolean>()

/**
 * Whether a program asked and not a person, by the name that it gives itself (the list of the package isbot). Whoever
 * gives no name is no browser. Only the verdict is used, and names are forgotten with the process.
 */
export function isRobot(userAgent: string | undefined): boolean {
  if (userAgent === undefined || userAgent === '') return true
  const known = verdicts.get(userAgent)
  if (known !== undefined) return known
  const verdict = isbot(userAgent.slice(0, LONGEST_NAME))
  if (verdicts.size >= REMEMBERED) verdicts.clear()
  if (userAgent.length <= LONGEST_NAME) verdicts.set(userAgent, verdict)
  return verdict
}

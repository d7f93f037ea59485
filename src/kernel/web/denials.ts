import type { Actor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { isUuid } from '#kernel/values/uuid.ts'

/** Security control measures of administrative organs: tries to reach what is another's are written down. */
const BASIS = '個人情報の保護に関する法律第66条第1項(安全管理措置)'

interface Tried {
  readonly part: string
  readonly actor: Actor
  /** The route as it is declared, e.g. `/my/applications/:id`. */
  readonly route: string
  readonly params: Readonly<Record<string, string>>
}

/**
 * Writes down that somebody known asked for what is not theirs. To them it does not exist (404): what was guessed stays a guess,
 * and the city sees who guesses.
 */
export async function noteDenial(database: CityDatabase, { part, actor, route, params }: Tried, thrown: unknown): Promise<void> {
  if (!(thrown instanceof Fault)) return
  // Only an address that names one thing among many can be another's.
  const isResident = actor.resident !== null && route.includes(':') && (thrown.code === 'not-found' || thrown.code === 'forbidden')
  const isStaff = actor.person !== null && thrown.code === 'forbidden'
  if (!isResident && !isStaff) return
  const subject = `address:${addressOf(route, params)}`
  await database.act(part, actor, (tx) => tx.note({ act: 'denied', subject, basis: BASIS }))
}

/** With the identities that it names; whatever else stands in an address may be a secret that opens something. */
function addressOf(route: string, params: Readonly<Record<string, string>>): string {
  return Object.entries(params).reduce((address, [name, value]) => (isUuid(value) ? address.replace(`:${name}`, value) : address), route)
}

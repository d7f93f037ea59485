import type { Actor } from '#kernel/access/actor.ts'
import type { CityDatabase } from '#kernel/database/city-database.ts'
import { Fault } from '#kernel/faults/faults.ts'

/** Security control measures of administrative organs: tries to reach what is another's are written down. */
const BASIS = '個人情報の保護に関する法律第66条第1項(安全管理措置)'
const SUBJECT_CHARACTERS = 300

interface Tried {
  readonly part: string
  readonly actor: Actor
  readonly path: string
  /** Whether the address names one thing among many: only there can somebody try another's. */
  readonly namesSomething: boolean
}

/**
 * Writes down that somebody known asked for what is not theirs. To them it does not exist (404): what was guessed stays a guess,
 * and the city sees who guesses.
 */
export async function noteDenial(database: CityDatabase, { part, actor, path, namesSomething }: Tried, thrown: unknown): Promise<void> {
  if (!(thrown instanceof Fault)) return
  const isResident = actor.resident !== null && namesSomething && (thrown.code === 'not-found' || thrown.code === 'forbidden')
  const isStaff = actor.person !== null && thrown.code === 'forbidden'
  if (!isResident && !isStaff) return
  const subject = `address:${path.split('?')[0]}`.slice(0, SUBJECT_CHARACTERS)
  await database.act(part, actor, (tx) => tx.note({ act: 'denied', subject, basis: BASIS }))
}

import type { CityDatabase } from '#kernel/database/city-database.ts'
import { residentActor, staffActor, type Actor } from './actor.ts'
import { findResidentSession } from './resident-sessions.ts'
import { kindOfSecret } from './session-secret.ts'
import { findSession } from './sessions.ts'

/** Who comes with a session, staff or resident; undefined when the cookie's secret opens none. */
export async function findWhoComes(database: CityDatabase, secret: string): Promise<{ session: { id: string }; actor: Actor } | undefined> {
  const kind = kindOfSecret(secret)
  if (kind === 'staff') {
    const session = await findSession(database, secret)
    return session && { session: { id: session.id }, actor: staffActor(session.person) }
  }
  if (kind === null) return undefined
  const session = await findResidentSession(database, secret)
  return session && { session: { id: session.id }, actor: residentActor(session.resident) }
}

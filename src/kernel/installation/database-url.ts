import type { ServerAddress } from '#kernel/database/connection.ts'

/** Prefix of the cities' databases, when DATABASE_URL names none. */
export const DATABASE_PREFIX = 'tsunagu'

export class DatabaseUrlFault extends Error {}

/**
 * `postgres://user:password@host:5432/name?sslmode=require`; the name becomes the prefix of the cities' databases and
 * roles. Throws a DatabaseUrlFault when it cannot: nobody should look for a database under another name than he wrote.
 */
export function addressIn(databaseUrl: string): { server: ServerAddress; prefix: string } {
  let url: URL
  try {
    url = new URL(databaseUrl)
  } catch {
    throw new DatabaseUrlFault('DATABASE_URL is not an address like postgres://user:password@host:5432/name')
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new DatabaseUrlFault('DATABASE_URL must begin with postgres://')
  const server = {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || 'postgres',
    password: decodeURIComponent(url.password),
    ssl: ['require', 'verify-full', 'verify-ca'].includes(url.searchParams.get('sslmode') ?? ''),
  }
  return { server, prefix: prefixIn(decodeURIComponent(url.pathname.slice(1))) }
}

function prefixIn(name: string): string {
  if (name === '' || name === 'postgres') return DATABASE_PREFIX
  // PostgreSQL keeps names that begin with pg_ for itself.
  if (/^[a-z][a-z0-9_]*$/.test(name) && !name.startsWith('pg_')) return name
  throw new DatabaseUrlFault(
    `DATABASE_URL names the database "${name}"; the cities' databases and roles are named after it, so write it with ` +
      'small letters a to z, digits and _ only, a letter first and not pg_, for example tsunagu',
  )
}

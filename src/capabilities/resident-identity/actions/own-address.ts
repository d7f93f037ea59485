import type { Visit } from '#kernel/web/visit.ts'

/**
 * Scheme and host under which the city sends people back to itself, without a slash at its end. What a browser says of
 * the host is believed only where the city claims that name: a letter must never lead to a stranger's.
 */
export function ownOrigin({ city, client }: Pick<Visit, 'city' | 'client'>): string {
  if (URL.canParse(client.origin)) {
    const { origin, hostname } = new URL(client.origin)
    if (city.hosts.includes(hostname)) return origin
  }
  return `https://${city.hosts[0] ?? 'localhost'}`
}

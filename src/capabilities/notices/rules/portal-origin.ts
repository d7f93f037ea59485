import type { City } from '#kernel/city/city.ts'

const DEFAULT_PORT = '3000'

/**
 * Scheme and host by which the world reaches the city's portal: the first of its host names. Never taken from a request,
 * whose host anybody can write: kept pages and signed messages carry it. On a machine of one's own it has a port.
 */
export function portalOrigin({ hosts: [host = 'localhost'] }: Pick<City, 'hosts'>, port: string = process.env['PORT'] || DEFAULT_PORT): string {
  const isOwnMachine = host === 'localhost' || host.endsWith('.localhost') || /^(?:127\.|\[)/.test(host)
  return isOwnMachine ? `http://${host}:${port}` : `https://${host}`
}

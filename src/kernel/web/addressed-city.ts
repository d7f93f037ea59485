import type { IncomingMessage } from 'node:http'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { cookiesOf } from './cookies.ts'
import { readerOf, variantOf } from './readers.ts'

/** The city that claims the host name, else the default one, else the first. */
export function cityFor(cities: readonly OpenCity[], host: string): OpenCity {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const city =
    cities.find((open) => open.city.hosts.includes(name)) ?? cities.find((open) => open.city.isDefault) ?? cities[0]
  if (city === undefined) throw new Fault('unavailable', 'no city is open')
  return city
}

/** One key for each city, address and way of reading. */
export function cacheKeyOf(cities: readonly OpenCity[], request: IncomingMessage): string {
  const city = cityFor(cities, request.headers.host ?? '').city.key
  const reader = readerOf(cookiesOf(request.headers.cookie), request.headers['accept-language'] ?? '')
  return `${city} ${variantOf(reader)} ${request.url}`
}

import type { City } from '#kernel/city/city.ts'

/** Letters come from the first of the city's host names; what comes back goes to a name below it, apart from the city's other mail. */
export function mailDomainsOf({ hosts: [domain = 'localhost'] }: Pick<City, 'hosts'>): { readonly domain: string; readonly returnDomain: string } {
  return { domain, returnDomain: `bounces.${domain}` }
}

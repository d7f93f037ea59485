import type { City } from '#kernel/city/city.ts'

/** More invented people than any demo city has. */
export const MOST_DEMO_PEOPLE = 100

/**
 * The passphrase of every account of a demo city, e.g. `tsunagu-demo-kameyama`. It is no secret: the sign-in page shows
 * it, and a city that is opened without the demo has no such account.
 */
export function demoPassphraseOf(city: Pick<City, 'key'>): string {
  return `tsunagu-demo-${city.key}`
}

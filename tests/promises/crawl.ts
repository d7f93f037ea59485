import { parts } from '../../src/city.ts'
import type { TestWeb } from '../../src/testing.ts'

/** One page as the city answered it. */
export interface VisitedPage {
  readonly path: string
  /** The route's path as its manifest says it, e.g. `/plan/project/:code`. */
  readonly route: string
  readonly status: number
  readonly body: string
}

/** Pages visited for one route; `/plan/project/:code` need not be seen sixty times. */
const PAGES_PER_ROUTE = 3

const routes = parts
  .flatMap((part) => part.routes.filter((route) => route.method === 'GET'))
  // Fastify prefers what is written out to what is open.
  .sort((one, other) => placeholders(one.path) - placeholders(other.path))
  .map((route) => ({ route, pattern: new RegExp(`^${route.path.replace(/[.+]/g, '\\$&').replace(/:\w+(?:\([^)]*\))?/g, '[^/]+').replace(/\*$/, '.*')}$`) }))

/** Follows the links of pages from some addresses on, as a patient reader would. Files are not opened. */
export async function crawl(city: TestWeb, starts: readonly string[], headers: Readonly<Record<string, string>>): Promise<VisitedPage[]> {
  const visited: VisitedPage[] = []
  const seen = new Set<string>(starts)
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const found = routeOf(path)
    if (found === undefined || found.kind !== 'page') continue
    if (visited.filter((page) => page.route === found.path).length >= PAGES_PER_ROUTE) continue
    const answer = await city.web.inject({ url: path, headers: { accept: 'text/html', ...headers } })
    visited.push({ path, route: found.path, status: answer.statusCode, body: answer.body })
    const links = [...linksIn(answer.body), ...(answer.headers.location === undefined ? [] : [answer.headers.location])]
    for (const link of links.map((href) => href.split('#')[0] as string)) {
      if (seen.has(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
  return visited
}

/** Links inside the city; what leaves it is not ours to follow. */
export function linksIn(body: string): string[] {
  return [...body.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map((match) => unescaped(match[1] as string)).filter((href) => /^\/(?!\/)/.test(href))
}

export function routeOf(path: string): { readonly path: string; readonly kind: string } | undefined {
  const bare = path.split(/[?#]/)[0] as string
  return routes.find(({ pattern }) => pattern.test(bare))?.route
}

function placeholders(path: string): number {
  return path.split(':').length + (path.endsWith('*') ? 10 : 0)
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

import type { Route } from '#kernel/web/routes.ts'
import { parts } from '../../src/city.ts'
import type { TestWeb } from '../../src/testing.ts'

/** One page as the city answered it. */
export interface VisitedPage {
  readonly path: string
  readonly route: Route
  readonly status: number
  readonly body: string
}

/** Pages visited for one route; `/plan/project/:code` need not be seen sixty times. */
const PAGES_PER_ROUTE = 3

/** `:year`, or `:year(^\\d+)` with what it must look like. */
const PLACEHOLDER = /:\w+(?:\((?<constraint>(?:[^()]|\([^()]*\))*)\))?/g

const routes = parts
  .flatMap((part) => part.routes.filter((route) => route.method === 'GET'))
  // What is written out goes before what is open, as in the routing tree itself.
  .sort((one, other) => writtenOut(other.path) - writtenOut(one.path))
  .map((route) => ({ route, pattern: patternOf(route.path) }))

/** Follows the links of pages from some addresses on, as a patient reader would. Files are not opened. */
export async function crawl(
  city: TestWeb,
  starts: readonly string[],
  headers: Readonly<Record<string, string>>,
  follows: (route: Route) => boolean = () => true,
): Promise<VisitedPage[]> {
  const visited: VisitedPage[] = []
  const seen = new Set<string>(starts)
  const waiting = [...starts]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const found = routeOf(path)
    if (found === undefined || found.kind !== 'page' || !follows(found)) continue
    if (visited.filter((page) => page.route === found).length >= PAGES_PER_ROUTE) continue
    const answer = await city.web.inject({ url: path, headers: { accept: 'text/html', ...headers } })
    visited.push({ path, route: found, status: answer.statusCode, body: answer.body })
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

export function routeOf(path: string): Route | undefined {
  const bare = path.split(/[?#]/)[0] as string
  return routes.find(({ pattern }) => pattern.test(bare))?.route
}

/** `/plan/report/:year(^\\d+).pdf` as an expression; a placeholder without a constraint ends at the next slash. */
function patternOf(path: string): RegExp {
  let source = ''
  let from = 0
  for (const match of path.matchAll(PLACEHOLDER)) {
    source += RegExp.escape(path.slice(from, match.index)) + (match.groups?.constraint?.replace(/^\^|\$$/g, '') ?? '[^/]+')
    from = match.index + match[0].length
  }
  return new RegExp(`^${source}${RegExp.escape(path.slice(from))}$`)
}

function writtenOut(path: string): number {
  return path.replace(PLACEHOLDER, '').length
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

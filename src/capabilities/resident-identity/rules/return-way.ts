import { wayInside } from '#kernel/web/way-inside.ts'

/** Where to go after signing in: into this city, and not round in a circle. */
export function returnWay(wished: string | undefined): string {
  const way = wayInside(wished === '' ? undefined : wished, '/my')
  return /^\/my\/sign-(in|out)(?![\w-])/.test(way) ? '/my' : way
}

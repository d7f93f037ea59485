/** Stands for this city while an address is taken apart; `.invalid` belongs to nobody (RFC 2606). */
const HERE = 'http://here.invalid'

/**
 * Where a visitor wished to go, if it lies inside this city, else `otherwise`: an address from outside would make the
 * city's name vouch for a stranger (open redirect). It is read as browsers read it, to whom `/\evil.example` and
 * `/<tab>/evil.example` are other hosts, and comes back in ASCII, as a Location header must be.
 */
export function wayInside(wished: string | undefined, otherwise = '/'): string {
  if (wished === undefined || !wished.startsWith('/') || !URL.canParse(wished, HERE)) return otherwise
  const { origin, pathname, search, hash } = new URL(wished, HERE)
  // `/.//evil.example` stays here when it is read first, and leaves when it is read again.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : otherwise
}

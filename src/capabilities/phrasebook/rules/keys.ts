/**
 * Where else to look when a key has no approved words, or its slots cannot be said: the same occasion for any hazard.
 * `evacuation.landslide.4` → `evacuation.any.4`; `earthquake.5-upper` → `earthquake.any`.
 */
export function chainOf(key: string): readonly string[] {
  const [family = '', second = '', third] = key.split('.')
  const general = generalOf(family, second, third)
  return general === undefined || general === key ? [key] : [key, general]
}

function generalOf(family: string, second: string, third: string | undefined): string | undefined {
  switch (family) {
    case 'evacuation':
      // evacuation.lowered.<hazard>, evacuation.cancelled.<hazard>, evacuation.<hazard>.<level>
      return second === 'lowered' || second === 'cancelled' ? `evacuation.${second}.any` : `evacuation.any.${third ?? ''}`
    case 'warning':
      return second === 'lifted' ? 'warning.lifted.any' : `warning.any.${third ?? ''}`
    case 'earthquake':
      return 'earthquake.any'
    default:
      return undefined
  }
}

import type { Voice } from '#kernel/text/text.ts'

/** Nationalities of nearly all foreign residents in Japan come first in one's own language; the list is ISO 3166-1's. */
const CODES = ['JP', 'BR', 'VN', 'PH', 'CN', 'NP', 'ID', 'PE', 'KR', 'MM', 'LK', 'TH', 'IN', 'BD', 'PK', 'BO', 'US', 'TW', 'KH', 'MN', 'UZ', 'LA', 'MY', 'GB', 'FR', 'DE', 'CA', 'AU', 'IT', 'ES', 'PT', 'RU', 'UA', 'TR', 'EG', 'NG', 'GH', 'MX', 'AR', 'PY', 'CO']

/** Countries by their names in the reader's language; who is of another says so at the counter. */
export function nationalityChoices(voice: Voice): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([voice.locale], { type: 'region' })
  return CODES.map((value) => ({ value, label: names.of(value) ?? value }))
}

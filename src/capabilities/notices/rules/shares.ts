import type { Voice } from '#kernel/text/text.ts'

/** A number with what part of the whole it is. Rounded down to a tenth of a per cent: 99.96 % is not everybody. */
export function withShare(voice: Voice, part: number, whole: number): string {
  if (whole === 0) return voice.number(part)
  const permille = Math.floor((part * 1000) / whole)
  return `${voice.number(part)} (${(permille / 1000).toLocaleString(voice.locale, { style: 'percent', maximumFractionDigits: 1 })})`
}

/** A day written as 2026-04-01, or null. */
export function dayIn(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    // The 30th of February is no day; there is no way to ask without trying.
    return null
  }
}

/** A part of a list too long for one page. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
}

/** The page that an address asks for; the first where it asks for none, the last where it asks for one beyond. */
export function pageOf<Item>(items: readonly Item[], wanted: string | undefined, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const asked = /^\d{1,6}$/.test(wanted ?? '') ? Number(wanted) : 1
  const page = Math.min(Math.max(asked, 1), pages)
  return { items: items.slice((page - 1) * size, page * size), page, pages }
}

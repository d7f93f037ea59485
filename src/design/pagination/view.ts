import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderIcon } from '../icon/view.ts'
import { contentWords } from '../text.ts'

export interface PaginationProps {
  readonly voice: Voice
  /** Counted from 1. */
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** The pages of a long list: first, last, and the current one with its neighbours. Nothing for a single page. */
export function renderPagination({ voice, page, pages, hrefOf }: PaginationProps): Html {
  if (pages <= 1) return nothing
  const previous = html`${renderIcon('left')}${voice.say(contentWords.previous)}`
  const next = html`${voice.say(contentWords.next)}${renderIcon('right')}`
  return html`<nav class="pagination no-print"${attributes({ 'aria-label': voice.plain(contentWords.pages) })}>
    <ul class="pagination-list">
      ${page > 1 && renderStep(previous, 'prev', hrefOf(page - 1))}
      ${numbersAround(page, pages).map((number) => renderNumber(voice, number, page, hrefOf))}
      ${page < pages && renderStep(next, 'next', hrefOf(page + 1))}
    </ul>
  </nav>`
}

function renderStep(label: HtmlValue, rel: 'prev' | 'next', href: string): Html {
  return html`<li><a class="page-link page-step"${attributes({ href, rel })}>${label}</a></li>`
}

function renderNumber(voice: Voice, number: number | null, current: number, hrefOf: (page: number) => string): Html {
  if (number === null) return html`<li class="page-gap" aria-hidden="true">…</li>`
  const given = attributes({
    class: 'page-link',
    href: hrefOf(number),
    'aria-label': voice.plain(contentWords.page, { number }),
    'aria-current': number === current ? 'page' : null,
  })
  return html`<li><a${given}>${number}</a></li>`
}

/** Page numbers to print; null where some are left out. A gap of a single page is printed as that page. */
export function numbersAround(page: number, pages: number): readonly (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers: (number | null)[] = []
  let last = 0
  for (const number of [...new Set(wanted)].sort((a, b) => a - b)) {
    if (number - last === 2) numbers.push(number - 1)
    else if (number - last > 2) numbers.push(null)
    numbers.push(number)
    last = number
  }
  return numbers
}

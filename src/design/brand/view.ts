import { html, trusted, type Html } from '#kernel/html/html.ts'

/**
 * The mark of つなぐ: two linked rings, the city's and its people's, with a light where they meet. It is one eye of
 * 七宝つなぎ, the old pattern of endlessly linked circles, which also fills the background of the hero and the footer.
 */
export function renderBrandMark(): Html {
  return html`<svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">${RINGS}</svg>`
}

/**
 * Rings of radius 7.5 around (11.5, 16) and (20.5, 16) cross at (16, 10) and (16, 22). With pathLength 360 a dash is
 * counted in degrees, clockwise from three o'clock; each ring has a gap of 30° where it passes under the other.
 */
const RINGS = trusted(
  '<g transform="rotate(-24 16 16)" fill="none" stroke-width="3.2">' +
    '<path class="brand-light" d="M16 10.6a7.5 7.5 0 0 1 0 10.8a7.5 7.5 0 0 1 0-10.8z"/>' +
    '<g stroke-dasharray="330 30">' +
    '<circle class="brand-city" cx="11.5" cy="16" r="7.5" pathLength="360" stroke-dashoffset="-68"/>' +
    '<circle class="brand-people" cx="20.5" cy="16" r="7.5" pathLength="360" stroke-dashoffset="-248"/></g>' +
    '</g>',
)

/** The mark as a file of its own, for the browser's tab: colours stand in it, since no stylesheet reaches it. */
export const BRAND_ICON_FILE: string =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>' +
  '.brand-light{fill:#ffe3b0}.brand-city{stroke:#115a36}.brand-people{stroke:#f2a73b}' +
  `</style>${RINGS.source}</svg>\n`

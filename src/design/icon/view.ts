import { attributes, html, trusted, type Html } from '#kernel/html/html.ts'
import { ICON_SHAPES } from './shapes.ts'

export type IconName = keyof typeof ICON_SHAPES

export const ICON_NAMES = Object.keys(ICON_SHAPES) as readonly IconName[]

/**
 * An icon as tall as one and a half letters. It decorates words that stand beside it and is hidden from screen
 * readers; only an icon that stands alone gets a `label` (plain text).
 */
export function renderIcon(name: IconName, label?: string): Html {
  const given =
    label === undefined ? attributes({ 'aria-hidden': 'true' }) : attributes({ role: 'img', 'aria-label': label })
  return html`<svg class="icon icon-${name}" viewBox="0 0 24 24" width="24" height="24"${given}>${SHAPES[name]}</svg>`
}

const SHAPES = Object.fromEntries(
  Object.entries(ICON_SHAPES).map(([name, source]) => [name, trusted(source)]),
) as Readonly<Record<IconName, Html>>

import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords } from '../sample-text.ts'
import { ICON_NAMES, renderIcon } from './view.ts'

export const iconExamples: readonly Example[] = [
  {
    title: galleryWords.icon,
    render: () =>
      html`<ul class="icon-list">
        ${ICON_NAMES.map((name) => html`<li>${renderIcon(name)}<code>${name}</code></li>`)}
      </ul>`,
  },
]

import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords } from '../sample-text.ts'
import { renderBrandMark } from './view.ts'

export const brandExamples: readonly Example[] = [
  { title: galleryWords.brand, render: () => html`<div class="cluster">${renderBrandMark()} <span>つなぐ</span></div>` },
]

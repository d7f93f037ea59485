import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { galleryWords } from '../sample-text.ts'
import { renderRenewal } from './view.ts'

export const renewalExamples: readonly Example[] = [
  { title: galleryWords.renewal, render: (voice) => html`${(['on', 'off'] as const).map((wish) => renderRenewal({ voice, seconds: 15, wish, hasScript: true }))}` },
]

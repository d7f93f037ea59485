import type { Manifest } from '#kernel/service/manifest.ts'
import type { Phrase } from '#kernel/text/text.ts'

/** A service for tests, that offers two topics. */
export function inventedService(folder: string): Manifest {
  return {
    name: 'counter', kind: 'service', title: said('Counter'), summary: said('A counter'), folder, routes: [],
    topics: [
      { key: 'counter.storm', title: said('Storms'), summary: said('When to leave'), isPreselected: true },
      { key: 'counter.events', title: said('Events'), summary: said('What is on'), isPreselected: false },
    ],
  }
}

function said(text: string): Phrase<never> {
  return { ja: text, 'ja-x-yasashii': text, en: text, pt: text }
}

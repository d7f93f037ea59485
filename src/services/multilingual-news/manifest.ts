import type { Manifest } from '#kernel/service/manifest.ts'
import { newsSearchable } from './api/searchables.ts'
import { facts } from './facts.ts'
import { indicators } from './indicators.ts'
import { routes } from './routes.ts'
import { topics } from './rules/topics.ts'
import { seedNews } from './seed/seed.ts'
import { words } from './text/news-words.ts'
import { staffWords } from './text/staff-words.ts'

/** News of the city in four languages; what is not translated says so. */
export const multilingualNews: Manifest = {
  name: 'multilingual-news',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [
    { path: '/news', title: words.title, summary: words.summary, icon: 'globe', for: 'residents' },
    { path: '/staff/news', title: staffWords.deskTitle, summary: staffWords.deskSummary, icon: 'globe', for: 'staff', duty: 'news-editor' },
  ],
  duties: [{ name: 'news-editor', title: words.duty }],
  topics,
  facts,
  searchables: [newsSearchable],
  indicators,
  fulfils: ['1-3-6'],
  seed: seedNews,
}

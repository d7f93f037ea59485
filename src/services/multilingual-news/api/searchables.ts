import { changedBy, type Searchable, type SearchDocument } from '#capabilities/search/search.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { facts } from '../facts.ts'
import type { PublishedNews } from '../model.ts'
import { plainSaid } from '../pages/said.ts'
import { listPublishedAfter, listPublishedById } from '../store/news.ts'
import { words } from '../text/news-words.ts'

/** Published news in the city's search, in every language it can be read in. */
export const newsSearchable: Searchable = {
  kind: 'news',
  title: words.title,
  changes: [
    changedBy(facts.published, ({ body }) => [body.item]),
    changedBy(facts.corrected, ({ body }) => [body.item]),
    changedBy(facts.withdrawn, ({ body }) => [body.item]),
  ],
  list: async (tx, { after, limit }) => (await listPublishedAfter(tx, after, limit)).map(documentOf),
  load: async (tx, keys) => (await listPublishedById(tx, keys)).map(documentOf),
}

function documentOf({ id, texts }: PublishedNews): SearchDocument {
  const others = LANGUAGES.filter((language) => language !== 'ja')
  const textOf = (sentences: readonly string[]) => sentences.map(plainSaid).join('\n')
  return {
    key: id, title: plainSaid(texts.ja.title), text: textOf(texts.ja.sentences), href: `/news/${id}`, audience: 'everyone',
    otherLanguages: Object.fromEntries(others.flatMap((language) => {
      const text = texts[language]
      return text === null ? [] : [[language, { title: plainSaid(text.title), text: textOf(text.sentences) }]]
    })),
  }
}

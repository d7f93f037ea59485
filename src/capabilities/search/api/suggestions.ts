import { z } from 'zod'
import { partsOf, type Phrase, type Voice } from '#kernel/text/text.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { findQuickly } from '../find.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import { readQuery, type SearchQuery } from '../rules/query.ts'
import { isWorthKeeping, isWorthSuggesting, suggestedHits } from '../rules/suggestions.ts'
import { audiencesOf, searchablesOf } from '../search.ts'
import { readNamed, type NamedDocument } from '../store/documents.ts'
import { text } from '../text.ts'

/** Words with their readings where the reader wants furigana. */
const shownWords = z.array(z.object({ text: z.string(), reading: z.string().optional() }))
const suggestion = z.object({ title: z.string(), lang: z.enum(['ja', 'en', 'pt-BR']), href: z.string() })

export const suggestionsShape = z.object({
  /** What was typed, as it was read. */
  query: z.string(),
  /** Said to who cannot see the list. */
  status: z.string(),
  groups: z.array(z.object({ kind: z.string(), title: shownWords, suggestions: z.array(suggestion) })),
  /** The way to everything that is found; null where nothing was typed. */
  all: z.object({ title: shownWords, href: z.string() }).nullable(),
})

type Suggestions = z.infer<typeof suggestionsShape>

/**
 * Names of things that begin with or hold what somebody is typing into the box. Nothing is left behind of it: no fact, no
 * cookie, no line in the log; only answers to a few characters are kept for the next visitor, who wanted the same.
 */
export async function showSuggestions(visit: Visit): Promise<Answer> {
  const query = readQuery(visit.query.q ?? '')
  const suggestions = suggestionsOf(visit, query, isWorthSuggesting(query) ? await namedFor(visit, query) : [])
  const isKept = isWorthKeeping(query) && suggestions.groups.length > 0
  const answer = fileAnswer(JSON.stringify(suggestions), 'application/json; charset=utf-8')
  return { ...answer, emptiedBy: isKept ? [facts.documentsChanged.name] : [] }
}

/** The best first. */
async function namedFor({ tx, database, actor, voice }: Visit, query: SearchQuery): Promise<readonly NamedDocument[]> {
  const shows = (groups: Parameters<typeof suggestedHits>[0]) => suggestedHits(groups, query.words.length)
  const wish = { query, audiences: audiencesOf(actor), kind: null, best: SEARCH_LIMITS.suggestions, shows }
  const { groups, documents } = await findQuickly(tx, database, wish, readNamed(voice.language))
  return shows(groups).flatMap(({ id }) => documents.get(id) ?? [])
}

function suggestionsOf({ voice, directory }: Visit, { typed }: SearchQuery, named: readonly NamedDocument[]): Suggestions {
  const kinds = new Map(searchablesOf(directory.parts).map(({ searchable }) => [searchable.kind, searchable.title]))
  const groups = [...Map.groupBy(named, ({ kind }) => kind)].flatMap(([kind, documents]) => {
    const title = kinds.get(kind)
    return title === undefined ? [] : [{ kind, title: wordsOf(voice, title), suggestions: documents.map((document) => suggestionOf(voice, document)) }]
  })
  const count = groups.reduce((total, { suggestions }) => total + suggestions.length, 0)
  const all = { title: wordsOf(voice, text.allResultsFor, { words: typed }), href: `/search?${new URLSearchParams({ q: typed })}` }
  const status = count === 0 ? voice.plain(text.noSuggestions) : voice.plain(text.suggestionsCount, { count })
  return { query: typed, status: typed === '' ? '' : status, groups, all: typed === '' ? null : all }
}

function suggestionOf({ htmlLang }: Voice, { title, ownTitle, href }: NamedDocument): Suggestions['groups'][number]['suggestions'][number] {
  return { title: ownTitle ?? title, lang: ownTitle === null ? 'ja' : (htmlLang as 'ja' | 'en' | 'pt-BR'), href }
}

function wordsOf(voice: Voice, phrase: Phrase, values: Readonly<Record<string, string>> = {}): z.infer<typeof shownWords> {
  const { language, hasFurigana } = voice.reader
  if (!hasFurigana) return [{ text: voice.plain(phrase, values) }]
  return partsOf(phrase[language]).map((part) => {
    if (part.kind === 'ruby') return { text: part.base, reading: part.reading }
    return { text: part.kind === 'text' ? part.text : (values[part.name] ?? '') }
  })
}

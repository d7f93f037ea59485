import { renderCluster } from '#design/layout/view.ts'
import { html } from '#kernel/html/html.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { LANGUAGES, partsOf, Voice, type Language, type Phrase } from '#kernel/text/text.ts'
import { datasetsOf, type Dataset } from '../open-data.ts'
import { renderFiles } from '../pages.ts'
import { text } from '../text.ts'

/** As the manifest knows it: the search builds on capabilities that build on this one, and is not looked at from here. */
type Searchable = NonNullable<Manifest['searchables']>[number]
type SearchDocument = Awaited<ReturnType<Searchable['list']>>[number]

/**
 * The datasets in the city's search: what they are, what their columns are called, and their files on the page of results.
 * They stand in the program, so no fact changes them: they are compared when a city first opens, and every night.
 */
export const datasetSearchable: Searchable = {
  kind: 'open-datasets',
  title: text.title,
  changes: [],
  async list(_, { after, limit }, parts) {
    const sorted = datasetsIn(parts).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return sorted.filter(({ id }) => after === null || id > after).slice(0, limit).map(documentOf)
  },
  async load(_, keys, parts) {
    return datasetsIn(parts).filter(({ id }) => keys.includes(id)).map(documentOf)
  },
  async answers(_, keys, voice, parts) {
    const wanted = datasetsIn(parts).filter(({ id }) => keys.includes(id))
    return new Map(wanted.map((dataset) => [dataset.id, html`<p>${voice.say(dataset.description)}</p> ${renderCluster({ parts: renderFiles(voice, dataset) })}`]))
  },
}

function datasetsIn(parts: readonly Manifest[]): readonly Dataset[] {
  return datasetsOf(parts).map(({ dataset }) => dataset)
}

function documentOf(dataset: Dataset): SearchDocument {
  const others = LANGUAGES.filter((language) => language !== 'ja')
  const said = (language: Language) => ({ title: VOICES[language].plain(dataset.title), text: textOf(dataset, language) })
  return {
    key: dataset.id,
    ...said('ja'),
    reading: readingOf(dataset.title),
    otherLanguages: Object.fromEntries(others.map((language) => [language, said(language)])),
    href: `/open-data/${dataset.id}`,
    audience: 'everyone',
  }
}

/** Headings of the files are Japanese in every language: whoever has such a file looks for them. */
function textOf({ description, keywords, columns }: Dataset, language: Language): string {
  const say = (phrase: Phrase<never>) => VOICES[language].plain(phrase)
  const lines = [description, ...keywords, ...columns.flatMap((column) => [column.title, column.description])].map(say)
  return [...new Set([...lines, ...columns.map(({ name }) => name)])].join('\n')
}

/** The title in kana, as its readings say. */
function readingOf(title: Phrase<never>): string {
  return partsOf(title.ja).map((part) => (part.kind === 'ruby' ? part.reading : part.kind === 'text' ? part.text : '')).join('')
}

const VOICES = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Voice({ language, hasFurigana: false, textSize: 'standard' })]),
) as Readonly<Record<Language, Voice>>

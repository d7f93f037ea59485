import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderCards, renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection } from '#design/layout/view.ts'
import { renderExternalLink } from '#design/link/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, Voice, type Phrase } from '#kernel/text/text.ts'
import { foldForSearch } from '#kernel/values/text-forms.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { firstRows, getDataset } from './api/files.ts'
import { OPEN_DATA_LIMITS } from './limits.ts'
import { datasetsOf, LICENCES, type ColumnType, type Dataset, type DatasetValue, type OwnedDataset, type UpdateFrequency } from './open-data.ts'
import { text } from './text.ts'

const PATH = '/open-data'

/** The catalogue: every dataset of the city, narrowed by words in any of its languages. */
export async function showCatalogue({ voice, directory, query }: Visit): Promise<Answer> {
  const words = (query.q ?? '').trim().slice(0, OPEN_DATA_LIMITS.searchCharacters)
  const all = datasetsOf(directory.parts)
  const found = all.filter(({ dataset }) => matches(dataset, words))
  const search = { name: 'q', label: voice.say(text.search), value: words }
  const main = html`
    ${renderPageTitle({ title: voice.say(text.title), lead: voice.say(text.lead) })}
    ${all.length === 0 ? nothing : renderFilters({ voice, action: PATH, search, clearHref: PATH })}
    ${renderFound(voice, all, found, words)}
    ${renderCluster({ parts: [renderLinkButton({ label: voice.say(text.forMachines), href: `${PATH}/catalog.json`, kind: 'link', icon: 'download' })] })}`
  return shown({ title: voice.plain(text.title), main, description: voice.plain(text.summary) })
}

function renderFound(voice: Voice, all: readonly OwnedDataset[], found: readonly OwnedDataset[], words: string): Html {
  if (all.length === 0) return renderEmpty({ title: voice.say(text.none), body: voice.say(text.noneBody), icon: 'chart' })
  if (found.length === 0) {
    const action = renderLinkButton({ label: voice.say(text.showAll), href: PATH, kind: 'secondary' })
    return renderEmpty({ title: voice.say(text.noMatch, { words }), body: voice.say(text.noMatchBody), icon: 'search', action })
  }
  const cards = found.map(({ dataset }) => ({
    href: `${PATH}/${dataset.id}`,
    title: voice.say(dataset.title),
    body: voice.say(dataset.description),
    facts: html`${renderBadge({ label: 'CSV' })} ${renderBadge({ label: 'JSON' })} ${renderBadge({ label: voice.say(FREQUENCY_WORDS[dataset.frequency]), tone: 'info' })}`,
  }))
  return renderSection({ heading: voice.say(text.found, { count: found.length }), body: renderCards({ cards }) })
}

const EVERY_VOICE = LANGUAGES.map((language) => new Voice({ language, hasFurigana: false, textSize: 'standard' }))

function matches({ id, title, description, keywords, columns }: Dataset, words: string): boolean {
  const phrases = [title, description, ...keywords, ...columns.map((column) => column.title)]
  const all = foldForSearch([id, ...EVERY_VOICE.flatMap((voice) => phrases.map((phrase) => voice.plain(phrase)))].join('\n'))
  return words.split(/\s+/).every((word) => all.includes(foldForSearch(word)))
}

/** One dataset: what it is, its columns, its first rows, its files. */
export async function showDataset(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const owned = getDataset(visit)
  const { dataset } = owned
  const rows = await firstRows(tx, owned, OPEN_DATA_LIMITS.previewRows)
  const main = html`
    ${renderPageTitle({ title: voice.say(dataset.title), kicker: voice.say(text.title), lead: voice.say(dataset.description) })}
    ${renderColumns({ kind: 'main-and-side', parts: [html`${renderDownloads(voice, dataset)} ${renderAttribution(visit, dataset)}`, renderAbout(visit, owned)] })}
    ${renderSection({ heading: voice.say(text.columns), body: renderColumnTable(voice, dataset) })}
    ${renderSection({ heading: voice.say(text.preview), body: renderPreview(voice, dataset, rows) })}`
  return shown({
    title: voice.plain(dataset.title),
    description: voice.plain(dataset.description),
    crumbs: [{ href: PATH, label: voice.say(text.title) }],
    main,
    emptiedBy: dataset.emptiedBy,
  })
}

function renderDownloads(voice: Voice, dataset: Dataset): Html {
  const body = html`${renderCluster({ parts: renderFiles(voice, dataset) })} <p>${voice.say(text.cp932Note)}</p>`
  return renderPanel({ heading: voice.say(text.downloads), body })
}

/** One link for each form in which a dataset is given. */
export function renderFiles(voice: Voice, { id }: Dataset): readonly Html[] {
  const file = (label: Phrase<never>, href: string, kind: 'primary' | 'secondary') =>
    renderLinkButton({ label: voice.say(label), href, kind, icon: 'download', isDownload: true })
  return [
    file(text.csv, `${PATH}/${id}.csv`, 'primary'),
    file(text.csvCp932, `${PATH}/${id}.csv?encoding=cp932`, 'secondary'),
    file(text.json, `${PATH}/${id}.json`, 'secondary'),
  ]
}

function renderAttribution({ voice, city }: Visit, dataset: Dataset): Html {
  const licence = LICENCES[dataset.licence ?? 'cc-by-4.0'].name
  const words = voice.say(text.attributionText, { title: voice.plain(dataset.title), city: voice.plain(city.displayName), licence })
  return renderPanel({ heading: voice.say(text.attribution), body: html`<p>${words}</p>` })
}

function renderAbout({ voice, city }: Visit, { owner, dataset }: OwnedDataset): Html {
  const licence = LICENCES[dataset.licence ?? 'cc-by-4.0']
  const { temporal } = dataset
  const facts = [
    { term: voice.say(text.publisher), description: voice.say(city.displayName) },
    { term: voice.say(text.service), description: voice.say(owner.title) },
    { term: voice.say(text.licence), description: renderExternalLink({ voice, href: licence.url, label: licence.name }) },
    { term: voice.say(text.frequency), description: voice.say(FREQUENCY_WORDS[dataset.frequency]) },
    ...(temporal === undefined ? [] : [{ term: voice.say(text.temporal), description: voice.say(text.temporalRange, temporal) }]),
    { term: voice.say(text.spatial), description: voice.say(dataset.spatial ?? city.displayName) },
    { term: voice.say(text.keywords), description: dataset.keywords.map((word) => voice.say(word)) },
  ]
  return renderPanel({ heading: voice.say(text.about), body: renderFactsList({ facts }) })
}

function renderColumnTable(voice: Voice, { columns }: Dataset): Html {
  const rows = columns.map(({ name, title, type, description, publishes }) => [
    html`<code>${name}</code>`,
    voice.say(title),
    voice.say(TYPE_WORDS[type]),
    html`${voice.say(description)} ${publishes && html`<small>${voice.say(text.basis, publishes)}</small>`}`,
  ])
  const headings = [text.columnName, text.columnTitle, text.columnType, text.columnDescription]
  const shownColumns = headings.map((word, index) => ({ heading: voice.say(word), ...(index === 3 ? { width: 'wide' as const } : {}) }))
  return renderTable({ caption: voice.say(text.columns), isCaptionHidden: true, columns: shownColumns, rows, isCardsOnPhone: true, id: 'dataset-columns' })
}

function renderPreview(voice: Voice, { columns }: Dataset, rows: readonly (readonly DatasetValue[])[]): Html {
  if (rows.length === 0) return renderEmpty({ title: voice.say(text.noRows), icon: 'chart' })
  const headings = columns.map(({ name, type }) => ({ heading: name, isNumeric: type === 'number' || type === 'whole-number' }))
  const cells = rows.map((row) => row.map(previewOf))
  return renderTable({ caption: voice.say(text.preview), isCaptionHidden: true, columns: headings, rows: cells, id: 'dataset-preview' })
}

/** As the files print it, cut where it is long. */
function previewOf(value: DatasetValue): string {
  const words = value === null ? '' : String(value)
  const { previewCharacters } = OPEN_DATA_LIMITS
  return words.length <= previewCharacters ? words : `${words.slice(0, previewCharacters)}…`
}

const FREQUENCY_WORDS: Readonly<Record<UpdateFrequency, Phrase<never>>> = {
  continuous: text.continuous,
  daily: text.daily,
  weekly: text.weekly,
  monthly: text.monthly,
  quarterly: text.quarterly,
  annual: text.annual,
  irregular: text.irregular,
}

const TYPE_WORDS: Readonly<Record<ColumnType, Phrase<never>>> = {
  text: text.typeText,
  'whole-number': text.typeWholeNumber,
  number: text.typeNumber,
  date: text.typeDate,
  year: text.typeYear,
  boolean: text.typeBoolean,
  url: text.typeUrl,
}

import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { visitorActor } from '#kernel/access/actor.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { facts } from '../facts.ts'
import { find } from '../find.ts'
import { SEARCH_LIMITS } from '../limits.ts'
import type { Found, FoundGroup, Hit } from '../model.ts'
import { readQuery, type SearchQuery } from '../rules/query.ts'
import { audiencesOf, searchablesOf, type OwnedSearchable } from '../search.ts'
import type { ShownDocument } from '../store/documents.ts'
import { text } from '../text.ts'
import { showableGroups, type ShownGroup } from './groups.ts'
import { renderHits } from './hits.ts'

const PATH = '/search'

/** What the address asks for. */
interface ResultsWish {
  readonly query: SearchQuery
  readonly kinds: ReadonlyMap<string, OwnedSearchable>
  /** Only this kind, page by page; null for the best of every kind. */
  readonly kind: string | null
  readonly page: number
}

/** The page of results: the best of every kind, or all of one. Works without a script, and is never kept. */
export async function showResults(visit: Visit): Promise<Answer> {
  const { voice, directory } = visit
  const query = readQuery(visit.query.q ?? '')
  const kinds = new Map(searchablesOf(directory.parts).map((owned) => [owned.searchable.kind, owned]))
  const kind = kinds.has(visit.query.in ?? '') ? (visit.query.in ?? null) : null
  const wish: ResultsWish = { query, kinds, kind, page: pageOf(visit.query.page) }
  if (query.words.length === 0) return showNoWords(visit)
  const found = await findFor(visit, wish)
  const main = html`
    ${renderPageTitle({ title: voice.say(text.resultsOf, { words: query.typed }) })}
    ${query.isCut ? renderCut(visit) : nothing} ${found.isSimilar && found.groups.length > 0 ? renderSimilar(visit, query) : nothing}
    ${found.groups.length === 0 ? renderNothing(visit, query) : await renderFound(visit, wish, found)}`
  return shown({ title: voice.plain(text.resultsOf, { words: query.typed }), main })
}

function pageOf(given: string | undefined): number {
  const page = Number(given)
  return Number.isInteger(page) ? Math.min(Math.max(page, 1), SEARCH_LIMITS.pages) : 1
}

/**
 * The first page of a search leaves a fact behind, so it is looked up in a transaction that may write; turning pages of
 * the same search does not. It ends before the visit's own transaction begins: nobody holds two connections.
 */
async function findFor({ tx, database, actor }: Visit, wish: ResultsWish): Promise<Found<ShownDocument>> {
  const { query, kinds, kind, page } = wish
  const best = kind === null ? SEARCH_LIMITS.hitsByKind : page * SEARCH_LIMITS.hitsByPage
  const looked = { query, audiences: audiencesOf(actor), kind: null, best, shows: (groups: readonly FoundGroup[]) => groups.flatMap(shownBy(wish)) }
  const known = (found: Found<ShownDocument>): Found<ShownDocument> => ({ ...found, groups: found.groups.filter((group) => kinds.has(group.kind)) })
  if (kind !== null || page > 1) return known(await find(tx, database, looked))
  return database.act('search', visitorActor, async (act) => {
    const found = known(await find(act, database, looked))
    act.publish(facts.searched, 'search', { hit: found.groups.length > 0, kinds: found.groups.map((group) => group.kind) })
    return found
  })
}

/** The best of every kind, or one page of one kind. */
function shownBy({ kind, page }: ResultsWish): (group: FoundGroup) => readonly Hit[] {
  if (kind === null) return ({ best }) => best
  return (group) => (group.kind === kind ? group.best.slice((page - 1) * SEARCH_LIMITS.hitsByPage) : [])
}

async function renderFound(visit: Visit, wish: ResultsWish, found: Found<ShownDocument>): Promise<Html> {
  const { voice } = visit
  const { query, kinds, kind, page } = wish
  const groups = kind === null ? found.groups : found.groups.filter((group) => group.kind === kind)
  const hasAnswers = kind === null || page === 1
  const shownGroups = await showableGroups(visit, { found: { ...found, groups }, kinds, shows: shownBy(wish), hasAnswers })
  const forms = query.words.flatMap((word) => word.forms)
  return html`${renderKinds(visit, wish, found)}
    ${groups.length === 0 ? renderNothing(visit, query) : nothing}
    ${shownGroups.map((group) =>
      renderSection({
        heading: html`${voice.say(group.owned.searchable.title)} <small>${voice.say(text.count, { count: group.count })}</small>`,
        body: html`${renderHits(visit, group, forms)} ${kind === null ? renderAllOf(visit, query, group) : renderPages(visit, query, group, page)}`,
      }),
    )}`
}

/** How many there are of each kind; the way from one to the other. */
function renderKinds({ voice }: Visit, { query, kinds, kind }: ResultsWish, { groups }: Found<ShownDocument>): Html {
  const all = groups.reduce((total, { count }) => total + count, 0)
  const tabs = groups.map((group) => ({
    href: addressOf(query, group.kind),
    label: voice.say((kinds.get(group.kind) as OwnedSearchable).searchable.title),
    isCurrent: group.kind === kind,
    count: group.count,
  }))
  const first = { href: addressOf(query), label: voice.say(text.allKinds), isCurrent: kind === null, count: all }
  return renderTabs({ label: voice.plain(text.kinds), tabs: [first, ...tabs] })
}

function renderAllOf({ voice }: Visit, query: SearchQuery, { owned, count, hits }: ShownGroup): Html {
  if (count <= hits.length) return nothing
  const label = voice.say(text.allOfKind, { count })
  return html`<p>${renderLinkButton({ kind: 'secondary', href: addressOf(query, owned.searchable.kind), label, icon: 'right' })}</p>`
}

function renderPages({ voice }: Visit, query: SearchQuery, { owned, count }: ShownGroup, page: number): Html {
  const { hitsByPage, pages: mostPages } = SEARCH_LIMITS
  const pages = Math.ceil(count / hitsByPage)
  const more = pages > mostPages ? html`<p>${voice.say(text.moreWords)}</p>` : nothing
  const hrefOf = (number: number) => addressOf(query, owned.searchable.kind, number)
  return html`${more} ${renderPagination({ voice, page, pages: Math.min(pages, mostPages), hrefOf })}`
}

function addressOf({ typed }: SearchQuery, kind?: string, page = 1): string {
  const wish = new URLSearchParams({ q: typed, ...(kind === undefined ? {} : { in: kind }), ...(page === 1 ? {} : { page: String(page) }) })
  return `${PATH}?${wish}`
}

function showNoWords({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(text.title) })}
    ${renderEmpty({ title: voice.say(text.noWords), body: voice.say(text.lead), icon: 'search' })}`
  return shown({ title: voice.plain(text.title), main, description: voice.plain(text.summary) })
}

function renderNothing({ voice }: Visit, { typed }: SearchQuery): Html {
  const action = renderLinkButton({ href: '/', label: voice.say(text.home), kind: 'secondary' })
  return renderEmpty({ title: voice.say(text.nothing, { words: typed }), body: voice.say(text.nothingBody), icon: 'search', action })
}

function renderSimilar({ voice }: Visit, { typed }: SearchQuery): Html {
  return renderNotice({ voice, kind: 'info', title: voice.say(text.similar, { words: typed }) })
}

function renderCut({ voice }: Visit): Html {
  const { queryCharacters, queryWords } = SEARCH_LIMITS
  return renderNotice({ voice, kind: 'info', title: voice.say(text.cut, { characters: queryCharacters, words: queryWords }) })
}

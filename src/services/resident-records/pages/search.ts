import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { searchForm } from '../forms/search-form.ts'
import { readSearchQuery, SEARCH_LIMITS, type SearchQuery, type SearchTerm } from '../rules/search-query.ts'
import { noteViews } from '../store/audit-views.ts'
import { searchRegister, type Found } from '../store/search.ts'
import { searchWords as words } from '../text/search-words.ts'
import { renderHits } from './search-hits.ts'
import { deskCrumb, VIEW_BASIS } from './staff-frame.ts'

export const SEARCH_PATH = '/staff/residents/search'

/** The box alone. */
export async function showSearch(visit: Visit): Promise<Answer> {
  const begin = renderEmpty({ icon: 'search', title: visit.voice.say(words.beginTitle), body: visit.voice.say(words.beginBody) })
  return searchPage(visit, '', begin)
}

/** What was sent, and who fits. Everybody on the page is written into the audit as seen. */
export async function search(visit: Submission<ValuesOf<typeof searchForm>>): Promise<Answer> {
  return showFound(visit, { typed: visit.values.words, page: visit.values.page ?? 1 })
}

interface Asked {
  readonly typed: string
  readonly page: number
  /** What is wrong with the reason for taking the results out. */
  readonly reasonError?: Html
}

export async function showFound(visit: Visit, asked: Asked): Promise<Answer> {
  const { tx } = visit
  const { typed, page } = asked
  const query = readSearchQuery(typed, tx.today)
  const found = await searchRegister(tx, query, { limit: SEARCH_LIMITS.page, offset: (page - 1) * SEARCH_LIMITS.page })
  await noteViews(tx, found.people.map(({ id }) => id), { act: 'find in register', basis: VIEW_BASIS })
  return searchPage(visit, typed, renderFound(visit, { ...asked, query, found }))
}

export async function searchAgain(visit: Submission<ValuesOf<typeof searchForm>>): Promise<Answer> {
  return showSearch(visit)
}

function searchPage(visit: Visit, typed: string, results: Html): Answer {
  const { voice } = visit
  const box = renderForm({
    voice, action: SEARCH_PATH, csrfToken: visit.formToken(),
    body: renderField({
      voice, kind: 'text', inputType: 'search', inputMode: 'search', name: 'words', label: voice.say(words.label), hint: voice.say(words.hint), isRequired: true, isTagHidden: true, value: typed, lang: 'ja',
    }),
    buttons: renderButton({ label: voice.say(words.title), icon: 'search' }),
  })
  const main = html`${renderPageTitle({ title: voice.say(words.title) })}${renderStack({ parts: [html`<search class="no-print">${box}</search>`, results], gap: 'large' })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [deskCrumb(voice)], isSecret: true })
}

interface Shown extends Asked {
  readonly query: SearchQuery
  readonly found: Found
}

function renderFound(visit: Visit, { typed, query, found, page, reasonError }: Shown): Html {
  const { voice } = visit
  if (found.people.length === 0) {
    return html`${renderUnderstood(voice, query)}${renderEmpty({ icon: 'search', title: voice.say(words.noneTitle), body: voice.say(words.noneBody) })}`
  }
  const count = found.isMore ? words.more : words.count
  return renderSection({
    heading: voice.say(count, { count: found.count }),
    lead: renderUnderstood(voice, query),
    body: html`${found.isMore ? renderNotice({ voice, kind: 'info', title: voice.say(words.more, { count: found.count }) }) : nothing}
      ${renderHits(voice, found.people)} ${renderTurning(visit, { typed, found, page })} ${renderTakingOut(visit, typed, reasonError)}`,
  })
}

/** The words as the search took them, so that a slip is seen at once. */
export function renderUnderstood(voice: Voice, { terms, ignored }: SearchQuery): Html {
  const lines = terms.map((term) => html`<li>${saidTerm(voice, term)}</li>`)
  const left = ignored.length === 0 ? nothing : html`<li>${voice.say(words.ignored, { words: ignored.join(' ') })}</li>`
  return html`<p>${voice.say(words.understood)}</p><ul>${lines}${left}</ul>`
}

function saidTerm(voice: Voice, { kind, typed, births }: SearchTerm): Html {
  switch (kind) {
    case 'birth':
      return voice.say(words.termBirth, { dates: births.map(({ date }) => bornOn(voice, date)).join(voice.plain(words.termOr)) })
    case 'kana':
      return voice.say(words.termKana, { word: typed })
    case 'letters':
      return voice.say(words.termLetters, { word: typed })
    case 'number':
      return voice.say(words.termNumber, { word: typed })
    case 'words':
      return voice.say(words.termWords, { word: typed })
    default:
      return assertNever(kind)
  }
}

export function bornOn(voice: Voice, date: Temporal.PlainDate): string {
  return voice.htmlLang === 'ja' ? `${date.toString()} (${formatJapaneseDate(date, 'short')})` : date.toString()
}

/** Earlier and further results, each a form of its own: the words travel unseen and not in an address. */
function renderTurning(visit: Visit, { typed, found, page }: Pick<Shown, 'typed' | 'found' | 'page'>): Html {
  const { voice } = visit
  const turn = (to: number, label: Html) => renderForm({
    voice, action: SEARCH_PATH, csrfToken: visit.formToken(), hidden: { words: typed, page: String(to) }, body: nothing, buttons: renderButton({ label, kind: 'secondary' }),
  })
  const isLast = page * SEARCH_LIMITS.page >= found.count
  return renderCluster({ parts: [page > 1 ? turn(page - 1, voice.say(words.previous)) : nothing, isLast ? nothing : turn(page + 1, voice.say(words.next))] })
}

function renderTakingOut(visit: Visit, typed: string, error: Html | undefined): Html {
  const { voice } = visit
  const button = (format: string, label: Html) => renderButton({ label, kind: 'secondary', icon: 'download', name: 'format', value: format })
  return html`<details class="no-print"${attributes({ open: error !== undefined })}><summary>${voice.say(words.takeOut)}</summary>
    ${renderForm({
      voice, action: `${SEARCH_PATH}/file`, csrfToken: visit.formToken(), hidden: { words: typed },
      body: renderField({ voice, kind: 'text', name: 'reason', label: voice.say(words.reason), hint: voice.say(words.takeOutHint), isRequired: true, ...(error === undefined ? {} : { error }) }),
      buttons: html`${button('csv', voice.say(words.takeCsv))} ${button('xlsx', voice.say(words.takeXlsx))}`,
    })}</details>`
}

import { feedAlternates } from '#capabilities/notices/feeds.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { dayOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { PublishedNews } from '../model.ts'
import { topics } from '../rules/topics.ts'
import { findItem, isPublished, listMonths, listPublished } from '../store/news.ts'
import { LANGUAGE_NAMES, words } from '../text/news-words.ts'
import { topicWords } from '../text/topic-words.ts'
import { LANG_TAGS, plainSaid, renderSaid, renderTitle, textFor } from './said.ts'

const ITEMS_ON_PAGE = 20

/** What the city has told, in the reader's language where it is there, the newest first or a month. */
export async function showNews(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const months = await listMonths(tx)
  const wanted = months.find(({ month }) => month === query.month)
  const all = wanted?.count ?? months.reduce((sum, { count }) => sum + count, 0)
  const pages = Math.max(1, Math.ceil(all / ITEMS_ON_PAGE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1))
  const items = await listPublished(tx, {
    ...(wanted === undefined ? {} : { month: Temporal.PlainYearMonth.from(wanted.month) }), limit: ITEMS_ON_PAGE, offset: (page - 1) * ITEMS_ON_PAGE,
  })
  const list = items.length === 0 ? renderEmpty({ icon: 'megaphone', title: voice.say(words.none), body: voice.say(words.noneBody) })
    : renderCards({ level: 2, cards: items.map((item) => cardOf(visit, item)) })
  const hrefOf = (number: number) => `/news?${new URLSearchParams({ ...(wanted === undefined ? {} : { month: wanted.month }), page: String(number) }).toString()}`
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.summary) })}
    ${renderColumns({ kind: 'main-and-side', parts: [
      renderStack({ parts: [list, pages === 1 ? nothing : renderPagination({ voice, page, pages, hrefOf })] }),
      renderStack({ gap: 'large', parts: [renderMonths(visit, months, wanted?.month), renderFollow(visit)] }),
    ] })}`
  return shown({ title: voice.plain(words.title), main, description: voice.plain(words.summary), alternates: topics.flatMap((topic) => feedAlternates(voice, topic)) })
}

function cardOf(visit: Visit, item: PublishedNews) {
  const { voice } = visit
  const shownText = textFor(item.texts, voice.language)
  const day = dayOf(item.publishedAt).toString()
  return {
    href: `/news/${item.id}`, title: renderTitle(voice, shownText),
    facts: html`<time datetime="${day}">${day}</time> ${renderBadge({ label: item.kind === 'digest' ? voice.say(words.digest) : voice.say(topicWords[item.topic]) })}
      ${shownText.isMissing ? renderBadge({ label: voice.say(words.notTranslated), tone: 'warning' }) : nothing}
      ${shownText.text.origin === 'machine' ? renderBadge({ label: voice.say(words.byMachine), tone: 'info' }) : nothing}`,
  }
}

function renderMonths({ voice }: Visit, months: readonly { readonly month: string; readonly count: number }[], current: string | undefined): Html {
  if (months.length === 0) return nothing
  const line = (href: string, label: Html | string, isCurrent: boolean) => html`<li>${isCurrent ? html`<strong aria-current="page">${label}</strong>` : html`<a href="${href}">${label}</a>`}</li>`
  return renderSection({
    heading: voice.say(words.byMonth),
    body: html`<ul class="stack stack-small">${line('/news', voice.say(words.newest), current === undefined)}
      ${months.map(({ month, count }) => line(`/news?month=${month}`, `${month} (${count})`, month === current))}</ul>`,
  })
}

function renderFollow({ voice }: Visit): Html {
  return renderSection({ heading: voice.say(words.follow), body: renderCluster({ parts: [
    renderLinkButton({ href: '/notices', label: voice.say(words.subscribe), icon: 'mail' }),
    html`<a href="/notices/feeds">${voice.say(words.feed)}</a>`,
  ] }) })
}

/** One item; `?in=` reads it in another language than the page's. What is not translated says so and shows the Japanese. */
export async function showNewsItem(visit: Visit): Promise<Answer> {
  const { voice, tx, params, query } = visit
  const id = params.id ?? ''
  const item = isUuid(id) ? await findItem(tx, id) : undefined
  if (item?.state === 'withdrawn') return showWithdrawn(visit)
  if (item === undefined || !isPublished(item)) throw new Fault('not-found', 'there is no such news')
  const wanted = LANGUAGES.find((language) => language === query.in) ?? voice.language
  const { text, language, isMissing } = textFor(item.texts, wanted)
  const day = dayOf(item.publishedAt).toString()
  const main = html`${renderPageTitle({
    title: renderTitle(voice, { text, language, isMissing }),
    facts: html`<time datetime="${day}">${day}</time> ${renderBadge({ label: item.kind === 'digest' ? voice.say(words.digest) : voice.say(topicWords[item.topic]) })}`,
  })}
    ${renderStack({ parts: [
      renderTabs({ label: voice.plain(words.readIn), tabs: LANGUAGES.map((one) => ({ href: `/news/${id}?in=${one}`, label: voice.say(LANGUAGE_NAMES[one]), isCurrent: one === wanted })) }),
      isMissing ? renderNotice({ voice, kind: 'warning', title: sayIn(wanted, words.notTranslated, visit), body: html`<p>${sayIn(wanted, words.notTranslatedBody, visit)}</p>` }) : nothing,
      text.origin === 'machine' ? renderNotice({ voice, kind: 'info', title: sayIn(wanted, words.byMachine, visit), body: html`<p>${sayIn(wanted, words.byMachineBody, visit)}</p>` }) : nothing,
      html`<div class="prose" lang="${LANG_TAGS[language]}">${text.sentences.map((sentence) => html`<p>${renderSaid(voice, sentence, language)}</p>`)}</div>`,
      renderFollow(visit),
    ] })}`
  return shown({ title: plainSaid(text.title), main, crumbs: [{ href: '/news', label: voice.say(words.title) }] })
}

/** In the language that was asked for, which may be another than the page's. */
function sayIn(language: Language, phrase: typeof words.notTranslated, { voice }: Visit): Html {
  return html`<span lang="${LANG_TAGS[language]}">${renderSaid(voice, phrase[language], language)}</span>`
}

function showWithdrawn({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.withdrawnTitle) })}
    ${renderLinkButton({ href: '/news', label: voice.say(words.newest), kind: 'secondary' })}`
  return shown({ title: voice.plain(words.withdrawnTitle), main, status: 410, crumbs: [{ href: '/news', label: voice.say(words.title) }] })
}

import { renderBadge } from '#design/badge/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { FRAME_KINDS, type Item } from '../model.ts'
import { sortByReading } from '../rules/fifty-sounds.ts'
import { countOpenQuestions } from '../store/questions.ts'
import { frameWords, FRAME_TITLES } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { framePath } from './frame-paths.ts'
import { classOf, guideVisit, said, type GuideVisit } from './guide-visit.ts'
import { typedIn } from './typed-search.ts'

const ITEMS_PER_PAGE = 50

/** Where the editors begin: what waits for them, and the list of things. */
export async function showStaffDesk(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice, guide } = given
  const open = await countOpenQuestions(visit.tx)
  const main = html`${renderPageTitle({ title: voice.say(staffWords.deskTitle), lead: voice.say(staffWords.deskSummary) })}
    ${renderStack({
      parts: [
        renderBeginning(given),
        renderCards({
          level: 2,
          cards: [
            { href: '/staff/garbage/questions', title: voice.say(staffWords.questions), icon: 'question', facts: renderBadge({ label: voice.say(staffWords.openQuestions, { count: open }), tone: open === 0 ? 'success' : 'warning' }) },
            { href: '/staff/garbage/items/new', title: voice.say(staffWords.addItem), icon: 'plus' },
            { href: '/staff/imports', title: voice.say(staffWords.importFile), icon: 'upload' },
            { href: '/staff/garbage/items.xlsx', title: voice.say(staffWords.exportXlsx), icon: 'download' },
            { href: '/staff/garbage/items.csv', title: voice.say(staffWords.exportCsv), icon: 'download' },
            { href: '/staff/garbage/history', title: voice.say(staffWords.history), icon: 'history' },
          ],
        }),
        renderSection({
          heading: voice.say(frameWords.cityRules),
          body: renderCards({ cards: FRAME_KINDS.map((kind) => ({ href: framePath(kind), title: voice.say(FRAME_TITLES[kind].title), body: voice.say(FRAME_TITLES[kind].body), icon: kind === 'danger' ? 'warning' : kind === 'class' ? 'trash' : kind === 'centre' ? 'building' : kind === 'district' ? 'place' : 'calendar' })) }),
        }),
        guide.items.length === 0 ? nothing : renderList(given),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(staffWords.deskTitle), main, area: 'staff' })
}

/** What a city without a guide does first; nothing once there is something of everything that residents need. */
function renderBeginning({ voice, guide }: GuideVisit): Html {
  const steps = [
    { kind: 'class', isDone: guide.classes.length > 0 }, { kind: 'danger', isDone: guide.dangers.length > 0 },
    { kind: 'centre', isDone: guide.centres.length > 0 }, { kind: 'district', isDone: guide.districts.length > 0 },
  ] as const
  if (steps.every(({ isDone }) => isDone) && guide.items.length > 0) return nothing
  const mark = (isDone: boolean) => (isDone ? '✓' : '□')
  return renderNotice({
    voice, kind: 'info', title: voice.say(frameWords.beginTitle),
    body: html`<p>${voice.say(frameWords.beginBody)}</p>
      <ol>${steps.map(({ kind, isDone }) => html`<li>${mark(isDone)} <a href="${framePath(kind)}">${voice.say(FRAME_TITLES[kind].title)}</a></li>`)}
      <li>${mark(guide.items.length > 0)} <a href="/staff/garbage/items/new">${voice.say(staffWords.items)}</a></li></ol>`,
    actions: html`<a class="button button-secondary" href="/staff/imports">${voice.say(staffWords.importFile)}</a>`,
  })
}

function renderList(given: GuideVisit): Html {
  const { voice, guide, visit } = given
  const typed = typedIn(visit.query)
  const classKey = visit.query.class ?? ''
  const items = itemsFor(given, typed).filter(({ ways }) => classKey === '' || ways.some((way) => way.classKey === classKey))
  const pages = Math.max(1, Math.ceil(items.length / ITEMS_PER_PAGE))
  const wanted = /^\d{1,4}$/.test(visit.query.page ?? '') ? Number(visit.query.page) : 1
  const page = Math.min(Math.max(wanted, 1), pages)
  const href = (number: number) => `/staff/garbage?${new URLSearchParams({ q: typed, class: classKey, page: String(number) }).toString()}`
  return renderStack({
    parts: [
      renderFilters({
        voice, action: '/staff/garbage', clearHref: '/staff/garbage',
        search: { name: 'q', label: voice.say(staffWords.search), value: typed },
        selects: [{
          name: 'class', label: voice.say(staffWords.wasteClass), value: classKey,
          choices: guide.classes.map(({ key, name }) => ({ value: key, label: said(name, voice.language) })),
        }],
      }),
      renderTable({
        caption: voice.say(staffWords.found, { count: items.length }),
        columns: [{ heading: voice.say(staffWords.name) }, { heading: voice.say(staffWords.reading) }, { heading: voice.say(staffWords.wasteClass) }],
        isCardsOnPhone: true,
        rows: items.slice((page - 1) * ITEMS_PER_PAGE, page * ITEMS_PER_PAGE).map((item) => rowOf(given, item)),
      }),
      renderPagination({ voice, page, pages, hrefOf: href }),
    ],
  })
}

function rowOf({ voice, guide }: GuideVisit, item: Item) {
  const classes = [...new Set(item.ways.map(({ classKey }) => classKey))].map((key) => classOf(guide, key))
  return [
    html`<a href="/staff/garbage/items/${item.key}">${item.name.ja}</a>`,
    item.reading,
    html`${classes.map(({ colour, name }) => html`<div>${renderColourLabel({ colour, label: said(name, voice.language) })}</div>`)}`,
  ]
}

function itemsFor({ copy, guide }: GuideVisit, typed: string): readonly Item[] {
  if (typed === '') return copy.remember('all by reading', () => sortByReading(guide.items))
  return copy.index.search(typed, { limit: ITEMS_PER_PAGE }).map(({ item }) => item)
}

import { renderBadge } from '#design/badge/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderPagination } from '#design/pagination/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Item } from '../model.ts'
import { sortByReading } from '../rules/fifty-sounds.ts'
import { countOpenQuestions } from '../store/questions.ts'
import { staffWords } from '../text/staff-words.ts'
import { classOf, guideVisit, said, type GuideVisit } from './guide-visit.ts'
import { typedIn } from './typed-search.ts'

const ITEMS_PER_PAGE = 50

/** Where the editors begin: what waits for them, and the list of things. */
export async function showStaffDesk(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice } = given
  const open = await countOpenQuestions(visit.tx)
  const main = html`${renderPageTitle({ title: voice.say(staffWords.deskTitle), lead: voice.say(staffWords.deskSummary) })}
    ${renderStack({
      parts: [
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
        renderList(given),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(staffWords.deskTitle), main, area: 'staff' })
}

function renderList(given: GuideVisit) {
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

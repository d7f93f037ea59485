import { describe, expect, test } from 'vitest'
import type { Html } from '#kernel/html/html.ts'
import { Voice } from '#kernel/text/text.ts'
import { renderBadge } from './badge/view.ts'
import { renderButton, renderLinkButton } from './button/view.ts'
import { renderCards, renderPanel } from './card/view.ts'
import { renderBarChart } from './chart/view.ts'
import { renderConfirm } from './confirm/view.ts'
import { designAssets } from './design.ts'
import { renderDifference } from './difference/view.ts'
import { renderEmpty } from './empty/view.ts'
import { renderFactsList } from './facts-list/view.ts'
import type { FieldProps } from './field/model.ts'
import { renderField } from './field/view.ts'
import { renderFigures } from './figures/view.ts'
import { renderFilters } from './filters/view.ts'
import { renderForm } from './form/view.ts'
import { renderPageTitle } from './heading/view.ts'
import { renderHero, renderServiceTiles } from './hero/view.ts'
import { renderIcon } from './icon/view.ts'
import { renderProse, renderSection } from './layout/view.ts'
import { renderExternalLink } from './link/view.ts'
import { renderMark, renderMarkLegend } from './mark/view.ts'
import { renderErrorSummary, renderNotice } from './notice/view.ts'
import { renderPagination } from './pagination/view.ts'
import { renderProgress } from './progress/view.ts'
import { renderQuestionCard } from './question-card/view.ts'
import { renderShell } from './shell/view.ts'
import { renderSteps } from './steps/view.ts'
import { renderTable } from './table/view.ts'
import { renderTabs } from './tabs-as-links/view.ts'
import { renderTimeline } from './timeline/view.ts'
import { renderTree } from './tree/view.ts'
import { renderYearLine } from './year-line/view.ts'

const voice = new Voice({ language: 'ja', hasFurigana: true, textSize: 'standard' })

/** Breaks out of text, of an attribute and of a textarea, wherever one of them forgot to escape. */
const X = `"'></textarea></title><script>alert(1)</script><b onmouseover="x`

const choices = [{ value: X, label: X, hint: X }]
const frame = { name: X, label: X, hint: X, error: X, isRequired: true }
const fields: readonly FieldProps[] = [
  { ...frame, kind: 'text', value: X, lang: X, autocomplete: X },
  { ...frame, kind: 'textarea', value: X, limit: 3 },
  { ...frame, kind: 'number', value: X, unit: X },
  { ...frame, kind: 'password', autocomplete: 'new-password' },
  { ...frame, kind: 'date', value: X, earliest: X },
  { ...frame, kind: 'date-parts', value: { year: X, month: X, day: X } },
  { ...frame, kind: 'file', accept: X },
  { ...frame, kind: 'select', value: X, choices, emptyLabel: X },
  { ...frame, kind: 'radios', value: X, choices },
  { ...frame, kind: 'checkboxes', values: [X], choices },
  { ...frame, kind: 'checkbox', isChecked: true },
]

const mark = { scale: 'schedule', glyph: X, label: X } as const
const post = { action: X, csrfToken: X, hidden: { [X.replace(/[^a-z]/g, '')]: X } }
const cases: readonly (readonly [string, Html])[] = [
  ...fields.map((field) => [`field ${field.kind}`, renderField({ ...field, voice })] as const),
  ['badge', renderBadge({ label: X })],
  ['button', renderButton({ label: X, name: X, value: X, formAction: X, form: X })],
  ['link button', renderLinkButton({ label: X, href: X })],
  ['cards', renderCards({ cards: [{ href: X, title: X, body: X, facts: X }] })],
  ['panel', renderPanel({ heading: X, body: X, actions: X, id: X })],
  [
    'chart',
    renderBarChart({
      voice,
      caption: X,
      rowHeading: X,
      series: [{ label: X, sign: X, tone: 'best' }],
      rows: [{ label: X, values: [1], href: X }],
    }),
  ],
  ['confirm', renderConfirm({ voice, title: X, body: X, confirmLabel: X, cancelHref: X, ...post })],
  ['difference', renderDifference({ voice, before: 'a', after: X })],
  ['empty', renderEmpty({ title: X, body: X, action: X })],
  ['facts', renderFactsList({ facts: [{ term: X, description: [X], action: X }] })],
  ['figures', renderFigures({ figures: [{ label: X, value: X, unit: X, note: X, href: X }] })],
  [
    'filters',
    renderFilters({
      voice,
      action: X,
      clearHref: X,
      search: { name: X, label: X, value: X },
      selects: [{ name: X, label: X, value: X, choices }],
    }),
  ],
  ['form', renderForm({ voice, ...post, body: X, buttons: X, id: X })],
  ['page title', renderPageTitle({ title: X, kicker: X, lead: X, facts: X, actions: X })],
  [
    'hero',
    renderHero({
      voice,
      greeting: X,
      lead: X,
      search: { action: X, name: X, label: X, value: X },
      shortcuts: { label: X, links: [{ href: X, label: X }] },
    }),
  ],
  ['tiles', renderServiceTiles({ tiles: [{ href: X, title: X, body: X, icon: 'home' }] })],
  ['icon', renderIcon('home', X)],
  ['section', renderSection({ heading: X, body: X, id: X, lead: X, actions: X })],
  ['prose', renderProse(X)],
  ['external link', renderExternalLink({ voice, href: X, label: X, hreflang: X })],
  ['mark', renderMark(mark)],
  ['legend', renderMarkLegend({ heading: X, marks: [mark] })],
  ['notice', renderNotice({ voice, kind: 'error', title: X, body: X, actions: X })],
  ['error summary', renderErrorSummary({ voice, errors: [{ fieldId: X, message: X }] })],
  ['pagination', renderPagination({ voice, page: 1, pages: 3, hrefOf: () => X })],
  ['progress', renderProgress({ voice, label: X, done: 1, total: 2, id: X })],
  [
    'question',
    renderQuestionCard({
      voice,
      id: 'q',
      number: 1,
      total: 2,
      row: X,
      column: X,
      read: X,
      proposed: `${X}!`,
      reason: X,
      state: 'open',
      error: X,
      nextHref: X,
      ...post,
    }),
  ],
  [
    'shell',
    renderShell({
      voice,
      city: { name: X, nameReading: X, nameRomaji: X, accent: 'green' },
      title: X,
      description: X,
      breadcrumbs: [{ label: X, href: X }, { label: X }],
      main: X,
      person: { name: X, signOutPath: X },
      area: 'staff',
      navigation: [{ href: X, label: X, isCurrent: false }],
      path: X,
      csrfToken: X,
      assets: designAssets(),
      notices: X,
      footer: { contact: X, links: [{ href: X, label: X }] },
    }),
  ],
  ['steps', renderSteps({ voice, steps: [{ label: X, href: X }, { label: X }], current: 1 })],
  ['table', renderTable({ caption: X, columns: [{ heading: X }], rows: [[X]], footer: [X], id: X })],
  ['tabs', renderTabs({ label: X, tabs: [{ href: X, label: X, isCurrent: true }] })],
  ['timeline', renderTimeline({ entries: [{ at: X, dateTime: X, who: X, what: X, detail: X }] })],
  ['tree', renderTree({ branches: [{ number: X, label: X, href: X, facts: X, children: [{ label: X }] }] })],
  ['year line', renderYearLine({ voice, label: X, years: [{ label: X, planned: mark, actual: null, note: X }] })],
]

describe('what people write stays text', () => {
  test.each(cases)('in a %s', (_, shown) => {
    expect(shown.source).toContain('&lt;script&gt;')
    expect(shown.source).not.toContain('<script>')
    // A quote that closed an attribute would leave this one outside of any.
    expect(shown.source).not.toContain('<b onmouseover')
  })
})

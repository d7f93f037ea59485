import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { District } from '../model.ts'
import { words } from '../text/guide-words.ts'
import { collectionsIn, shiftsIn, signsOf, type Collected } from './collections.ts'
import { dayText, guideVisit, longDayText, renderInvented, said, type GuideVisit } from './guide-visit.ts'
import { renderOfflineScript } from './home.ts'
import { renderLegend, renderMonthOf } from './months.ts'
import { renderQr } from './qr.ts'

/** How far the page looks ahead. */
const AHEAD = { soonDays: 14, shiftMonths: 6, calendarMonths: 12 } as const

/** A district's next days, its calendar, and the ways to take it along. */
export async function showDistrict(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice, guide } = given
  const district = guide.districts.find(({ key }) => key === visit.params.key)
  if (district === undefined) throw new Fault('not-found', 'there is no such district')
  const name = said(district.name, voice.language)
  const title = voice.plain(words.calendarOf, { district: name })
  const main = html`${renderPageTitle({
    title: voice.say(words.calendarOf, { district: name }),
    facts: renderChoice(given, district),
    actions: renderLinkButton({ href: `/garbage/districts/${district.key}.pdf`, label: voice.say(words.printSheet), kind: 'secondary', icon: 'print' }),
  })}
    ${renderStack({
      parts: [
        renderSoon(given, district),
        html`<p>${voice.say(words.missed)}</p>`,
        renderMonths(given, district),
        renderShifts(given, district),
        await renderTakeAlong(given, district, name),
        renderPanel({ heading: voice.say(words.towns), body: html`<p>${district.towns.join('、')}</p>` }),
        renderInvented(given),
      ],
      gap: 'large',
    })}
    ${renderOfflineScript(given)}`
  return shown({
    title,
    main,
    crumbs: [{ href: '/garbage', label: voice.say(words.title) }, { href: '/garbage/districts', label: voice.say(words.districts) }],
  })
}

function renderChoice({ voice, district: chosen }: GuideVisit, { key }: District): Html {
  if (chosen?.key === key) return renderBadge({ label: voice.say(words.isChosen), tone: 'success' })
  const to = new URLSearchParams({ district: key, return: `/garbage/districts/${key}` })
  return renderLinkButton({ href: `/garbage/choose?${to.toString()}`, label: voice.say(words.chooseThis), icon: 'check' })
}

function renderSoon(given: GuideVisit, district: District): Html {
  const { voice, guide, today } = given
  const days = collectionsIn(guide, district, { from: today, to: today.add({ days: AHEAD.soonDays }) })
  return renderTable({
    caption: voice.say(words.nextDays),
    columns: [{ heading: voice.say(words.day), width: 'narrow' }, { heading: voice.say(words.what) }],
    rows: days.map(({ day, collected }) => [
      html`<time datetime="${day.toString()}">${dayText(voice, day)}</time>`,
      renderStack({ parts: collected.map((one) => renderCollected(given, one)), gap: 'small' }),
    ]),
  })
}

function renderCollected({ voice, guide }: GuideVisit, { wasteClass, movedFrom }: Collected): Html {
  const label = renderColourLabel({ colour: wasteClass.colour, label: said(wasteClass.name, voice.language), ...signOf(guide, wasteClass.key) })
  return html`<div>${label}${movedFrom === null ? nothing : html` <small>(${voice.say(words.moved, { from: dayText(voice, movedFrom) })})</small>`}</div>`
}

function signOf(guide: GuideVisit['guide'], key: string): { readonly sign?: string } {
  const sign = signsOf(guide).get(key)
  return sign === undefined ? {} : { sign }
}

/** Two months, from the one asked for. */
function renderMonths(given: GuideVisit, district: District): Html {
  const { voice, today, visit } = given
  const now = today.toPlainYearMonth()
  const first = monthIn(visit.query.month, now)
  const second = first.add({ months: 1 })
  const href = (month: Temporal.PlainYearMonth) => `/garbage/districts/${district.key}?month=${month.toString()}`
  const steps = [
    Temporal.PlainYearMonth.compare(first, now) > 0 && renderLinkButton({ href: href(first.subtract({ months: 1 })), label: voice.say(words.earlier), kind: 'secondary', icon: 'left' }),
    Temporal.PlainYearMonth.compare(first, now.add({ months: AHEAD.calendarMonths })) < 0 && renderLinkButton({ href: href(second), label: voice.say(words.later), kind: 'secondary', icon: 'right' }),
  ]
  return renderSection({
    heading: voice.say(words.calendar),
    actions: html`${steps}`,
    body: renderStack({
      parts: [
        renderColumns({ kind: 'halves', parts: [first, second].map((month) => renderMonthOf(given, district, month)) }),
        renderLegend(given),
      ],
    }),
  })
}

function monthIn(text: string | undefined, now: Temporal.PlainYearMonth): Temporal.PlainYearMonth {
  if (text === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return now
  const month = Temporal.PlainYearMonth.from(text)
  const last = now.add({ months: AHEAD.calendarMonths })
  return Temporal.PlainYearMonth.compare(month, now) < 0 ? now : Temporal.PlainYearMonth.compare(month, last) > 0 ? last : month
}

function renderShifts({ voice, guide, today }: GuideVisit, district: District): Html {
  const shifts = shiftsIn(guide, district, { from: today, to: today.add({ months: AHEAD.shiftMonths }) })
  if (shifts.length === 0) return renderSection({ heading: voice.say(words.changes), body: html`<p>${voice.say(words.noChanges)}</p>` })
  return renderSection({
    heading: voice.say(words.changes),
    body: renderTable({
      caption: voice.say(words.changes),
      isCaptionHidden: true,
      columns: [{ heading: voice.say(words.usualDay) }, { heading: voice.say(words.what) }, { heading: voice.say(words.becomes) }],
      isCardsOnPhone: true,
      rows: shifts.map(({ usual, wasteClass, instead, reason }) => [
        longDayText(voice, usual),
        renderColourLabel({ colour: wasteClass.colour, label: said(wasteClass.name, voice.language), ...signOf(guide, wasteClass.key) }),
        html`${instead === null ? html`<strong>${voice.say(words.skipped)}</strong>` : longDayText(voice, instead)}${reason === null || said(reason, voice.language) === '' ? nothing : html` <small>${said(reason, voice.language)}</small>`}`,
      ]),
    }),
  })
}

async function renderTakeAlong({ visit, voice }: GuideVisit, { key }: District, name: string): Promise<Html> {
  const { origin } = visit.client
  const feed = `${origin}/garbage/districts/${key}.ics?language=${voice.language}`
  return renderPanel({
    heading: voice.say(words.subscribe),
    body: renderStack({
      parts: [
        html`<p>${voice.say(words.subscribeHint)}</p>`,
        html`<p><code>${feed}</code></p>`,
        html`<p>${renderLinkButton({ href: `/garbage/districts/${key}.ics?language=${voice.language}`, label: voice.say(words.subscribe), kind: 'secondary', icon: 'calendar' })}</p>`,
        html`<p>${await renderQr(`${origin}/garbage/districts/${key}`, voice.plain(words.qr, { district: name }))}</p>`,
      ],
    }),
  })
}

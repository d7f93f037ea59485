import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderColourLabel, renderColourSign } from '#design/colour-label/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderMonth } from '#design/month/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { NATIONAL_HOLIDAYS, holidayOn } from '#kernel/values/national-holidays.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { District } from '../model.ts'
import { words } from '../text/guide-words.ts'
import { collectionsIn, shiftsIn, signsOf, type Collected, type CollectionDay } from './collections.ts'
import { dayText, guideVisit, longDayText, renderInvented, said, type GuideVisit } from './guide-visit.ts'
import { renderOfflineScript } from './home.ts'
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
  const { voice, guide, today, visit } = given
  const now = today.toPlainYearMonth()
  const first = monthIn(visit.query.month, now)
  const second = first.add({ months: 1 })
  const href = (month: Temporal.PlainYearMonth) => `/garbage/districts/${district.key}?month=${month.toString()}`
  const steps = [
    Temporal.PlainYearMonth.compare(first, now) > 0 && renderLinkButton({ href: href(first.subtract({ months: 1 })), label: voice.say(words.earlier), kind: 'secondary', icon: 'left' }),
    Temporal.PlainYearMonth.compare(first, now.add({ months: AHEAD.calendarMonths })) < 0 && renderLinkButton({ href: href(second), label: voice.say(words.later), kind: 'secondary', icon: 'right' }),
  ]
  const legend = guide.classes.filter(({ isCollected }) => isCollected)
  return renderSection({
    heading: voice.say(words.calendar),
    actions: html`${steps}`,
    body: renderStack({
      parts: [
        renderColumns({ kind: 'halves', parts: [first, second].map((month) => monthTable(given, district, month)) }),
        html`<p class="visually-hidden">${voice.say(words.legend)}</p>`,
        renderCluster({ parts: legend.map(({ key, name, colour }) => renderColourLabel({ colour, label: said(name, voice.language), ...signOf(guide, key) })) }),
      ],
    }),
  })
}

function monthTable({ voice, guide, today }: GuideVisit, district: District, month: Temporal.PlainYearMonth): Html {
  const span = { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) }
  const signs = signsOf(guide)
  const cell = ({ collected }: CollectionDay) =>
    html`<ul>${collected.map(({ wasteClass }) => html`<li>${renderColourSign({ colour: wasteClass.colour, sign: signs.get(wasteClass.key) })}<span class="visually-hidden">${said(wasteClass.name, voice.language)}</span></li>`)}</ul>`
  const days = new Map(collectionsIn(guide, district, span).map((one) => [one.day.toString(), cell(one)]))
  return renderMonth({ voice, month, today, days, holidays: holidaysIn(month) })
}

/** National holidays of a month by their day; those that are not published yet are not known. */
export function holidaysIn(month: Temporal.PlainYearMonth): ReadonlyMap<string, string> {
  const days = Array.from({ length: month.daysInMonth }, (_, index) => month.toPlainDate({ day: index + 1 }))
  const { firstDay, lastDay } = NATIONAL_HOLIDAYS
  const known = days.filter((day) => Temporal.PlainDate.compare(firstDay, day) <= 0 && Temporal.PlainDate.compare(day, lastDay) <= 0)
  return new Map(known.flatMap((day) => {
    const holiday = holidayOn(day, NATIONAL_HOLIDAYS)
    return holiday === null ? [] : [[day.toString(), holiday.name] as const]
  }))
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
      rows: shifts.map(({ usual, wasteClass, instead }) => [
        longDayText(voice, usual),
        renderColourLabel({ colour: wasteClass.colour, label: said(wasteClass.name, voice.language), ...signOf(guide, wasteClass.key) }),
        instead === null ? html`<strong>${voice.say(words.skipped)}</strong>` : longDayText(voice, instead),
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

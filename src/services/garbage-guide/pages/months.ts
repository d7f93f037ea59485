import { renderColourLabel, renderColourSign } from '#design/colour-label/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderMonth } from '#design/month/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { NATIONAL_HOLIDAYS, holidayOn } from '#kernel/values/national-holidays.ts'
import type { District } from '../model.ts'
import { collectionsIn, signsOf, type CollectionDay } from './collections.ts'
import { words } from '../text/guide-words.ts'
import { said, type GuideVisit } from './guide-visit.ts'

/** A month of a district as a table, each class by its colour and sign. */
export function renderMonthOf({ voice, guide, today }: Pick<GuideVisit, 'voice' | 'guide' | 'today'>, district: District, month: Temporal.PlainYearMonth): Html {
  const span = { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) }
  const signs = signsOf(guide)
  const cell = ({ collected }: CollectionDay) =>
    html`<ul>${collected.map(({ wasteClass }) => html`<li>${renderColourSign({ colour: wasteClass.colour, sign: signs.get(wasteClass.key) })}<span class="visually-hidden">${said(wasteClass.name, voice.language)}</span></li>`)}</ul>`
  const days = new Map(collectionsIn(guide, district, span).map((one) => [one.day.toString(), cell(one)]))
  return renderMonth({ voice, month, today, days, holidays: holidaysIn(month) })
}

/** What the signs of the months mean. */
export function renderLegend({ voice, guide }: Pick<GuideVisit, 'voice' | 'guide'>): Html {
  const signs = signsOf(guide)
  const labels = guide.classes.flatMap(({ key, name, colour }) => {
    const sign = signs.get(key)
    return sign === undefined ? [] : [renderColourLabel({ colour, label: said(name, voice.language), sign })]
  })
  return html`<p class="visually-hidden">${voice.say(words.legend)}</p>${renderCluster({ parts: labels })}`
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

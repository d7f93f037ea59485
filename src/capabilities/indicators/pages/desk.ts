import { renderBadge } from '#design/badge/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { fiscalYear, lastDayOf } from '#kernel/values/fiscal-year.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { differenceSince, frozen, listFigures } from '../indicators.ts'
import type { Figure, Frozen } from '../model.ts'
import { staffWords } from '../staff-words.ts'
import { listFrozen } from '../store/frozen.ts'
import { text } from '../text.ts'
import { getFigure } from './figure-asked.ts'
import { dayOfInstant, plainYear, sayYear, valueText, yearIn, yearsOf } from './words.ts'

export const DESK = '/staff/evidence'

/** All indicators of a year with what has been set down. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const year = yearIn(visit)
  const [figures, sets] = await Promise.all([listFigures(tx, { fiscalYear: year }), listFrozen(tx, { fiscalYear: year })])
  const rows = figures.map((figure) => [
    html`<a href="${DESK}/${figure.indicator.key}?year=${year}">${voice.say(figure.indicator.title)}</a>`,
    html`${valueText(voice, figure.value)} ${figure.value !== null && voice.say(figure.indicator.unit)}`,
    renderState(voice, figure, sets.find(({ key }) => key === figure.indicator.key)),
  ])
  const main = html`
    ${renderPageTitle({ title: voice.say(staffWords.desk), kicker: sayYear(voice, year), lead: voice.say(staffWords.deskSummary) })}
    ${renderTabs({ label: voice.plain(text.years), tabs: yearsOf(visit, figures.map(({ indicator }) => indicator)).map((one) => ({ href: `${DESK}?year=${one}`, label: sayYear(voice, one), isCurrent: one === year })) })}
    ${renderTable({
      caption: voice.say(staffWords.desk), isCaptionHidden: true, id: 'figures', isCardsOnPhone: true,
      columns: [{ heading: voice.say(staffWords.indicator) }, { heading: voice.say(text.value), isNumeric: true }, { heading: voice.say(staffWords.state) }],
      rows,
    })}`
  return shown({ title: voice.plain(staffWords.desk), main, area: 'staff' })
}

function renderState(voice: Voice, figure: Figure, set: Frozen | undefined): Html {
  if (set === undefined) return renderBadge({ label: voice.say(staffWords.isOpen) })
  const differs = set.value !== figure.value || set.facts !== figure.facts
  return html`${renderBadge(differs ? { label: voice.say(staffWords.differs), tone: 'warning' } : { label: voice.say(staffWords.isSet), tone: 'success' })} ${dayOfInstant(voice, set.at)}`
}

/** Asks whether to set the figure of a year down. */
export async function showFreeze(visit: Visit): Promise<Answer> {
  const { voice, tx, directory } = visit
  const year = yearIn(visit)
  const figure = await getFigure(visit, year)
  const { indicator } = figure
  const set = await frozen(tx, indicator.key, year)
  const difference = set === undefined ? null : await differenceSince(tx, set, directory.parts)
  const isUnchanged = difference !== null && difference.put.length === 0 && difference.taken.length === 0
  const main = html`
    ${renderPageTitle({ title: voice.say(indicator.title), kicker: sayYear(voice, year) })}
    ${isUnchanged ? renderNotice({ voice, kind: 'success', title: voice.say(staffWords.unchanged) }) : renderQuestion(visit, figure, year)}`
  return shown({ title: voice.plain(indicator.title), main, area: 'staff', crumbs: [{ href: `${DESK}?year=${year}`, label: voice.say(staffWords.desk) }] })
}

function renderQuestion(visit: Visit, figure: Figure, year: number): Html {
  const { voice } = visit
  const { indicator, value } = figure
  if (!isOver(visit, year)) return renderNotice({ voice, kind: 'info', title: voice.say(staffWords.yearRuns), body: voice.say(staffWords.yearRunsBody) })
  if (!figure.isComplete) return renderNotice({ voice, kind: 'warning', title: voice.say(staffWords.notComplete) })
  return renderConfirm({
    voice,
    title: voice.say(staffWords.question, { year: plainYear(voice, year), title: voice.plain(indicator.title), value: valueText(voice, value), unit: voice.plain(indicator.unit) }),
    body: voice.say(staffWords.questionBody),
    action: `${DESK}/${indicator.key}`,
    csrfToken: visit.formToken(),
    hidden: { year: String(year), seen: seenOf(figure) },
    confirmLabel: voice.say(staffWords.setDown),
    cancelHref: `${DESK}?year=${year}`,
  })
}

export function isOver({ tx }: Pick<Visit, 'tx'>, year: number): boolean {
  return Temporal.PlainDate.compare(tx.today, lastDayOf(fiscalYear(year))) > 0
}

/** What whoever confirms has seen; facts of other years may come in meanwhile. */
export function seenOf({ value, facts }: Figure): string {
  return `${value ?? '-'} ${facts}`
}

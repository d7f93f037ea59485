import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { gatherTimes } from '../actions/gather-night.ts'
import { DRILL_SPEEDS, RECORDED_NIGHT } from '../forms/duty.ts'
import { NIGHTS } from '../rules/nights/nights.ts'
import { listDrills } from '../store/drills.ts'
import { listAsks } from '../store/duty.ts'
import { listOrders } from '../store/orders.ts'
import { listSuggestions } from '../store/suggestions.ts'
import { countReceived } from '../store/time-line.ts'
import { boardWords as words } from '../text/duty-board-words.ts'
import { dutyWords } from '../text/duty-words.ts'
import { timeLineWords } from '../text/time-line-words.ts'
import { drillIn } from './drill-visit.ts'
import { boardCrumb, boardPath, clockText, renderDrillBand } from './duty-visit.ts'
import { orderName } from './order-names.ts'

const DRILLS_SHOWN = 50

export function showDrills(visit: Visit): Promise<Answer> {
  return renderDrills(visit, {})
}

/** Begin a drill, and what drills there were. */
export async function renderDrills(visit: Visit | Submission<unknown>, problems: Readonly<Record<string, Phrase<never>>>): Promise<Answer> {
  const { voice } = visit
  const title = voice.plain(words.drills)
  const main = html`${renderPageTitle({ title, lead: voice.say(words.drillsLead) })}
    ${renderStack({ gap: 'large', parts: [renderPanel({ heading: voice.say(words.drillStart), body: renderStartForm(visit, problems) }), await renderList(visit)] })}`
  const page = shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, 'live')] })
  return Object.keys(problems).length === 0 ? page : { ...page, status: 422 }
}

function renderStartForm(visit: Visit | Submission<unknown>, problems: Readonly<Record<string, Phrase<never>>>): Html {
  const { voice } = visit
  const typed = (name: string) => ('typed' in visit && typeof visit.typed[name] === 'string' ? visit.typed[name] : '')
  const errorOf = (name: string) => (problems[name] === undefined ? {} : { error: voice.say(problems[name]) })
  const nightWords: Readonly<Record<(typeof NIGHTS)[number], Phrase<never>>> = { storm: words.nightStorm, earthquake: words.nightEarthquake }
  return renderForm({
    voice, action: '/staff/disaster/drills', csrfToken: visit.formToken(),
    body: html`${renderField({ voice, kind: 'text', name: 'name', label: voice.say(words.drillName), isRequired: true, value: typed('name'), ...errorOf('name') })}
      ${renderField({ voice, kind: 'select', name: 'night', label: voice.say(words.drillNight), isRequired: false, value: typed('night'), emptyLabel: voice.plain(words.drillByHand), choices: [...NIGHTS.map((night) => ({ value: night, label: voice.plain(nightWords[night]) })), { value: RECORDED_NIGHT, label: voice.plain(words.nightRecorded) }] })}
      ${renderField({ voice, kind: 'text', name: 'from', label: voice.say(timeLineWords.from), hint: voice.say(words.nightRecordedHint), isRequired: false, width: 'medium', value: typed('from'), ...errorOf('from') })}
      ${renderField({ voice, kind: 'text', name: 'to', label: voice.say(timeLineWords.to), hint: voice.say(timeLineWords.momentHint), isRequired: false, width: 'medium', value: typed('to') })}
      ${renderField({ voice, kind: 'number', name: 'speed', label: voice.say(words.drillSpeed), isRequired: false, value: typed('speed') || String(DRILL_SPEEDS.usual), ...errorOf('speed') })}`,
    buttons: renderButton({ label: voice.say(words.drillStart) }),
  })
}

async function renderList({ voice, tx }: Visit): Promise<Html> {
  const drills = await listDrills(tx, DRILLS_SHOWN)
  if (drills.length === 0) return renderEmpty({ icon: 'repeat', title: voice.say(words.noDrills) })
  return renderTable({
    caption: voice.say(words.drills), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.drillName) }, { heading: voice.say(words.step) }, { heading: voice.say(words.telegramsIn), isNumeric: true }],
    rows: drills.map((drill) => [
      html`<a href="${boardPath(drill.realm)}${drill.endedAt === null ? '' : '/result'}">${drill.name}</a>`,
      html`${renderBadge({ label: voice.say(drill.endedAt === null ? words.drillRuns : words.drillIsOver), tone: drill.endedAt === null ? 'warning' : 'neutral' })} ${voice.say(words.startedBy, { name: drill.startedByName, time: clockText(drill.startedAt, tx.today) })}`,
      drill.endedAt === null ? '' : voice.number(drill.telegrams),
    ]),
  })
}

/** Asks once before a drill ends. */
export async function showDrillEnd(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const drill = await drillIn(visit)
  const path = boardPath(drill.realm)
  const title = voice.plain(words.drillEnd)
  const main = html`${renderPageTitle({ title, kicker: drill.name })}
    ${renderConfirm({ voice, title: drill.name, body: voice.say(words.drillEndBody), action: `${path}/end`, csrfToken: visit.formToken(), confirmLabel: voice.say(words.drillEnd), cancelHref: path })}`
  return shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, drill.realm)] })
}

/** What the drill showed: counts, and how long each stretch took from the telegram to the first message. */
export async function showDrillResult(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const drill = await drillIn(visit)
  const period = { from: drill.startedAt, to: (drill.endedAt ?? tx.now).add({ seconds: 1 }) }
  const orders = await listOrders(tx, drill.realm, period.from, period.to)
  const asks = await listAsks(tx, orders.map(({ id }) => id))
  const title = voice.plain(words.drillResult)
  const main = html`${renderDrillBand(voice, drill.realm)}
    ${renderPageTitle({
      title, kicker: drill.name, lead: voice.say(words.startedBy, { name: drill.startedByName, time: clockText(drill.startedAt, tx.today) }),
      actions: renderLinkButton({ href: `/staff/disaster/time-line?drill=${drill.id}`, label: voice.say(words.timeLine), kind: 'secondary' }),
    })}
    ${renderFigures({
      figures: [
        { label: voice.say(words.telegramsIn), value: voice.number(await countReceived(tx, drill.realm)) },
        { label: voice.say(words.suggestionsMade), value: voice.number((await listSuggestions(tx, drill.realm, period.from, period.to)).length) },
        { label: voice.say(words.ordersMade), value: voice.number(orders.filter(({ state }) => state === 'issued').length) },
        { label: voice.say(words.escalations), value: voice.number(asks.filter(({ step }) => step > 1).length) },
      ],
    })}
    ${renderSection({ heading: voice.say(words.ordersMade), body: await renderTimes(visit, drill.realm, period) })}`
  return shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, drill.realm)] })
}

async function renderTimes({ voice, tx }: Visit, realm: Parameters<typeof gatherTimes>[1], period: Parameters<typeof gatherTimes>[2]): Promise<Html> {
  const times = await gatherTimes(tx, realm, period)
  if (times.length === 0) return renderEmpty({ icon: 'megaphone', title: voice.say(words.noOrders) })
  const seconds = (value: number | null) => (value === null ? voice.say(words.notYet) : voice.say(dutyWords.seconds, { seconds: value }))
  return renderTable({
    caption: voice.say(words.ordersMade), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.order) }, { heading: voice.say(words.telegramToSuggestion), isNumeric: true }, { heading: voice.say(words.suggestionToAsk), isNumeric: true },
      { heading: voice.say(words.askToConfirm), isNumeric: true }, { heading: voice.say(words.confirmToHanded), isNumeric: true },
    ],
    rows: times.map((one) => [
      orderName(voice, one),
      seconds(one.telegramToSuggestion), seconds(one.suggestionToAsk), seconds(one.askToConfirm), seconds(one.confirmToHanded),
    ]),
  })
}

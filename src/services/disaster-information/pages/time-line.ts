import { listDistricts } from '#capabilities/notices/notices.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { gatherNight } from '../actions/gather-night.ts'
import type { Realm } from '../model.ts'
import { momentIn, MOST_DAYS } from '../rules/time-line.ts'
import { findDrill } from '../store/drills.ts'
import type { Period } from '../store/time-line.ts'
import { timeLineWords as words } from '../text/time-line-words.ts'
import { boardCrumb, realmOf, renderDrillBand } from './duty-visit.ts'
import { rowOf } from './time-line-rows.ts'

/** How much of the real night is shown where nobody asked for more. */
const USUAL_HOURS = 24

/** The record of a night: who did what when, from the telegram to the last mail. */
export async function showTimeLine(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const realm = realmOf(visit)
  const period = await periodOf(visit)
  const isTyped = (query.from ?? '') !== '' || (query.to ?? '') !== ''
  const steps = period === undefined ? [] : await gatherNight(tx, realm, period)
  const districts = await listDistricts(tx)
  const title = voice.plain(words.title)
  const main = html`${renderDrillBand(voice, realm)}
    ${renderPageTitle({ title, ...(period === undefined ? {} : { lead: periodText(visit, period), actions: renderFiles(visit, realm, period) }) })}
    ${renderStack({
      parts: [
        renderPeriodForm(visit, period, isTyped && period === undefined),
        steps.length === 0 ? renderEmpty({ icon: 'history', title: voice.say(words.nothing) }) : renderTable({
          caption: title, isCaptionHidden: true, isCardsOnPhone: true,
          columns: [{ heading: voice.say(words.when), width: 'narrow' }, { heading: voice.say(words.kind), width: 'narrow' }, { heading: voice.say(words.who), width: 'narrow' }, { heading: voice.say(words.what), width: 'wide' }],
          rows: steps.map((step) => rowOf(voice, step, districts)).map(({ at, kind, who, what }) => [at, kind, who, what]),
        }),
      ],
    })}`
  const page = shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, realm)] })
  return isTyped && period === undefined ? { ...page, status: 422 } : page
}

export function periodText({ voice }: Pick<Visit, 'voice'>, { from, to }: Period): string {
  return voice.plain(words.period, { from: minuteOf(from), to: minuteOf(to) })
}

/** What was asked for; a drill from its beginning to its end; else the last day. Undefined where what was typed is no period. */
export async function periodOf(visit: Visit): Promise<Period | undefined> {
  const { tx, query } = visit
  const realm = realmOf(visit)
  const drill = realm.startsWith('drill:') && realm !== 'drill:telegrams' ? await findDrill(tx, realm.slice('drill:'.length)) : undefined
  const usualTo = (drill?.endedAt ?? tx.now).add({ minutes: 1 })
  const to = (query.to ?? '') === '' ? usualTo : momentIn(query.to ?? '')
  if (to === undefined) return undefined
  const from = (query.from ?? '') === '' ? (drill?.startedAt ?? to.subtract({ hours: USUAL_HOURS })) : momentIn(query.from ?? '')
  if (from === undefined || Temporal.Instant.compare(from, to) >= 0 || to.since(from).total('hours') > MOST_DAYS * 24) return undefined
  return { from, to }
}

function renderFiles({ voice, query }: Visit, realm: Realm, { from, to }: Period): Html {
  const asked = new URLSearchParams({ from: minuteOf(from), to: minuteOf(to) })
  if (realm !== 'live') asked.set('drill', query.drill ?? realm.slice('drill:'.length))
  const link = (ending: 'pdf' | 'xlsx') =>
    renderLinkButton({ href: `/staff/disaster/time-line.${ending}?${asked.toString()}`, label: voice.say(words[ending]), kind: 'secondary', icon: 'download', isDownload: true })
  return html`${link('pdf')} ${link('xlsx')}`
}

function renderPeriodForm({ voice, query }: Visit, period: Period | undefined, isWrong: boolean): Html {
  const error = isWrong ? { error: voice.say(words.notAMoment) } : {}
  const field = (name: 'from' | 'to') => renderField({
    voice, kind: 'text', name, label: voice.say(words[name]), hint: voice.say(words.momentHint), isRequired: false, width: 'medium',
    value: query[name] ?? (period === undefined ? '' : minuteOf(period[name])), ...error,
  })
  return renderForm({
    voice, action: '/staff/disaster/time-line', method: 'get',
    body: html`${query.drill === undefined ? nothing : html`<input type="hidden" name="drill" value="${query.drill}">`}${field('from')}${field('to')}`,
    buttons: renderButton({ label: voice.say(words.show), kind: 'secondary' }),
  })
}

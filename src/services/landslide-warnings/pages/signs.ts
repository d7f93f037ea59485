import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderRenewal, renewalAsked } from '#design/renewal/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import type { signForm } from '../forms.ts'
import { SIGNS, type Realm } from '../model.ts'
import { isCell } from '../rules/cells.ts'
import { clustersOf, type Cluster } from '../rules/clusters.ts'
import { momentOf } from '../rules/place-state.ts'
import { TOLD_FOR_HOURS } from '../rules/telling.ts'
import { meshesOfCity } from '../seed/pack.ts'
import { listPlaces, listTold } from '../store/homes.ts'
import { findFeed } from '../store/feed.ts'
import { listReadings } from '../store/meshes.ts'
import { listReports, type ReportLine } from '../store/signs.ts'
import { listZones } from '../store/zones.ts'
import { SIGN_WORDS, signWords, staffWords, words } from '../text/page-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { renderAge } from './age.ts'
import { renderFeed } from './feed.ts'
import { renderCityMap } from './map.ts'

const BOARD_HOURS = 24
/** The script beside this page keeps the same time. */
const REFRESH_SECONDS = 15
const BASIS = '災害対策基本法第54条(発見者の通報)'

/** What somebody saw: first where, on the map, then what. */
export async function showSignForm(visit: Visit): Promise<Answer> {
  const cell = visit.query.cell ?? ''
  return isCell(cell) ? signPage(visit, cell, {}) : redirect('/landslide?for=signs')
}

export async function signAgain(visit: Submission<ValuesOf<typeof signForm>>): Promise<Answer> {
  const { typed, problems, voice } = visit
  const textOf = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  if (!isCell(textOf('cell'))) return redirect('/landslide?for=signs')
  return signPage(visit, textOf('cell'), {
    sign: textOf('sign'), note: textOf('note'),
    ...(problems.sign ? { signError: voice.say(problems.sign.phrase, problems.sign.values) } : {}),
    ...(problems.note ? { noteError: voice.say(problems.note.phrase, problems.note.values) } : {}),
  })
}

interface TypedSign {
  readonly sign?: string
  readonly note?: string
  readonly signError?: Html
  readonly noteError?: Html
}

function signPage({ voice, formToken }: Visit, cell: string, { sign = '', note = '', signError, noteError }: TypedSign): Answer {
  const form = renderForm({
    voice, action: '/landslide/signs', csrfToken: formToken(), hidden: { cell },
    body: html`${renderField({
      voice, kind: 'radios', name: 'sign', isRequired: true, label: voice.say(signWords.sign), value: sign,
      choices: SIGNS.map((value) => ({ value, label: voice.say(SIGN_WORDS[value]) })), ...(signError === undefined ? {} : { error: signError }),
    })}
    ${renderField({
      voice, kind: 'textarea', name: 'note', isRequired: false, rows: 3, limit: 500, value: note, label: voice.say(signWords.note), hint: voice.say(signWords.noteHint),
      ...(noteError === undefined ? {} : { error: noteError }),
    })}`,
    buttons: renderButton({ label: voice.say(signWords.send) }),
  })
  const main = html`${renderPageTitle({ title: voice.say(signWords.title), lead: voice.say(signWords.lead), kicker: voice.say(words.square, { mesh: cell.slice(0, 8) }) })} ${form}`
  return shown({ title: voice.plain(signWords.title), main, crumbs: [{ href: '/landslide', label: voice.say(serviceWords.title) }] })
}

/** What staff look at in a night: the danger, who was told, and what people saw. `realm` chooses a drill. */
export async function showBoard(visit: Visit): Promise<Answer> {
  const { voice, tx, city, query } = visit
  const realm: Realm = /^drill:[a-z0-9-]+$/.test(query.realm ?? '') ? (query.realm as Realm) : 'live'
  const [readings, zones, places, told] = [await listReadings(tx, realm), await listZones(tx), await listPlaces(tx), await listTold(tx, realm, tx.now.subtract({ hours: TOLD_FOR_HOURS }))]
  const [feed, now] = [await findFeed(tx), momentOf(realm, readings, tx.now)]
  const reports = realm === 'live' ? await listReports(tx, tx.now.subtract({ hours: BOARD_HOURS })) : []
  if (reports.length > 0) await tx.note({ act: 'read landslide reports', subject: 'landslide-reports', basis: BASIS })
  const clusters = clustersOf(reports.filter(({ state }) => state !== 'dismissed'))
  const marks = clusters.map(({ centre, reports: joined }) => ({ point: centre, label: voice.plain(staffWords.cluster, { count: joined.length }) }))
  const homes = places.reduce((sum, place) => sum + place.homes, 0)
  const main = html`
    ${renderPageTitle({ title: voice.say(staffWords.title), kicker: voice.say(realm === 'live' ? staffWords.live : staffWords.drill), lead: voice.say(staffWords.summary) })}
    ${renderRenewal({ voice, seconds: REFRESH_SECONDS, wish: query.refresh, hasScript: true, address: `realm=${realm}` })}
    ${query.refresh === undefined ? html`<script src="/staff/landslide/board.js" defer></script>` : nothing}
    ${realm === 'live' ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(staffWords.drill), body: voice.say(staffWords.drillLead), actions: renderLinkButton({ href: '/staff/landslide', label: voice.say(staffWords.live), kind: 'secondary' }) })}
    <div id="landslide-board">${renderStack({ parts: [
      renderFigures({ figures: [{ label: voice.say(staffWords.homes), value: voice.number(homes) }, { label: voice.say(staffWords.reports), value: voice.number(reports.length) }] }),
      renderAge({ voice, readings, feed: realm === 'live' ? feed : undefined, now }),
      realm === 'live' ? renderFeed(voice, feed) : nothing,
      renderCityMap({ voice, meshes: meshesOfCity(city), readings, zones, now, marks, hrefOf: (mesh) => `/landslide/meshes/${mesh}` }),
      renderReports(visit, clusters),
      renderTold(visit, places, told),
    ] })}</div>
    ${renderStack({ parts: [
      realm === 'live' ? renderForm({ voice, action: '/staff/landslide/drills', csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(staffWords.startDrill), kind: 'secondary' }) }) : nothing,
    ] })}`
  return shown({ title: voice.plain(staffWords.title), main, area: 'staff', ...renewalAsked(query.refresh, REFRESH_SECONDS) })
}

function renderReports(visit: Visit, clusters: readonly Cluster[]): Html {
  const { voice } = visit
  const body = clusters.length === 0
    ? renderEmpty({ icon: 'document', title: voice.say(staffWords.noReports), body: voice.say(staffWords.noReportsBody) })
    : renderStack({ parts: clusters.map((cluster) => renderPanel({
        level: 3, heading: html`${voice.say(staffWords.cluster, { count: cluster.reports.length })} – ${minuteOf(cluster.newestAt)}`,
        body: renderTable({
          caption: voice.say(staffWords.cluster, { count: cluster.reports.length }), isCaptionHidden: true, isCardsOnPhone: true,
          id: `cluster-${cluster.reports[0]?.id ?? ''}`,
          columns: [words.time, signWords.sign, signWords.note, signWords.place, staffWords.state].map((heading) => ({ heading: voice.say(heading) })),
          rows: (cluster.reports as readonly ReportLine[]).map((report) => renderReport(visit, report)),
        }),
      })) })
  return renderSection({ heading: voice.say(staffWords.reports), body })
}

function renderReport({ voice, formToken }: Visit, { id, at, sign, note, point, state }: ReportLine) {
  const button = (outcome: 'seen' | 'dismissed') => renderForm({
    voice, action: `/staff/landslide/signs/${id}`, csrfToken: formToken(), hidden: { outcome }, body: nothing,
    buttons: renderButton({ label: voice.say(staffWords[outcome]), kind: 'secondary' }),
  })
  const settled = state === 'new' ? renderCluster({ parts: [button('seen'), button('dismissed')] }) : renderBadge({ label: voice.say(staffWords[state]), tone: 'success' })
  return [minuteOf(at), voice.say(SIGN_WORDS[sign]), note, `${point.latitude.toFixed(4)}, ${point.longitude.toFixed(4)}`, settled]
}

function renderTold({ voice }: Visit, places: Awaited<ReturnType<typeof listPlaces>>, told: Awaited<ReturnType<typeof listTold>>): Html {
  if (places.length === 0) return html``
  return renderSection({ heading: voice.say(staffWords.homes), body: renderTable({
    caption: voice.say(staffWords.homes), isCaptionHidden: true,
    columns: [staffWords.place, staffWords.homes, staffWords.toldAt].map((heading) => ({ heading: voice.say(heading) })),
    rows: places.map(({ place, homes }) => [place, voice.number(homes), renderLevel({ voice, level: told.get(place)?.level ?? 0 })]),
  }) })
}

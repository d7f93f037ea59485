import type { Notice } from '#capabilities/notices/model.ts'
import { listCurrentNotices } from '#capabilities/notices/notices.ts'
import { wordingOf } from '#capabilities/notices/wording.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FormProblems, Typed, ValuesOf } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { cityWordOf } from '../actions/city-word.ts'
import { homeOfToken } from '../actions/own-home.ts'
import type { homeForm } from '../forms.ts'
import type { CityWord, FeedState, Level, PlaceState, Point, Zone } from '../model.ts'
import { cellOf, isCell, pointIn, pointOf } from '../rules/cells.ts'
import { meshesOf, placeOf } from '../rules/mesh.ts'
import { placeStateOf } from '../rules/place-state.ts'
import { zonesAt } from '../rules/zones.ts'
import { findFeed } from '../store/feed.ts'
import { listReadings } from '../store/meshes.ts'
import { listZones } from '../store/zones.ts'
import { KIND_WORDS, PHENOMENON_WORDS, words } from '../text/page-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { renderOldNotice, renderSilence } from './age.ts'
import { renderMeshMap } from './map.ts'

/** Choosing the place in a kilometre: `for=signs` where something is to be reported there. */
export async function showNear({ voice, tx, query }: Visit): Promise<Answer> {
  const mesh = query.mesh ?? ''
  if (!isCell(`${mesh}00`)) return redirect('/landslide')
  const target = query.for === 'signs' ? '/landslide/signs' : '/landslide/home'
  const main = html`
    ${renderPageTitle({ title: voice.say(words.chooseCell), lead: voice.say(words.chooseCellLead), kicker: voice.say(words.square, { mesh }) })}
    ${renderMeshMap({ voice, zones: await listZones(tx), mesh, hrefOf: (cell) => `${target}?cell=${cell}` })}`
  return shown({ title: voice.plain(words.chooseCell), main, crumbs: crumbs(voice) })
}

/** What is known of one home, in one card. */
export async function showHome(visit: Visit): Promise<Answer> {
  const here = pointIn(visit.query.at ?? '')
  if (here !== undefined) return redirect(`/landslide/home?cell=${cellOf(here)}`)
  const cell = visit.query.cell ?? ''
  return isCell(cell) ? homePage(visit, cell, {}) : redirect('/landslide')
}

/** The same with what was wrong. */
export async function homeAgain(visit: Submission<ValuesOf<typeof homeForm>>, problems: FormProblems = visit.problems): Promise<Answer> {
  const { typed } = visit
  const cell = typeof typed.cell === 'string' ? typed.cell : ''
  return isCell(cell) ? homePage(visit, cell, { typed, problems }) : redirect('/landslide')
}

interface HomeForm {
  readonly typed?: Typed
  readonly problems?: FormProblems
}

async function homePage(visit: Visit, cell: string, form: HomeForm): Promise<Answer> {
  const { voice, tx } = visit
  const zones = await listZones(tx)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.home), kicker: voice.say(words.square, { mesh: cell.slice(0, 8) }) })}
    ${renderStack({ parts: [
      ...(await renderNow(visit, pointOf(cell), zones)),
      renderPanel({ heading: voice.say(words.tellMe), body: renderHomeForm(visit, cell, form) }),
      renderSection({ heading: voice.say(words.otherCell), body: renderMeshMap({ voice, zones, mesh: cell.slice(0, 8), chosen: cell, hrefOf: (other) => `/landslide/home?cell=${other}` }) }),
      renderLinkButton({ href: `/landslide/meshes/${cell.slice(0, 8)}`, label: voice.say(words.curve), kind: 'secondary' }),
    ] })}`
  const status = Object.keys(form.problems ?? {}).length > 0 ? 422 : 200
  return shown({ title: voice.plain(words.home), main, crumbs: crumbs(voice), status })
}

/** How it stands at a place now: what the city has ordered, the danger, and the zones that it lies in. */
async function renderNow({ voice, tx, directory }: Visit, point: Point, zones: readonly Zone[]): Promise<Html[]> {
  const place = placeOf(point)
  const [readings, city] = [await listReadings(tx, 'live', meshesOf(place)), await cityWordOf(tx, directory.parts, 'live')]
  const state = placeStateOf(place, readings, city.level, tx.now)
  const orders = await evacuationsNow(tx)
  return [
    ...orders.map((order) => renderOrder(voice, order)),
    renderState(voice, state, { city, feed: await findFeed(tx), isAtEdge: meshesOf(place).length > 1, orderLevel: orders[0]?.level ?? 0 }),
    renderZones(voice, zonesAt(zones, point)),
  ]
}

const EVACUATION = 'disaster-information.evacuation'
const ORDERS_FROM: Level = 3

/** Evacuation information of the city that holds now, the gravest first. Whoever was told to leave stays away until it is cancelled, whatever the meshes say. */
async function evacuationsNow(tx: Tx): Promise<Notice[]> {
  const notices = await listCurrentNotices(tx)
  return notices.filter(({ topic, kind, level }) => topic === EVACUATION && kind !== 'cancel' && level >= ORDERS_FROM)
}

function renderOrder(voice: Voice, order: Notice): Html {
  const towns = order.audience.kind === 'lists' || order.audience.towns === 'all' ? '' : order.audience.towns.join('、')
  return renderNotice({
    voice, kind: 'error', title: wordingOf(order, voice.language).title, body: html`${towns === '' ? nothing : html`<p>${towns}</p>`}<p>${voice.say(words.notBack)}</p>`,
    actions: html`<a href="${order.link}">${voice.say(words.readOrder)}</a>`,
  })
}

interface StateTerms {
  readonly city: CityWord
  readonly feed: FeedState | undefined
  readonly isAtEdge: boolean
  readonly orderLevel: Level
}

function renderState(voice: Voice, state: PlaceState, { city, feed, isAtEdge, orderLevel }: StateTerms): Html {
  const { level, meshLevel, meshAt, isStale } = state
  const meshAge = meshAt === null ? undefined : voice.say(words.asOf, { time: minuteOf(meshAt) })
  const cityAge = city.at === null ? undefined : voice.say(words.announced, { time: minuteOf(city.at) })
  // The large sign bears the age of what it comes from.
  const age = level === null ? undefined : level === meshLevel ? meshAge : cityAge
  return html`${isStale ? renderOldNotice(voice, feed, meshAt) : nothing} ${renderSilence(voice, city.heard)}
    <p>${renderLevel({ voice, level, size: 'large', ...(age === undefined ? {} : { label: age }) })}</p>
    <p><strong>${voice.say(words.whatToDo)}: ${voice.say(thingToDo(level === null && orderLevel === 0 ? null : (Math.max(level ?? 0, orderLevel) as Level)))}</strong></p>
    ${level !== null && level > 0 && orderLevel === 0 ? html`<p>${voice.say(words.notBack)}</p>` : nothing}
    ${renderFactsList({ facts: [
      { term: voice.say(words.meshLevel), description: html`${renderLevel({ voice, level: meshLevel })} ${meshAge ?? nothing}` },
      { term: voice.say(words.cityLevel), description: html`${renderLevel({ voice, level: city.level })} ${cityAge ?? nothing}` },
    ] })}
    ${isAtEdge ? html`<p>${voice.say(words.edge)}</p>` : nothing}`
}

function renderZones(voice: Voice, zones: readonly Zone[]): Html {
  if (zones.length === 0) return renderNotice({ voice, kind: 'info', title: voice.say(words.noZone), body: voice.say(words.noZoneBody) })
  const body = html`<ul>${zones.map((zone) => html`<li>
    <strong>${voice.say(PHENOMENON_WORDS[zone.phenomenon])} – ${voice.say(KIND_WORDS[zone.kind])}</strong>
    ${zone.name} (${zone.key}), ${voice.say(words.designated, { day: zone.designatedOn.toString() })}</li>`)}</ul>`
  return renderNotice({ voice, kind: 'warning', title: voice.say(words.inZone), body })
}

function renderHomeForm({ voice, formToken }: Visit, cell: string, { typed = {}, problems = {} }: HomeForm): Html {
  const frame = (name: 'address' | 'own') => {
    const [value, problem] = [typed[name], problems[name]]
    return { name, value: typeof value === 'string' ? value : '', isRequired: false, isTagHidden: true, ...(problem === undefined ? {} : { error: voice.say(problem.phrase, problem.values) }) }
  }
  const own = frame('own')
  return renderForm({
    voice, action: '/landslide/home', csrfToken: formToken(), hidden: { cell },
    body: html`${renderField({ ...frame('address'), voice, kind: 'text', inputType: 'email', autocomplete: 'email', label: voice.say(words.address), hint: voice.say(words.addressHint) })}
      <details${(own.value !== '' || own.error !== undefined) && html` open`}><summary>${voice.say(words.byLineOrPush)}</summary><p><a href="/notices">${voice.say(words.toNotices)}</a></p>
        ${renderField({ ...own, voice, kind: 'text', label: voice.say(words.ownPage), hint: voice.say(words.ownPageHint) })}</details>`,
    buttons: renderButton({ label: voice.say(words.send) }),
  })
}

/** What somebody at this level does; `null` is not knowing. */
export function thingToDo(level: Level | null) {
  const byLevel = { 0: words.do0, 1: words.do0, 2: words.do2, 3: words.do3, 4: words.do4, 5: words.do5 } as const
  return level === null ? words.doUnknown : byLevel[level]
}

/** The link of the letter asks once more: programs that open links to look at them must not say yes for anybody. */
export async function showConfirm(visit: Visit): Promise<Answer> {
  const { voice, tx, params, seal, formToken } = visit
  const home = await homeOfToken(tx, seal, params.token ?? '')
  if (home === undefined) return linkOver(voice)
  // The letter's link stays the way to one's own registration.
  if (home.confirmedAt !== null) return redirect(`/landslide/leave/${params.token}`)
  const main = html`${renderPageTitle({ title: voice.say(words.confirmTitle) })} ${renderConfirm({
    voice, title: voice.say(words.confirmTitle), body: voice.say(home.zones.length > 0 ? words.inZone : words.noZone), action: `/landslide/confirm/${params.token}`,
    csrfToken: formToken(), confirmLabel: voice.say(words.confirmButton), cancelHref: '/landslide',
  })}`
  return shown({ title: voice.plain(words.confirmTitle), main, crumbs: crumbs(voice), isSecret: true })
}

export async function showLeave(visit: Visit): Promise<Answer> {
  const { voice, tx, params, seal, formToken } = visit
  const home = await homeOfToken(tx, seal, params.token ?? '')
  if (home === undefined) return linkOver(voice)
  const now = renderLinkButton({ href: `/landslide/home?cell=${cellOf(home.point)}`, label: voice.say(words.home), kind: 'secondary', icon: 'home' })
  const main = html`${renderPageTitle({ title: voice.say(words.mineTitle), lead: voice.say(home.zones.length > 0 ? words.confirmed : words.confirmedNoZone), actions: now })}
    ${renderStack({ parts: [...(await renderNow(visit, home.point, await listZones(tx))), renderConfirm({
      voice, title: voice.say(words.leaveTitle), body: voice.say(words.leaveBody), action: `/landslide/leave/${params.token}`,
      csrfToken: formToken(), confirmLabel: voice.say(words.leaveButton), cancelHref: '/landslide', isDangerous: true,
    })] })}`
  return shown({ title: voice.plain(words.mineTitle), main, crumbs: crumbs(voice), isSecret: true })
}

function linkOver(voice: Voice): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.linkOver), lead: voice.say(words.linkOverBody) })}
    ${renderLinkButton({ href: '/landslide', label: voice.say(serviceWords.title) })}`
  return shown({ title: voice.plain(words.linkOver), main, crumbs: crumbs(voice), status: 404 })
}

function crumbs(voice: Voice) {
  return [{ href: '/landslide', label: voice.say(serviceWords.title) }]
}

import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { redirect, shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { homeOfToken } from '../actions/homes.ts'
import type { homeForm } from '../forms.ts'
import type { Level, PlaceState, Zone } from '../model.ts'
import { cellOf, isCell, pointIn, pointOf } from '../rules/cells.ts'
import { meshesOf, placeOf } from '../rules/mesh.ts'
import { placeStateOf } from '../rules/place-state.ts'
import { zonesAt } from '../rules/zones.ts'
import { findCityLevel, listReadings } from '../store/meshes.ts'
import { listZones } from '../store/zones.ts'
import { KIND_WORDS, PHENOMENON_WORDS, words } from '../text/page-words.ts'
import { serviceWords } from '../text/service-words.ts'
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
export async function homeAgain(visit: Submission<ValuesOf<typeof homeForm>>): Promise<Answer> {
  const { typed, voice } = visit
  const cell = typeof typed.cell === 'string' ? typed.cell : ''
  if (!isCell(cell)) return redirect('/landslide')
  return homePage(visit, cell, { address: typeof typed.address === 'string' ? typed.address : '', error: voice.say(words.addressWrong) })
}

async function homePage(visit: Visit, cell: string, form: { address?: string; error?: HtmlValue }): Promise<Answer> {
  const { voice, tx } = visit
  const place = placeOf(pointOf(cell))
  const [zones, readings, city] = [await listZones(tx), await listReadings(tx, 'live', meshesOf(place)), await findCityLevel(tx, 'live')]
  const state = placeStateOf(place, readings, city?.level ?? null, tx.now)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.home), kicker: voice.say(words.square, { mesh: cell.slice(0, 8) }) })}
    ${renderStack({ parts: [
      renderState(voice, state, meshesOf(place).length > 1),
      renderZones(voice, zonesAt(zones, pointOf(cell))),
      renderPanel({ heading: voice.say(words.tellMe), body: renderHomeForm(visit, cell, form) }),
      renderMeshMap({ voice, zones, mesh: cell.slice(0, 8), chosen: cell, hrefOf: (other) => `/landslide/home?cell=${other}` }),
      renderLinkButton({ href: `/landslide/meshes/${cell.slice(0, 8)}`, label: voice.say(words.curve), kind: 'secondary' }),
    ] })}`
  return shown({ title: voice.plain(words.home), main, crumbs: crumbs(voice) })
}

function renderState(voice: Voice, { level, meshLevel, cityLevel, meshAt, isStale }: PlaceState, isAtEdge: boolean): Html {
  const time = meshAt === null ? null : minuteOf(meshAt)
  const age = time === null ? voice.say(words.noData) : voice.say(words.asOf, { time })
  const stale = isStale && renderNotice({ voice, kind: 'warning', title: voice.say(words.stale), body: time === null ? voice.say(words.noData) : voice.say(words.staleBody, { time }) })
  return html`${stale || nothing}
    <p>${renderLevel({ voice, level, size: 'large', label: age })}</p>
    <p><strong>${voice.say(words.whatToDo)}: ${voice.say(thingToDo(level))}</strong></p>
    ${level !== null && level > 0 ? html`<p>${voice.say(words.notBack)}</p>` : nothing}
    ${renderFactsList({ facts: [
      { term: voice.say(words.meshLevel), description: renderLevel({ voice, level: meshLevel }) },
      { term: voice.say(words.cityLevel), description: renderLevel({ voice, level: cityLevel }) },
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

function renderHomeForm({ voice, formToken }: Visit, cell: string, { address = '', error }: { address?: string; error?: HtmlValue }): Html {
  return renderForm({
    voice, action: '/landslide/home', csrfToken: formToken(), hidden: { cell },
    body: renderField({
      voice, kind: 'text', inputType: 'email', autocomplete: 'email', name: 'address', value: address, isRequired: true,
      label: voice.say(words.address), hint: voice.say(words.addressHint), ...(error === undefined ? {} : { error }),
    }),
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
  if (home === undefined || home.confirmedAt !== null) return linkOver(voice)
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
  const main = html`${renderPageTitle({ title: voice.say(words.leaveTitle) })} ${renderConfirm({
    voice, title: voice.say(words.leaveTitle), body: voice.say(words.leaveBody), action: `/landslide/leave/${params.token}`,
    csrfToken: formToken(), confirmLabel: voice.say(words.leaveButton), cancelHref: '/landslide', isDangerous: true,
  })}`
  return shown({ title: voice.plain(words.leaveTitle), main, crumbs: crumbs(voice), isSecret: true })
}

function linkOver(voice: Voice): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.linkOver), lead: voice.say(words.linkOverBody) })}
    ${renderLinkButton({ href: '/landslide', label: voice.say(serviceWords.title) })}`
  return shown({ title: voice.plain(words.linkOver), main, crumbs: crumbs(voice), status: 404 })
}

function crumbs(voice: Voice) {
  return [{ href: '/landslide', label: voice.say(serviceWords.title) }]
}

import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderCluster, renderColumns, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { roomLeft } from '../rules/shelter-acts.ts'
import { fullLast, nearestFirst, type Near } from '../rules/shelter-nearness.ts'
import { meets, needNow, NOTHING_NEEDED, type ShelterNeed } from '../rules/shelter-need.ts'
import { SHELTER_HAZARDS, type OpenShelter, type Shelter, type ShelterHazard } from '../rules/shelters.ts'
import { publicWords as words } from '../text/public-words.ts'
import { HAZARD_WORDS, shelterWords } from '../text/shelter-words.ts'
import { renderShelterMap } from './public-map.ts'
import type { PublicVisit } from './public-visit.ts'
import { renderShelterName } from './shelter-name.ts'
import { renderFacilities } from './shelter-panel.ts'
import { momentText } from '#kernel/text/moments.ts'

/** Designated places that are named though they are not open, so that people know where they would go. */
const MOST_CLOSED = 5

/** Where to go: open places that are designated for every hazard that threatens, nearest first, on a drawing and in words. */
export function renderShelterSection(given: PublicVisit): Html {
  const { voice, open, shelters, where } = given
  const need = needOf(given)
  const isMeant = (shelter: Shelter) => meets(shelter, need)
  const near = fullLast(nearestFirst(open.filter(isMeant), where))
  const openIds = new Set(open.map(({ id }) => id))
  const closed = where === null ? [] : nearestFirst(shelters.filter((shelter) => isMeant(shelter) && !openIds.has(shelter.id)), where).slice(0, MOST_CLOSED)
  return renderSection({
    heading: voice.say(words.shelters), id: 'shelters',
    ...(need.hazards.length === 0 ? {} : { lead: voice.say(words.sheltersFor, { hazard: designationsText(voice, need.hazards) }) }),
    body: renderStack({
      parts: [
        renderChoice(given),
        near.length === 0 ? renderNoneOpen(given) : renderOpen(given, near),
        closed.length === 0 ? nothing : renderClosed(voice, closed),
        html`<p><small>${voice.say(words.notDesignated)}</small></p>`,
        shelters.some(({ isInvented }) => isInvented) ? renderNotice({ voice, kind: 'info', title: voice.say(words.invented), body: voice.say(words.inventedBody) }) : nothing,
      ],
    }),
  })
}

/** Chosen in the address, or everything that threatens just now. `all` asks for every place. */
export function needOf({ visit: { query }, orders, warnings }: PublicVisit): ShelterNeed {
  if (query.hazard === 'all') return NOTHING_NEEDED
  const chosen = chosenIn(query)
  return chosen === undefined ? needNow(orders, warnings) : { hazards: [chosen], needsBuilding: false }
}

function chosenIn(query: PublicVisit['visit']['query']): ShelterHazard | undefined {
  return SHELTER_HAZARDS.find((hazard) => hazard === query.hazard)
}

/** A plain GET form: what is chosen stands in the address, nothing is stored, and no script is needed. */
function renderChoice({ voice, districts, shelters, where, visit: { query } }: PublicVisit): Html {
  const designated = SHELTER_HAZARDS.filter((one) => shelters.some(({ hazards }) => hazards.includes(one)))
  const towns = districts.flatMap((district) => district.towns.map(({ name, label }) => ({ value: name, label: `${voice.plain(label)} — ${voice.plain(district.name)}` })))
  return html`<div class="no-print">${renderForm({
    voice, action: '/disaster#shelters', method: 'get',
    body: renderColumns({
      kind: 'halves',
      parts: [
        renderField({ voice, kind: 'select', name: 'town', label: voice.say(words.yourPlace), hint: voice.say(words.chooseHint), choices: towns, value: where?.town ?? '', emptyLabel: voice.plain(words.anyTown), isRequired: false, isTagHidden: true }),
        renderField({
          voice, kind: 'select', name: 'hazard', label: voice.say(words.hazard), value: query.hazard === 'all' ? 'all' : (chosenIn(query) ?? ''), emptyLabel: voice.plain(words.hazardNow), isRequired: false, isTagHidden: true,
          choices: [{ value: 'all', label: voice.plain(words.anyHazard) }, ...designated.map((value) => ({ value, label: voice.plain(HAZARD_WORDS[value]) }))],
        }),
      ],
    }),
    buttons: renderButton({ label: voice.say(words.choose), icon: 'place', kind: 'secondary' }),
  })}</div>`
}

function renderNoneOpen({ voice, now, open }: PublicVisit): Html {
  const title = voice.say(open.length === 0 ? words.noneOpen : words.noneOpenForHazard, { at: momentText(voice, now) })
  return renderEmpty({ icon: 'home', title, body: voice.say(words.noneOpenBody) })
}

function renderOpen(given: PublicVisit, near: readonly Near<OpenShelter>[]): Html {
  const { voice, where } = given
  return html`${renderShelterMap(voice, near.map(({ shelter }) => shelter), where?.centre ?? null)}
    ${renderStack({ gap: 'small', parts: near.map((one, index) => renderPanel({ body: renderOne(voice, one, index + 1) })) })}`
}

function renderOne(voice: Voice, near: Near<OpenShelter>, number: number): Html {
  const { shelter } = near
  const { opening } = shelter
  const room = roomLeft(shelter.capacity, opening)
  const state = room === 0 ? renderBadge({ label: voice.say(words.full), tone: 'error' }) : room === null ? nothing : renderBadge({ label: voice.say(words.roomFor, { count: room }), tone: 'success' })
  return html`<p><strong>${number}. ${renderShelterName(voice, shelter.name)}</strong>${renderFar(voice, near)}</p>
    ${renderCluster({ parts: [state, ...renderFacilities(voice, { ...shelter, takesPets: opening.takesPets ?? shelter.takesPets })] })}
    ${renderWhere(voice, shelter)}
    <p><small>${voice.say(shelterWords.openedAt, { at: momentText(voice, opening.openedAt) })} · ${voice.say(shelterWords.countedAt, { at: momentText(voice, opening.changedAt) })}</small></p>`
}

function renderWhere(voice: Voice, { address, hazards, note }: Shelter): Html {
  const meant = designationsText(voice, hazards)
  return html`<p><span lang="ja">${address}</span><br>${voice.say(shelterWords.designatedFor)}: ${meant === '' ? '—' : meant}${note === '' ? nothing : html`<br><span lang="ja">${note}</span>`}</p>`
}

function designationsText(voice: Voice, hazards: readonly ShelterHazard[]): string {
  return hazards.map((hazard) => voice.plain(HAZARD_WORDS[hazard])).join(voice.htmlLang === 'ja' ? '・' : ', ')
}

function renderFar(voice: Voice, { metres, isInTown }: Near<Shelter>): Html {
  if (metres === null && !isInTown) return nothing
  const text = metres === null ? voice.say(words.sameTown) : voice.say(words.far, { distance: distanceText(voice, metres) })
  return html` <small>${text}</small>`
}

/** Whole hundreds of metres: the middle of a town is no better known than that. */
export function distanceText(voice: Voice, metres: number): string {
  const hundreds = Math.max(1, Math.round(metres / 100))
  return hundreds < 10 ? `${hundreds * 100} m` : `${voice.number(hundreds / 10)} km`
}

function renderClosed(voice: Voice, near: readonly Near<Shelter>[]): Html {
  return html`${renderHeading({ level: 3, content: voice.say(words.nearBy) })}
    <ul>${near.map((one) => html`<li>${renderShelterName(voice, one.shelter.name)}${renderFar(voice, one)}<br><small lang="ja">${one.shelter.address}</small></li>`)}</ul>`
}

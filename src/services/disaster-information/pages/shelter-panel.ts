import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, join, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { roomLeft, type ShelterAct } from '../rules/shelter-acts.ts'
import type { OpenShelter, Shelter } from '../rules/shelters.ts'
import { HAZARD_WORDS, shelterWords as words } from '../text/shelter-words.ts'
import type { ShelterDesk } from './shelter-desk.ts'
import { renderShelterName } from './shelter-name.ts'
import { momentText } from '#kernel/text/moments.ts'

const ACTION = '/staff/disaster/shelters'

/** One open place: how many are inside, and everything that one press can do there. */
export function renderOpenShelter(desk: ShelterDesk, shelter: OpenShelter): Html {
  const { voice } = desk.visit
  const { opening } = shelter
  const press = (act: ShelterAct, label: Html, kind: 'secondary' | 'danger' = 'secondary') => renderButton({ label, name: 'act', value: act, kind })
  return renderPanel({
    heading: renderShelterName(voice, shelter.name), id: `shelter-${shelter.id}`, level: 3,
    body: html`${renderCluster({ parts: renderMarks(voice, shelter) })}
      <p><strong>${renderCount(voice, shelter)}</strong> <small>${voice.say(words.countedAt, { at: momentText(voice, opening.changedAt) })} · ${voice.say(words.openedAt, { at: momentText(voice, opening.openedAt) })}</small></p>
      ${renderForm({
        voice, action: ACTION, csrfToken: desk.visit.formToken(), hidden: hiddenOf(desk, shelter, opening.edition),
        body: renderCluster({
          parts: [
            press('minus-10', countLabel(voice, 'minus', 10)), press('minus-1', countLabel(voice, 'minus', 1)),
            press('plus-1', countLabel(voice, 'plus', 1)), press('plus-10', countLabel(voice, 'plus', 10)),
          ],
        }),
        buttons: html`${press(opening.isFull ? 'not-full' : 'full', voice.say(opening.isFull ? words.setNotFull : words.setFull))}
          ${opening.takesPets === true ? press('no-pets', voice.say(words.setNoPets)) : press('pets', voice.say(words.setPets))}
          ${press('close', voice.say(words.close), 'danger')}`,
      })}
      ${renderForm({
        voice, action: ACTION, csrfToken: desk.visit.formToken(), hidden: { ...hiddenOf(desk, shelter, opening.edition), act: 'set' },
        body: renderField({
          voice, kind: 'number', name: 'occupants', idPrefix: `shelter-${shelter.id}-set`, label: voice.say(words.occupants), isRequired: true, isTagHidden: true,
          value: String(opening.occupants), unit: voice.say(words.peopleUnit),
        }),
        buttons: renderButton({ label: voice.say(words.set), kind: 'secondary' }),
      })}`,
  })
}

/** What is not open, each with the one button that opens it. */
export function renderClosedShelters(desk: ShelterDesk, shelters: readonly Shelter[]): Html {
  const { voice } = desk.visit
  return renderTable({
    caption: voice.say(words.listed, { count: shelters.length }),
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.name) }, { heading: voice.say(words.designatedFor) }, { heading: voice.say(words.capacity), isNumeric: true },
      { heading: voice.say(words.facilities) }, { heading: voice.say(words.actions) },
    ],
    rows: shelters.map((shelter) => [
      html`<span id="shelter-${shelter.id}">${renderShelterName(voice, shelter.name)}</span><br><small>${shelter.address}</small>`,
      join(shelter.hazards.map((hazard) => voice.say(HAZARD_WORDS[hazard])), voice.htmlLang === 'ja' ? '・' : ', '),
      shelter.capacity === null ? '—' : voice.number(shelter.capacity),
      renderCluster({ parts: renderFacilities(voice, shelter) }),
      renderForm({
        voice, action: ACTION, csrfToken: desk.visit.formToken(), hidden: { ...hiddenOf(desk, shelter, 0), act: 'open' }, body: nothing,
        buttons: renderButton({ label: html`${voice.say(words.open)}<span class="visually-hidden">: ${shelter.name.written}</span>`, kind: 'secondary', size: 'small' }),
      }),
    ]),
  })
}

function hiddenOf({ visit: { query }, realm }: ShelterDesk, shelter: Shelter, edition: number): Readonly<Record<string, string>> {
  const { q = '', district = '', hazard = '', kind = '' } = query
  return { realm, shelter: shelter.id, seen: String(edition), view: new URLSearchParams({ q, district, hazard, kind }).toString() }
}

/** A sign big enough for a thumb, and words for who hears the page. */
function countLabel(voice: Voice, way: 'plus' | 'minus', count: number): Html {
  const said = voice.plain(way === 'plus' ? words.plus : words.minus, { count })
  return html`<span aria-hidden="true">${way === 'plus' ? '+' : '−'}${voice.number(count)}</span><span class="visually-hidden">${said}</span>`
}

/** `120人 / 420人まで`. */
export function renderCount(voice: Voice, { capacity, opening }: OpenShelter): Html {
  const inside = html`${voice.number(opening.occupants)} ${voice.say(words.peopleUnit)}`
  return capacity === null ? inside : html`${inside} / ${voice.say(words.of, { capacity })}`
}

/** Full, over capacity, pets, steps: in words, so that no colour is needed. */
export function renderMarks(voice: Voice, shelter: OpenShelter): Html[] {
  const { opening, capacity } = shelter
  const isOver = capacity !== null && opening.occupants > capacity
  return [
    ...(opening.isFull ? [renderBadge({ label: voice.say(words.full), tone: 'error' })] : []),
    ...(isOver ? [renderBadge({ label: voice.say(words.overCapacity), tone: 'warning' })] : []),
    ...(roomLeft(capacity, opening) ?? 0) > 0 ? [renderBadge({ label: html`${voice.say(words.roomLeft)} ${voice.number(roomLeft(capacity, opening) ?? 0)}`, tone: 'success' })] : [],
    ...renderFacilities(voice, { ...shelter, takesPets: opening.takesPets ?? shelter.takesPets }),
  ]
}

/** What is not known is not said. */
export function renderFacilities(voice: Voice, { isBarrierFree, takesPets }: Pick<Shelter, 'isBarrierFree' | 'takesPets'>): Html[] {
  return [
    ...(isBarrierFree === null ? [] : [renderBadge({ label: voice.say(isBarrierFree ? words.barrierFree : words.noBarrierFree), tone: isBarrierFree ? 'info' : 'neutral' })]),
    ...(takesPets === null ? [] : [renderBadge({ label: voice.say(takesPets ? words.pets : words.noPets), tone: takesPets ? 'info' : 'neutral' })]),
  ]
}

import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFigures } from '#design/figures/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { listDistricts } from '#capabilities/notices/notices.ts'
import type { District } from '#capabilities/notices/model.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Problem } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Realm } from '../model.ts'
import { realmIn, roomLeft } from '../rules/shelter-acts.ts'
import { SHELTER_HAZARDS, SHELTER_KINDS, type OpenShelter, type Shelter } from '../rules/shelters.ts'
import { listOpenShelters, listShelters } from '../store/shelters.ts'
import { HAZARD_WORDS, KIND_WORDS, shelterWords as words } from '../text/shelter-words.ts'
import { renderClosedShelters, renderOpenShelter } from './shelter-panel.ts'

/** Why a press changed nothing. */
export type ShelterRefusal =
  | { readonly why: 'overtaken'; readonly name: string }
  | { readonly why: 'people-inside'; readonly name: string; readonly count: number }
  | { readonly why: 'bad-number'; readonly problem: Problem }
  | { readonly why: 'not-listed' }

/** What the page's parts are made from. */
export interface ShelterDesk {
  readonly visit: Visit
  readonly realm: Realm
  readonly districts: readonly District[]
  readonly open: readonly OpenShelter[]
  readonly closed: readonly Shelter[]
}

/** Where officers open shelters and count people: open ones first, each with its buttons, then the rest of the list. */
export async function showShelters(visit: Visit): Promise<Answer> {
  return renderDesk(await deskOf(visit, realmOf(visit)), nothing)
}

/** The page again after a press that changed nothing, with why. */
export async function showSheltersWith(visit: Visit, realm: Realm, refusal: ShelterRefusal): Promise<Answer> {
  const answer = renderDesk(await deskOf(visit, realm), renderRefusal(visit, refusal))
  return { ...answer, status: refusal.why === 'bad-number' ? 422 : 409 }
}

export function realmOf({ query }: Visit): Realm {
  const realm = realmIn(query.realm)
  if (realm === undefined) throw new Fault('bad-request', 'realm: live, or drill: and its id')
  return realm
}

async function deskOf(visit: Visit, realm: Realm): Promise<ShelterDesk> {
  const { tx } = visit
  const [districts, open, listed] = [await listDistricts(tx), await listOpenShelters(tx, realm), await listShelters(tx)]
  const openIds = new Set(open.map(({ id }) => id))
  return { visit, realm, districts, open, closed: listed.filter(({ id }) => !openIds.has(id)) }
}

function renderDesk(desk: ShelterDesk, refusal: Html) {
  const { visit: { voice }, realm, open, closed } = desk
  const isEmpty = open.length + closed.length === 0
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.summary) })}
    ${renderStack({
      parts: [
        refusal,
        realm === 'live' ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.drillTitle), body: voice.say(words.drillBody) }),
        isEmpty ? renderNothingListed(desk) : renderTotals(desk),
        isEmpty ? nothing : renderOpenSection(desk),
        isEmpty ? nothing : renderClosedSection(desk),
        renderFurther(desk),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff' })
}

function renderRefusal({ voice }: Visit, refusal: ShelterRefusal): Html {
  switch (refusal.why) {
    case 'overtaken':
      return renderNotice({ voice, kind: 'warning', isAnnounced: true, title: voice.say(words.clash), body: voice.say(words.clashBody, { name: refusal.name }) })
    case 'people-inside':
      return renderNotice({
        voice, kind: 'warning', isAnnounced: true, title: voice.say(words.peopleInside),
        body: voice.say(words.peopleInsideBody, { name: refusal.name, count: refusal.count }),
      })
    case 'bad-number':
      return renderNotice({ voice, kind: 'error', isAnnounced: true, title: voice.say(words.badNumber), body: voice.say(refusal.problem.phrase, refusal.problem.values ?? {}) })
    case 'not-listed':
      return renderNotice({ voice, kind: 'warning', isAnnounced: true, title: voice.say(words.unknownShelter), body: voice.say(words.unknownShelterBody) })
    default:
      return assertNever(refusal)
  }
}

function renderNothingListed({ visit: { voice } }: ShelterDesk): Html {
  return renderEmpty({
    icon: 'home', title: voice.say(words.noneListed), body: voice.say(words.noneListedBody),
    action: renderLinkButton({ href: '/staff/imports', label: voice.say(words.importFile), icon: 'upload' }),
  })
}

function renderTotals({ visit: { voice }, open }: ShelterDesk): Html {
  const people = open.reduce((total, { opening }) => total + opening.occupants, 0)
  const room = open.reduce((total, { capacity, opening }) => total + (roomLeft(capacity, opening) ?? 0), 0)
  return renderFigures({
    figures: [
      { label: voice.say(words.openCount), value: voice.number(open.length) },
      { label: voice.say(words.people), value: voice.number(people), unit: voice.say(words.peopleUnit) },
      { label: voice.say(words.roomLeft), value: voice.number(room), unit: voice.say(words.peopleUnit) },
    ],
  })
}

function renderOpenSection(desk: ShelterDesk): Html {
  const { visit: { voice }, realm, open } = desk
  const body = open.length === 0
    ? renderEmpty({ icon: 'home', title: voice.say(words.noneOpen), body: voice.say(words.noneOpenBody) })
    : renderStack({ parts: open.map((shelter) => renderOpenShelter(desk, shelter)) })
  const draft = realm === 'live' ? '/staff/disaster/orders/new' : `/staff/disaster/drills/${realm.slice('drill:'.length)}/new`
  const actions = open.length === 0 ? nothing : renderLinkButton({ href: draft, label: voice.say(words.tell), kind: 'secondary', icon: 'megaphone' })
  return renderSection({ heading: voice.say(words.openNow), actions, body })
}

function renderClosedSection(desk: ShelterDesk): Html {
  const { visit: { voice, query }, realm, districts } = desk
  const chosen = (name: string) => query[name] ?? ''
  const found = narrowed(desk)
  return renderSection({
    heading: voice.say(words.closedNow),
    body: renderStack({
      parts: [
        renderFilters({
          voice, action: '/staff/disaster/shelters', clearHref: realm === 'live' ? '/staff/disaster/shelters' : `/staff/disaster/shelters?realm=${realm}`,
          ...(realm === 'live' ? {} : { hidden: { realm } }),
          search: { name: 'q', label: voice.say(words.search), value: chosen('q') },
          selects: [
            { name: 'district', label: voice.say(words.district), value: chosen('district'), choices: districts.map(({ key, name }) => ({ value: key, label: voice.plain(name) })) },
            { name: 'hazard', label: voice.say(words.hazard), value: chosen('hazard'), choices: SHELTER_HAZARDS.map((value) => ({ value, label: voice.plain(HAZARD_WORDS[value]) })) },
            { name: 'kind', label: voice.say(words.kind), value: chosen('kind'), choices: SHELTER_KINDS.map((value) => ({ value, label: voice.plain(KIND_WORDS[value]) })) },
          ],
        }),
        found.length === 0 ? renderEmpty({ icon: 'search', title: voice.say(words.noneFound) }) : renderClosedShelters(desk, found),
      ],
    }),
  })
}

/** The closed ones that the page's filters let through; an unknown choice lets none through. */
function narrowed({ visit: { query }, districts, closed }: ShelterDesk): Shelter[] {
  const { q = '', district = '', hazard = '', kind = '' } = query
  const wanted = q.normalize('NFKC').trim()
  const towns = districts.find(({ key }) => key === district)?.towns.map(({ name }) => name) ?? []
  return closed.filter((shelter) =>
    (wanted === '' || `${shelter.name.written} ${shelter.name.kana} ${shelter.address}`.normalize('NFKC').includes(wanted))
    && (district === '' || (shelter.town !== null && towns.includes(shelter.town)))
    && (hazard === '' || (shelter.hazards as readonly string[]).includes(hazard))
    && (kind === '' || (shelter.kinds as readonly string[]).includes(kind)))
}

function renderFurther({ visit: { voice }, realm }: ShelterDesk): Html {
  const query = realm === 'live' ? '' : `?realm=${realm}`
  const board = realm === 'live' ? '/staff/disaster' : `/staff/disaster/drills/${realm.slice('drill:'.length)}`
  return renderCluster({
    parts: [
      renderLinkButton({ href: board, label: voice.say(words.boardLink), kind: 'secondary', icon: 'bell' }),
      renderLinkButton({ href: `/staff/disaster/shelters/wall${query}`, label: voice.say(words.wall), kind: 'secondary', icon: 'print' }),
      renderLinkButton({ href: `/staff/disaster/shelters/history${query}`, label: voice.say(words.history), kind: 'secondary', icon: 'history' }),
      renderLinkButton({ href: '/staff/imports', label: voice.say(words.importFile), kind: 'secondary', icon: 'upload' }),
      renderLinkButton({ href: '/staff/disaster/shelters.xlsx', label: voice.say(words.exportXlsx), kind: 'secondary', icon: 'download', isDownload: true }),
      renderLinkButton({ href: '/staff/disaster/shelters.csv', label: voice.say(words.exportCsv), kind: 'secondary', icon: 'download', isDownload: true }),
    ],
  })
}

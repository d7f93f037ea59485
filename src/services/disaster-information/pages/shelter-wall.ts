import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { SHELTER_HAZARDS } from '../rules/shelters.ts'
import { listOpenShelters, listShelters, listShelterSteps, type StepAct } from '../store/shelters.ts'
import { HAZARD_WORDS, shelterWords as words } from '../text/shelter-words.ts'
import { realmOf } from './shelter-desk.ts'
import { renderShelterName } from './shelter-name.ts'
import { momentText } from '#kernel/text/moments.ts'

const CRUMBS = (voice: Visit['voice']) => [{ href: '/staff/disaster/shelters', label: voice.say(words.title) }]

/** The whole list on paper for the headquarters' wall: what is open now, and blanks to write into by hand. */
export async function showWall(visit: Visit): Promise<Answer> {
  const { tx, voice } = visit
  const realm = realmOf(visit)
  const open = new Map((await listOpenShelters(tx, realm)).map((shelter) => [shelter.id, shelter.opening]))
  const shelters = await listShelters(tx)
  const hazards = SHELTER_HAZARDS.filter((hazard) => shelters.some((shelter) => shelter.hazards.includes(hazard)))
  const main = html`${renderPageTitle({ title: voice.say(words.wall), lead: voice.say(words.wallLead, { at: momentText(voice, tx.now) }) })}
    ${renderStack({
      parts: [
        realm === 'live' ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.drillTitle) }),
        shelters.length === 0 ? renderEmpty({ icon: 'home', title: voice.say(words.noneListed) }) : renderTable({
          caption: voice.say(words.blankNote),
          columns: [
            { heading: voice.say(words.name) }, { heading: voice.say(words.town) },
            ...hazards.map((hazard) => ({ heading: voice.say(HAZARD_WORDS[hazard]), width: 'narrow' as const })),
            { heading: voice.say(words.capacity), isNumeric: true }, { heading: voice.say(words.isOpen) }, { heading: voice.say(words.people), isNumeric: true },
          ],
          rows: shelters.map((shelter) => {
            const opening = open.get(shelter.id)
            return [
              renderShelterName(voice, shelter.name), shelter.town ?? shelter.address,
              ...hazards.map((hazard) => (shelter.hazards.includes(hazard) ? '○' : '')),
              shelter.capacity === null ? '' : voice.number(shelter.capacity),
              opening === undefined ? '' : momentText(voice, opening.openedAt),
              opening === undefined ? '' : voice.number(opening.occupants),
            ]
          }),
        }),
      ],
    })}`
  return shown({ title: voice.plain(words.wall), main, area: 'staff', crumbs: CRUMBS(voice) })
}

const HISTORY = { days: 31, lines: 500 } as const
const ACT_WORDS: Readonly<Record<StepAct, typeof words.opened>> = { opened: words.opened, changed: words.changed, closed: words.closed }

/** What was done at the shelters in the last month, the newest first. */
export async function showShelterHistory(visit: Visit): Promise<Answer> {
  const { tx, voice } = visit
  const realm = realmOf(visit)
  const steps = await listShelterSteps(tx, realm, tx.now.subtract({ hours: HISTORY.days * 24 }), HISTORY.lines)
  const main = html`${renderPageTitle({ title: voice.say(words.history), lead: voice.say(words.historyLead) })}
    ${renderStack({
      parts: [
        realm === 'live' ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(words.drillTitle) }),
        steps.length === 0 ? renderEmpty({ icon: 'history', title: voice.say(words.noHistory) }) : renderTable({
          caption: voice.say(words.history), isCaptionHidden: true, isCardsOnPhone: true,
          columns: [{ heading: voice.say(words.when) }, { heading: voice.say(words.name) }, { heading: voice.say(words.what) }, { heading: voice.say(words.people), isNumeric: true }],
          rows: steps.map(({ at, name, act, occupants, isFull }) => [
            momentText(voice, at), name, html`${voice.say(ACT_WORDS[act])}${isFull ? html` (${voice.say(words.full)})` : nothing}`, voice.number(occupants),
          ]),
        }),
      ],
    })}`
  return shown({ title: voice.plain(words.history), main, area: 'staff', crumbs: CRUMBS(voice) })
}

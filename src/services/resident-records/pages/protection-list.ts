import { renderEmpty } from '#design/empty/view.ts'
import { renderFilters } from '#design/filters/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { phaseOf, type Protection, type ProtectionPhase } from '../rules/protection.ts'
import { listPeople, type PersonRecord } from '../store/people.ts'
import { protectionRows } from '../store/protection-rows.ts'
import { protectionWords as words } from '../text/protection-words.ts'
import { PHASES, PROTECTION_PATH, protectionPath, renderPhase } from './protection-frame.ts'
import { deskCrumb } from './staff-frame.ts'

/** All protections, what waits for a decision and what ends within a month first. */
export async function showProtections({ voice, tx, query }: Visit): Promise<Answer> {
  const wanted = PHASES.find((phase) => phase === query.state)
  const all = (await protectionRows.list(tx)).map((protection) => ({ protection, phase: phaseOf(protection, tx.today) }))
  const listed = all.filter(({ phase }) => wanted === undefined || phase === wanted)
    .toSorted((one, other) => PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase) || compareEnds(one.protection, other.protection))
  const people = new Map((await listPeople(tx, { ids: listed.map(({ protection }) => protection.personId) })).map((person) => [person.id, person]))
  await tx.note({ act: 'list protections', subject: 'residents:protection', basis: '住民基本台帳事務処理要領第5-10' })
  const counted = (phase: ProtectionPhase) => all.filter((each) => each.phase === phase).length
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderFilters({
      voice, action: PROTECTION_PATH, clearHref: PROTECTION_PATH,
      selects: [{
        name: 'state', label: voice.say(words.state), value: wanted ?? '',
        choices: [{ value: '', label: voice.plain(words.all) }, ...PHASES.map((phase) => ({ value: phase, label: `${voice.plain(words[`phase_${phase}`])} (${counted(phase)})` }))],
      }],
    })}
    ${listed.length === 0 ? renderEmpty({ icon: 'shield', title: voice.say(words.empty), body: voice.say(words.emptyBody) }) : renderList(voice, listed, people)}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [deskCrumb(voice)], isSecret: true })
}

type Listed = readonly { readonly protection: Protection; readonly phase: ProtectionPhase }[]

function renderList(voice: Voice, listed: Listed, people: ReadonlyMap<string, PersonRecord>): Html {
  return renderTable({
    caption: voice.say(words.title),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.number), width: 'narrow' }, { heading: voice.say(words.person) }, { heading: voice.say(words.category) },
      { heading: voice.say(words.scope) }, { heading: voice.say(words.state), width: 'narrow' }, { heading: voice.say(words.endsOn), width: 'narrow' },
    ],
    rows: listed.map(({ protection, phase }) => [
      html`<a href="${protectionPath(protection.id)}">${protection.number}</a>`, people.get(protection.personId)?.registration.name ?? '', voice.say(words[protection.category]),
      voice.say(words[protection.scope]), renderPhase(voice, phase), protection.endsOn?.toString() ?? '',
    ]),
  })
}

function compareEnds(one: Protection, other: Protection): number {
  return one.endsOn === null || other.endsOn === null ? other.number - one.number : Temporal.PlainDate.compare(one.endsOn, other.endsOn)
}

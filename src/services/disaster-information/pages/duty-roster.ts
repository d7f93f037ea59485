import { renderBadge } from '#design/badge/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { findPersonByLogin, type Person } from '#kernel/access/people.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { RosterLine } from '../rules/escalation.ts'
import { rosterOn } from '../rules/roster.ts'
import { dutyDeskWords as words } from '../text/duty-desk-words.ts'
import { DUTY_DESK, periodText } from './duty-desk-stand.ts'

/** Who is asked today, in order, and what is planned. Whoever lost the duty is passed over when it counts, so it is said here. */
export async function renderRoster(visit: Visit, lines: readonly RosterLine[], officers: readonly Person[]): Promise<Html> {
  const { voice, tx } = visit
  const today = rosterOn(lines, tx.today)
  const coming = lines.filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, tx.today) > 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.validFrom, other.validFrom) || one.position - other.position)
  const names = await namesOf(visit, lines, officers)
  const mayConfirm = new Set(officers.map(({ login }) => login))
  const rowOf = (line: RosterLine) => [
    voice.say(words.placeNumber, { place: line.position }),
    html`${names.get(line.login) ?? line.login} ${mayConfirm.has(line.login) ? nothing : renderBadge({ label: voice.say(words.notOfficer), tone: 'error' })}`,
    line.mail === '' ? voice.say(words.boardOnly) : line.mail,
    periodText(line),
    html`<a href="${DUTY_DESK}?officer=${encodeURIComponent(line.login)}#roster-form">${voice.say(words.change)}<span class="visually-hidden">: ${names.get(line.login) ?? line.login}</span></a>`,
  ]
  const table = (caption: Html, rows: readonly RosterLine[], id: string) => renderTable({
    caption, id, isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.place), width: 'narrow' }, { heading: voice.say(words.officer) }, { heading: voice.say(words.mail) }, { heading: voice.say(words.period), width: 'narrow' }, { heading: voice.say(words.change), width: 'narrow' }],
    rows: rows.map(rowOf),
  })
  return html`${today.length === 0 ? renderEmpty({ icon: 'people', title: voice.say(words.noRoster), body: voice.say(words.noRosterBody) }) : table(voice.say(words.roster), today, 'roster-today')}
    ${coming.length === 0 ? nothing : html`${renderHeading({ level: 3, content: voice.say(words.coming) })}${table(voice.say(words.coming), coming, 'roster-coming')}`}`
}

/** People who left the city hall keep their names on lines of before. */
async function namesOf({ tx }: Visit, lines: readonly RosterLine[], officers: readonly Person[]): Promise<Map<string, string>> {
  const names = new Map(officers.map(({ login, name }) => [login, name]))
  for (const { login } of lines) if (!names.has(login)) names.set(login, (await findPersonByLogin(tx, login))?.name ?? login)
  return names
}

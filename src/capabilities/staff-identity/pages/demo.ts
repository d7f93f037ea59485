import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import type { Person } from '#kernel/access/people.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { demoPassphraseOf } from '../rules/demo.ts'
import { listDemoPeople } from '../staff-identity.ts'
import { signInWords } from '../text/sign-in.ts'
import { titleOfDuty, unitName } from './people.ts'

/** In a demo city anybody may be anybody: their logins, what they may do, and the one passphrase of them all. */
export async function renderDemoAccounts(visit: Visit, returnTo: string): Promise<Html> {
  const { voice, tx, city } = visit
  const people = await listDemoPeople(tx)
  if (people.length === 0) return nothing
  const notice = renderNotice({
    voice,
    kind: 'info',
    title: voice.say(signInWords.demoTitle),
    body: html`<p>${voice.say(signInWords.demoBody)} <strong><code>${demoPassphraseOf(city)}</code></strong></p>`,
  })
  const table = renderTable({
    caption: voice.say(signInWords.demoAccounts),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [signInWords.login, signInWords.name, signInWords.unit, signInWords.duties].map((word) => ({
      heading: voice.say(word),
    })),
    rows: people.map((person) => rowOf(visit, person, returnTo)),
  })
  return html`${notice} ${table}`
}

function rowOf(visit: Visit, person: Person, returnTo: string): readonly HtmlValue[] {
  const href = `/sign-in?${new URLSearchParams({ login: person.login, return: returnTo })}`
  const duties = person.duties.map((duty, index) => html`${index > 0 && html`<br>`}${titleOfDuty(visit, duty)}`)
  return [
    html`<a href="${href}">${person.login}</a>`,
    person.name,
    unitName(visit.voice, person),
    duties.length > 0 ? html`${duties}` : visit.voice.say(signInWords.none),
  ]
}

import { renderBadge } from '#design/badge/view.ts'
import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { searchPeople, type RegisteredPerson } from '#capabilities/residents/residents.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { beginOf, minuteOf } from '#kernel/time/clock.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import { firstDayOf, fiscalYearOf } from '#kernel/values/fiscal-year.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { CertificateRequest } from '../model.ts'
import { countOutcomes, listForDesk } from '../store/requests.ts'
import { deskWords } from '../text/desk-words.ts'
import { refusalWords } from '../text/refusal-words.ts'
import { kindWords, wayWords, words } from '../text/words.ts'
import { DESK, deskPath, personPath } from './desk-frame.ts'
import { renderState } from './request-facts.ts'

const MOST_FOUND = 30

/** The clerk's desk: whom to serve, what needs a look, what went out. */
export async function showDesk(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const asked = (query['q'] ?? '').trim()
  const troubled = await listForDesk(tx, { isTroubled: true })
  const main = html`
    ${renderPageTitle({ title: voice.say(deskWords.title), lead: voice.say(deskWords.summary) })}
    ${renderForm({
      voice, action: DESK, method: 'get', body: renderField({ voice, kind: 'text', name: 'q', label: voice.say(deskWords.search), isRequired: false, isTagHidden: true, inputType: 'search', value: asked }),
      buttons: renderButton({ label: voice.say(deskWords.find) }),
    })}
    ${asked === '' ? nothing : await renderFound(visit, asked)}
    ${troubled.length === 0 ? nothing : html`${renderHeading({ level: 2, content: voice.say(deskWords.troubled) })}${renderRequests(voice, troubled, 'troubled')}`}
    ${renderHeading({ level: 2, content: voice.say(deskWords.recent) })}
    ${renderRequests(voice, await listForDesk(tx, { isTroubled: false }), 'recent')}
    ${await renderCounts(visit)}`
  return shown({ title: voice.plain(deskWords.title), main, area: 'staff' })
}

async function renderFound({ voice, tx }: Visit, asked: string): Promise<Html> {
  const found = await search(tx, asked)
  if (found.length === 0) return renderEmpty({ icon: 'search', title: voice.say(deskWords.nobody), body: voice.say(deskWords.nobodyBody) })
  return renderTable({
    caption: voice.say(deskWords.person), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(deskWords.name) }, { heading: voice.say(deskWords.birthDate), width: 'narrow' }, { heading: voice.say(deskWords.address) }],
    rows: found.map(({ id, name, birthDate, address }) => [html`<a href="${personPath(id)}">${name.registered}</a>`, formatJapaneseDate(birthDate), address.written]),
  })
}

async function search(tx: Visit['tx'], words: string): Promise<readonly RegisteredPerson[]> {
  try {
    return await tx.ask(searchPeople, { words, limit: MOST_FOUND })
  } catch (thrown) {
    // A city without a register has nobody to serve here.
    if (thrown instanceof Fault && thrown.code === 'unavailable') return []
    throw thrown
  }
}

function renderRequests(voice: Voice, requests: readonly CertificateRequest[], id: string): Html {
  if (requests.length === 0) return renderEmpty({ icon: 'document', title: voice.say(deskWords.none) })
  return renderTable({
    id, caption: voice.say(deskWords.recent), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.kind) }, { heading: voice.say(deskWords.way), width: 'narrow' }, { heading: voice.say(words.state), width: 'narrow' }, { heading: voice.say(words.requestedAt), width: 'narrow' }],
    rows: requests.map((request) => [html`<a href="${deskPath(request.id)}">${voice.say(kindWords[request.kind])}</a>`, voice.say(wayWords[request.way]), renderState(voice, request), minuteOf(request.requestedAt)]),
  })
}

/** Issued and refused since the fiscal year began, by kind, way and reason. */
async function renderCounts({ voice, tx }: Visit): Promise<Html> {
  const counts = await countOutcomes(tx, beginOf(firstDayOf(fiscalYearOf(tx.today))))
  if (counts.length === 0) return nothing
  return html`${renderHeading({ level: 2, content: voice.say(deskWords.counts) })}
    ${renderTable({
      caption: voice.say(deskWords.counts), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.kind) }, { heading: voice.say(deskWords.way), width: 'narrow' }, { heading: voice.say(deskWords.outcome) }, { heading: voice.say(deskWords.count), isNumeric: true }],
      rows: counts.map(({ kind, way, reason, count }) => [
        voice.say(kindWords[kind]), voice.say(wayWords[way]),
        reason === null ? renderBadge({ label: voice.say(deskWords.issuedOutcome), tone: 'success' }) : voice.say(refusalWords[reason]), voice.number(count),
      ]),
    })}`
}

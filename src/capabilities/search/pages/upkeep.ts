import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { indexOf, type IndexState } from '../postings/city-index.ts'
import { searchablesOf } from '../search.ts'
import { countByKind, listRuns, type Run } from '../store/runs.ts'
import { text } from '../text.ts'

/** For who looks after the search: what can be found, how far a comparison is, and how the index of this process stands. */
export async function showUpkeep(visit: Visit): Promise<Answer> {
  const { voice, formToken } = visit
  const reindex = renderForm({
    voice,
    action: '/staff/search/reindex',
    csrfToken: formToken(),
    body: html`<p>${voice.say(text.reindexLead)}</p>`,
    buttons: html`${renderButton({ label: voice.say(text.reindex), icon: 'repeat' })}
      ${renderLinkButton({ label: voice.say(text.refresh), href: '/staff/search', kind: 'link' })}`,
  })
  const main = html`${renderPageTitle({ title: voice.say(text.deskTitle), lead: voice.say(text.deskSummary) })}
    ${renderSection({ heading: voice.say(text.whatIsFound), body: await renderKinds(visit) })}
    ${renderSection({ heading: voice.say(text.index), body: renderIndex(voice, indexOf(visit.database).state) })}
    ${renderSection({ heading: voice.say(text.reindex), body: renderPanel({ body: reindex }) })}`
  return shown({ title: voice.plain(text.deskTitle), main, area: 'staff' })
}

async function renderKinds({ voice, tx, directory }: Visit): Promise<Html> {
  const searchables = searchablesOf(directory.parts)
  if (searchables.length === 0) return renderEmpty({ title: voice.say(text.noKinds), icon: 'search' })
  const runs = new Map((await listRuns(tx)).map((run) => [run.kind, run]))
  const counts = new Map((await countByKind(tx)).map(({ kind, count }) => [kind, count]))
  const rows = searchables.map(({ owner, searchable: { kind, title } }) => {
    const run = runs.get(kind)
    return [voice.say(title), voice.say(owner.title), voice.number(counts.get(kind) ?? 0), renderCompared(voice, run), run === undefined ? '' : voice.number(run.changed)]
  })
  const columns = [
    { heading: voice.say(text.kind) },
    { heading: voice.say(text.service) },
    { heading: voice.say(text.documents), isNumeric: true },
    { heading: voice.say(text.compared) },
    { heading: voice.say(text.changed), isNumeric: true },
  ]
  return renderTable({ caption: voice.say(text.whatIsFound), isCaptionHidden: true, columns, rows, isCardsOnPhone: true, id: 'searchable-kinds' })
}

/** When a kind was last compared, or how far it is. Nobody knows before the end how many a service has now. */
function renderCompared(voice: Voice, run: Run | undefined): Html {
  if (run === undefined) return renderBadge({ label: voice.say(text.never), tone: 'warning' })
  if (run.endedAt !== null) return html`${timeOf(voice, run.endedAt)}`
  const total = Math.max(run.expected, run.compared)
  return renderProgress({ voice, label: voice.say(text.comparing), done: run.compared, total, id: `progress-${run.kind}` })
}

function timeOf(voice: Voice, at: Temporal.Instant): string {
  return at.toLocaleString(voice.locale, { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' })
}

const STATE_WORDS: Readonly<Record<IndexState['state'], Phrase<never>>> = {
  absent: text.stateAbsent,
  building: text.stateBuilding,
  ready: text.stateReady,
}

const BYTES_IN_MEGABYTE = 1_000_000

function renderIndex(voice: Voice, { state, documents, bytes, edition, done, total }: IndexState): Html {
  const facts = [
    { term: voice.say(text.state), description: voice.say(STATE_WORDS[state]) },
    { term: voice.say(text.documents), description: voice.number(documents) },
    { term: voice.say(text.memory), description: voice.say(text.megabytes, { count: Math.round(bytes / BYTES_IN_MEGABYTE) }) },
    { term: voice.say(text.edition), description: voice.number(edition) },
  ]
  const progress = state === 'building' ? renderProgress({ voice, label: voice.say(text.building), done, total, id: 'progress-index' }) : nothing
  return renderPanel({ body: html`${renderFactsList({ facts })} ${progress}` })
}

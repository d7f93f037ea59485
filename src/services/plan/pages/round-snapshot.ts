import { renderPanel } from '#design/card/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { findSnapshot, listCorrections } from '../store/round-snapshots.ts'
import type { Round } from '../store/rounds.ts'
import { boardWords } from '../text/round-board-words.ts'
import { renderChange } from './change-text.ts'
import { fieldName } from './field-names.ts'
import { timeText } from './tongue.ts'

/** What the report was when the round was closed, by its digest, and every correction since, with its reason. */
export async function renderSnapshot({ voice, tx }: Visit, { plan, year, tongue, links }: StaffVisit, round: Round): Promise<Html> {
  if (round.closedAt === null) return nothing
  const snapshot = await findSnapshot(tx, plan.key, year, round.key)
  if (snapshot === undefined) return nothing
  const corrections = await listCorrections(tx, plan.key, year, snapshot.lastChange)
  const projects = new Map(tongue.document.projects.map((project) => [project.key, project]))
  const items = corrections.map((change) => {
    const project = projects.get(change.projectKey ?? '')
    return html`<li><p><a href="${links.sheet(change.projectKey, year, '/history')}">${project === undefined ? nothing : tongue.projectName(project)} ${fieldName(tongue, change.field)}</a>
      <small>${timeText(voice, change.at)}</small></p><p lang="ja">${change.reference}</p>${renderChange(tongue, change)}</li>`
  })
  return renderPanel({
    heading: voice.say(boardWords.snapshot),
    id: 'snapshot',
    body: html`<p>${voice.say(boardWords.snapshotBody, { at: timeText(voice, snapshot.closedAt) })}</p><p><code class="digest">${snapshot.sha256}</code></p>
      ${items.length === 0 ? nothing : html`<p>${voice.say(boardWords.corrections, { count: items.length })}</p><ul class="stack stack-small">${items}</ul>`}`,
  })
}

import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderColumns } from '#design/layout/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderField } from '#design/field/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { compareEntry } from '../store/comparing.ts'
import type { MovedOn } from '../store/applying.ts'
import { listEntriesAfter, type Entry } from '../store/entries.ts'
import { KIND_WORDS } from '../text/entry-words.ts'
import { staffWords as words } from '../text/staff-words.ts'
import { comparedSubjects, renderComparison } from './comparison.ts'
import { deskCrumb, entryPath } from './staff-frame.ts'

/** 409: while this entry was on its way, others for the same people or household entered the register. Both are shown, and the way on. */
export async function showConflict(visit: Visit, entry: Entry, moved: readonly MovedOn[]): Promise<Answer> {
  const { voice, tx } = visit
  const others = await listEntriesAfter(tx, Object.fromEntries(moved.map(({ subjectId, seenEdition }) => [subjectId, seenEdition])))
  const main = html`${renderPageTitle({ title: voice.say(words.conflict), lead: voice.say(words.conflictLead), actions: renderWayOut(visit, entry) })}
    ${renderColumns({ kind: 'halves', parts: [
      renderPanel({ heading: voice.say(words.thisEntry), body: await renderOne(visit, entry) }),
      html`${others.length === 0 ? renderPanel({ heading: voice.say(words.otherEntry), body: voice.say(words.takenBackMeanwhile) }) : nothing}${await Promise.all(others.map(async (other) => renderPanel({ heading: voice.say(words.otherEntry), body: await renderOne(visit, other) })))}`,
    ] })}
    ${entry.status === 'review' ? renderReturn(visit, entry) : nothing}`
  return shown({ title: voice.plain(words.conflict), main, area: 'staff', crumbs: [deskCrumb(voice), { href: entryPath(entry.id), label: entry.title }], status: 409 })
}

async function renderOne({ voice, tx }: Visit, entry: Entry): Promise<Html> {
  const subjects = await comparedSubjects(tx, voice, await compareEntry(tx, entry))
  return html`<p><a href="${entryPath(entry.id)}">${voice.say(KIND_WORDS[entry.kind])} ${entry.title}</a> (${voice.say(words.entryNumber, { number: String(entry.number) })})</p>${renderComparison(voice, subjects)}`
}

/** A draft is drawn up again on what the register says now. */
function renderWayOut({ voice }: Visit, { id, status }: Entry): Html {
  if (status !== 'draft') return nothing
  return renderCluster({ parts: [renderLinkButton({ href: `${entryPath(id)}/edit`, label: voice.say(words.drawUpAgain), icon: 'repeat' })] })
}

/** In review it goes back to its drafter, who draws it up again. */
function renderReturn({ voice, formToken }: Visit, { id, edition }: Entry): Html {
  const reason = renderField({ voice, kind: 'textarea', rows: 2, name: 'reason', label: voice.say(words.reason), value: voice.plain(words.conflict), isRequired: true })
  const body = renderForm({ voice, action: `${entryPath(id)}/send-back`, csrfToken: formToken(), hidden: { seen: String(edition) }, body: reason, buttons: renderButton({ label: voice.say(words.sendBack), icon: 'undo' }) })
  return renderPanel({ heading: voice.say(words.whatNext), body })
}

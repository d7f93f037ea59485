import { may } from '#kernel/access/actor.ts'
import { renderButton } from '#design/button/view.ts'
import { renderDifference } from '#design/difference/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Version } from '../model.ts'
import { findState, type TemplateState } from '../store/templates.ts'
import { listVersions } from '../store/versions.ts'
import { CAUSE_WORDS, DECISION_WORDS, staffWords } from '../text/staff-words.ts'
import { bookCrumb, nameOfKey, plainNameOfKey, templatePath, writerOf } from './names.ts'
import { keyWanted, printedLines } from './template.ts'

/** Versions that the page shows; older ones stay in the database. */
const VERSIONS_SHOWN = 50

/** Every version of an occasion, the newest first, with what it changed and who decided; an earlier one can be proposed again. */
export async function showTemplateHistory(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const versions = await listVersions(tx, params.key ?? '', VERSIONS_SHOWN)
  const key = keyWanted(visit, versions.length > 0)
  const state = await findState(tx, key)
  const entries = versions.map((version, index) => ({
    at: minuteOf(version.writtenAt), dateTime: version.writtenAt.toString(), who: writerOf(voice, version),
    what: html`${voice.say(CAUSE_WORDS[version.cause])}${version.reason === '' ? nothing : html`: ${version.reason}`}`,
    detail: renderDetail(visit, version, versions[index + 1], state),
    tone: version.id === state.inForce ? 'success' as const : version.id === state.proposed ? 'warning' as const : 'neutral' as const,
  }))
  const main = html`${renderPageTitle({ title: voice.say(staffWords.history), kicker: nameOfKey(voice, key) })} ${renderTimeline({ entries })}`
  return shown({
    title: `${voice.plain(staffWords.history)}: ${plainNameOfKey(voice, key)}`, main, area: 'staff',
    crumbs: [bookCrumb(voice), { href: templatePath(key), label: nameOfKey(voice, key) }],
  })
}

function renderDetail(visit: Visit, version: Version, before: Version | undefined, state: TemplateState): Html {
  const { voice, actor } = visit
  const decided = version.decision === null ? voice.say(staffWords.waiting)
    : html`${voice.say(DECISION_WORDS[version.decision])} ${version.decidedByName ?? ''}${version.remark ? html`: ${version.remark}` : nothing}`
  const isPresent = version.id === state.inForce || version.id === state.proposed
  return html`<p>${decided}</p>${renderDifference({ voice, before: before === undefined ? '' : printedLines(voice, before.lines), after: printedLines(voice, version.lines) })}
    ${isPresent || !may(actor, 'phrasebook-editor') ? nothing : renderForm({
      voice, action: `${templatePath(version.key)}/undo`, csrfToken: visit.formToken(), hidden: { version: version.id, seen: state.proposed ?? state.inForce ?? '' },
      body: nothing, buttons: renderButton({ label: voice.say(staffWords.undo), kind: 'secondary', size: 'small', icon: 'undo' }),
    })}`
}

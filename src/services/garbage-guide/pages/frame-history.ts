import { renderButton } from '#design/button/view.ts'
import { renderDifference } from '#design/difference/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { FrameKind, Guide } from '../model.ts'
import { cellsOf, isSameCells, type Cells } from '../rules/frame-cells.ts'
import { findPart, partName } from '../rules/frame.ts'
import { listFrameChangesOf } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { FRAME_TITLES } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { fieldGroups } from './frame-fields.ts'
import { framePath } from './frame-paths.ts'
import { causeText, staffCrumb } from './staff-frame.ts'

/** What became of one part, the newest first; the last change can be undone. */
export function showPartHistory(kind: FrameKind) {
  return async (visit: Visit): Promise<Answer> => {
    const { voice, tx, params } = visit
    const key = params.key ?? ''
    const [changes, guide] = [await listFrameChangesOf(tx, kind, key), await loadGuide(tx)]
    const part = findPart(guide, kind, key)
    if (changes.length === 0 && part === null) throw new Fault('not-found', 'there is no such part of the guide')
    const present = part && cellsOf(kind, part)
    const entries = changes.map((change) => ({
      at: minuteOf(change.at), dateTime: change.at.toString(), who: change.byName, what: causeText(voice, change.cause),
      detail: html`${renderDifference({ voice, before: linesOf(voice, kind, guide, change.before), after: linesOf(voice, kind, guide, change.after) })}
        ${isSameCells(present, change.after) && change.cause !== 'seed' ? renderForm({
          voice, action: `${framePath(kind, key)}/undo`, csrfToken: visit.formToken(), hidden: { change: String(change.id) }, body: nothing,
          buttons: renderButton({ label: voice.say(staffWords.undo), kind: 'secondary', size: 'small', icon: 'undo' }),
        }) : nothing}`,
    }))
    const title = voice.say(FRAME_TITLES[kind].title)
    const main = html`${renderPageTitle({ title: voice.say(staffWords.history), kicker: part === null ? key : partName(kind, part, voice.language) })} ${renderTimeline({ entries })}`
    const own = part === null ? [] : [{ href: framePath(kind, key), label: partName(kind, part, voice.language) }]
    return shown({ title: voice.plain(staffWords.history), main, area: 'staff', crumbs: [staffCrumb(voice), { href: framePath(kind), label: title }, ...own] })
  }
}

/** The filled cells of a state as lines to be compared; nothing for none. */
function linesOf(voice: Voice, kind: FrameKind, guide: Guide, cells: Cells | null): string {
  if (cells === null) return ''
  return fieldGroups(voice, kind, guide, cells).flatMap(({ fields }) => fields)
    .flatMap(({ column, label, choices }) => {
      const text = cells[column] ?? ''
      return text === '' ? [] : [`${label}: ${choices?.find(({ value }) => value === text)?.label ?? text.replaceAll('\n', '、')}`]
    })
    .join('\n')
}

import { renderButton } from '#design/button/view.ts'
import { renderDifference } from '#design/difference/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Guide, Item } from '../model.ts'
import { findItem, loadGuide } from '../store/guide.ts'
import { listFrameBatches } from '../store/frame.ts'
import { isSame, listBatches, listChangesOf } from '../store/items.ts'
import { FRAME_TITLES } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { framePath } from './frame-paths.ts'
import { causeText, renderMinute, staffCrumb } from './staff-frame.ts'

const BATCHES_SHOWN = 100

/** What became of one item, the newest first; the last change can be undone. */
export async function showItemHistory(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const key = params.key ?? ''
  const [changes, present, guide] = await Promise.all([listChangesOf(tx, key), findItem(tx, key), loadGuide(tx)])
  if (changes.length === 0) throw new Fault('not-found', 'there is no such item')
  const name = (present ?? changes[0]?.before)?.name.ja ?? key
  const entries = changes.map((change) => ({
    at: minuteOf(change.at),
    dateTime: change.at.toString(),
    who: change.byName,
    what: causeText(voice, change.cause),
    detail: html`${renderDifference({ voice, before: linesOf(guide, change.before), after: linesOf(guide, change.after) })}
      ${isSame(present ?? null, change.after) && change.cause !== 'seed' ? renderForm({
        voice, action: `/staff/garbage/items/${key}/undo`, csrfToken: visit.formToken(), hidden: { change: String(change.id) }, body: nothing,
        buttons: renderButton({ label: voice.say(staffWords.undo), kind: 'secondary', size: 'small', icon: 'undo' }),
      }) : nothing}`,
  }))
  const crumbs = [staffCrumb(voice), ...(present === undefined ? [] : [{ href: `/staff/garbage/items/${key}`, label: name }])]
  const main = html`${renderPageTitle({ title: voice.say(staffWords.history), kicker: name })} ${renderTimeline({ entries })}`
  return shown({ title: voice.plain(staffWords.history), main, area: 'staff', crumbs })
}

/** Everything that was changed together, with the way to undo all of it: imports above all. */
export async function showHistory(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const both = [...await listBatches(tx, BATCHES_SHOWN), ...await listFrameBatches(tx, BATCHES_SHOWN)]
  const batches = both.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at)).slice(0, BATCHES_SHOWN)
  const main = html`${renderPageTitle({ title: voice.say(staffWords.history) })}
    ${renderTable({
      caption: voice.say(staffWords.history),
      isCaptionHidden: true,
      columns: [{ heading: voice.say(staffWords.changedAt), width: 'narrow' }, { heading: voice.say(staffWords.history) }, { heading: voice.say(staffWords.items), isNumeric: true }, { heading: voice.say(staffWords.undoAll) }],
      rows: batches.map(({ batch, at, cause, byName, reference, count, of, firstKey }) => [
        renderMinute(at),
        html`${causeText(voice, cause)} ${byName} <small>${reference}</small>`,
        of === 'item'
          ? voice.say(staffWords.itemsChanged, { count })
          : html`<a href="${count === 1 ? `${framePath(of, firstKey)}/history` : framePath(of)}">${voice.say(FRAME_TITLES[of].title)}</a> ${voice.number(count)}`,
        cause === 'seed' ? nothing : renderForm({
          voice, action: '/staff/garbage/history', csrfToken: visit.formToken(), hidden: { batch }, body: nothing,
          buttons: renderButton({ label: voice.say(staffWords.undoAll), kind: 'secondary', size: 'small', icon: 'undo' }),
        }),
      ]),
    })}`
  return shown({ title: voice.plain(staffWords.history), main, area: 'staff', crumbs: [staffCrumb(voice)] })
}

/** An item as lines to be compared; nothing for none. */
function linesOf({ classes, dangers }: Guide, item: Item | null): string {
  if (item === null) return ''
  const { name, reading, aliases, dangerKey, ways } = item
  const lines = [Object.values(name).join(' / '), reading, aliases.join('、')]
  if (dangerKey !== null) lines.push(`⚠ ${dangers.find(({ key }) => key === dangerKey)?.title.ja ?? dangerKey}`)
  for (const { classKey, size, note } of ways) {
    const className = classes.find(({ key }) => key === classKey)?.name.ja ?? classKey
    lines.push([className, ...[size, note].map((wording) => Object.values(wording).filter(Boolean).join(' / ')).filter(Boolean)].join(': '))
  }
  return lines.filter(Boolean).join('\n')
}

import { renderSection } from '#design/layout/view.ts'
import { renderTimeline, type TimelineEntry } from '#design/timeline/view.ts'
import { html, join, nothing, type Html } from '#kernel/html/html.ts'
import type { KeptChange } from '../store/changes.ts'
import { WHOLE } from '../store/document-changes.ts'
import type { UnitOfCity } from '../store/units.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { CAUSE_WORDS, renderChange } from './change-text.ts'
import { fieldName } from './field-names.ts'
import { timeText, type Tongue } from './tongue.ts'

/** What happened to a project, newest first: when, by which unit, and what each place said before. */
export function renderProjectHistory(tongue: Tongue, changes: readonly KeptChange[], units: readonly UnitOfCity[]): Html {
  const { voice } = tongue
  if (changes.length === 0) return nothing
  const groups = Map.groupBy(changes, ({ at, cause }) => `${at.toString()} ${cause}`)
  const entries = [...groups.values()].map((group) => entryOf(tongue, group.toReversed(), units))
  return renderSection({ heading: voice.say(publicWords.history), id: 'history', body: renderTimeline({ entries }) })
}

function entryOf(tongue: Tongue, group: readonly KeptChange[], units: readonly UnitOfCity[]): TimelineEntry {
  const { voice } = tongue
  const first = group[0] as KeptChange
  const isBeginning = group.every(({ field }) => field === WHOLE)
  const names = join(group.map(({ field }) => fieldName(tongue, field)), voice.plain(planWords.listSeparator))
  const detail = html`<details><summary>${voice.say(publicWords.showDifference)}</summary>
    ${group.map((change) => html`<div class="stack stack-small"><p><strong>${fieldName(tongue, change.field)}</strong></p>${renderChange(tongue, change)}</div>`)}
  </details>`
  return {
    at: timeText(voice, first.at),
    dateTime: first.at.toString(),
    who: renderDoer(tongue, first, units),
    what: isBeginning ? voice.say(planWords.begun) : names,
    ...(isBeginning ? {} : { detail }),
  }
}

/** What kind of change it was, and the unit that made it. People are not named to residents. */
export function renderDoer(tongue: Tongue, { cause, unitCode }: Pick<KeptChange, 'cause' | 'unitCode'>, units: readonly UnitOfCity[]): Html {
  const unit = units.find(({ code }) => code === unitCode)
  const name = unit === undefined ? nothing : html` · ${tongue.unitName(unit.name)}`
  return html`${tongue.voice.say(CAUSE_WORDS[cause])}${name}`
}

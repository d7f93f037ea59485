import { renderDifference } from '#design/difference/view.ts'
import { renderMark } from '#design/mark/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { printedOwner } from '../model.ts'
import type { ChangeCause } from '../store/changes.ts'
import { ownersIn, scaleOfField } from '../store/document-fields.ts'
import { WHOLE, type FieldChange } from '../store/document-changes.ts'
import { planWords } from '../text/plan-words.ts'
import type { Tongue } from './tongue.ts'

export const CAUSE_WORDS: Readonly<Record<ChangeCause, Phrase<never>>> = {
  import: planWords.causeImport,
  edit: planWords.causeEdit,
  'report-file': planWords.causeReportFile,
  'taken-back': planWords.causeTakenBack,
  seed: planWords.causeSeed,
  'new-year': planWords.causeNewYear,
  correction: planWords.causeCorrection,
  'new-plan': planWords.causeNewPlan,
}

/** What was before and what came: two marks side by side, or one running text with what went and what came in. */
export function renderChange(tongue: Tongue, { field, before, after }: Pick<FieldChange, 'field' | 'before' | 'after'>): Html {
  const { voice } = tongue
  if (field === WHOLE) return html`<p>${voice.say(before === '' ? planWords.begun : planWords.left)}</p>`
  const scale = scaleOfField(field)
  if (scale !== null) {
    const moment = field.endsWith('planned') ? 'planned' : 'actual'
    const sign = (key: string) => {
      const mark = tongue.mark(scale, key === '' ? null : key, moment)
      return mark === null ? voice.say(planWords.blank) : renderMark({ ...mark, isLabelShown: true })
    }
    return html`<p class="cluster">${sign(before)} <span aria-hidden="true">⇒</span> ${sign(after)}</p>`
  }
  const texts = { before: changeText(field, before), after: changeText(field, after) }
  return html`<div${tongue.japaneseBlock}>${renderDifference({ voice, ...texts })}</div>`
}

/** A kept text as people read it. */
export function changeText(field: string, text: string): string {
  return field === 'owners' && text !== '' ? ownersIn(text).map(printedOwner).join('\n') : text
}

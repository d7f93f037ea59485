import { renderBadge } from '#design/badge/view.ts'
import type { KeptIndicator } from '#capabilities/indicators/model.ts'
import type { Problem } from '#kernel/forms/form.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { StaffVisit } from '../actions/staff-visit.ts'
import { editFieldsOf } from '../forms.ts'
import type { PlanDocument } from '../model.ts'
import { mayHoldReferences } from '../rules/figure-reference-problems.ts'
import { fieldText } from '../store/document-fields.ts'
import { type ReferenceCheck, referenceCheck } from '../store/known-figures.ts'
import { referenceWords } from '../text/reference-words.ts'
import { fieldName } from './field-names.ts'
import { referenceProblemOf } from './reference-problem.ts'

/** Saved texts in which a reference becomes no figure, as texts from before the check still may; each with the reason. */
export function renderUnreadReferences({ tx, voice }: Visit, { present: { document }, tongue }: StaffVisit, projectKey: string | null, indicators: readonly KeptIndicator[]): Html {
  const unread = listUnread(document, projectKey, referenceCheck(indicators, document, tx.today))
  if (unread.length === 0) return nothing
  const items = unread.map(({ field, problem }) => html`<li>${fieldName(tongue, field)}: ${voice.say(problem.phrase, problem.values)}</li>`)
  return html`<div>${renderBadge({ label: voice.say(referenceWords.unreadHere), tone: 'warning' })} <ul>${items}</ul></div>`
}

/** The same of one sheet, or with null of the cover, as fields and problems. */
export function listUnread(document: PlanDocument, projectKey: string | null, check: ReferenceCheck): { readonly field: string; readonly problem: Problem }[] {
  return editFieldsOf(document, projectKey).flatMap(({ address: { field }, address, scale }) => {
    const text = fieldText(document, address) ?? ''
    const problem = scale === null && mayHoldReferences(text) ? referenceProblemOf(check(field, text)) : null
    return problem === null ? [] : [{ field, problem }]
  })
}

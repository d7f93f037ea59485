import { renderPanel } from '#design/card/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { parseFiscalYear } from '#kernel/values/fiscal-year.ts'
import { CONTRADICTION_EXPLANATIONS } from '../rules/contradiction-explanations.ts'
import type { ExplainedContradiction } from '../store/reasons.ts'
import { publicWords } from '../text/public-words.ts'
import { dayOf, dayText, type Tongue } from './tongue.ts'

/** What residents are shown: copies in a table that was imported are settled by the import, unless the city says more. */
export function isForResidents({ kind, reason }: ExplainedContradiction): boolean {
  return kind !== 'copies-differ' || reason !== null
}

/** Where a project seems to contradict itself, and what the city says to it. */
export function renderContradictions(tongue: Tongue, contradictions: readonly ExplainedContradiction[]): Html {
  const { voice } = tongue
  if (contradictions.length === 0) return nothing
  const items = contradictions.map((contradiction) => {
    const { reason } = contradiction
    const answer =
      reason === null
        ? html`<p>${voice.say(publicWords.reasonOpen)}</p>`
        : html`<p><strong>${voice.say(publicWords.reasonGiven)}</strong> <small>${dayText(voice, dayOf(reason.at))}</small></p>
          <p${tongue.japaneseBlock}>${reason.text}</p>`
    return renderPanel({ body: html`<p><strong>${sayContradiction(tongue, contradiction)}</strong></p>${answer}` })
  })
  return renderSection({
    heading: voice.say(publicWords.contradictions),
    id: 'contradictions',
    lead: voice.say(publicWords.contradictionsLead),
    body: html`${items}`,
  })
}

/** The sentence that says what does not go together; eras are Gregorian years to who does not count in them. */
export function sayContradiction(tongue: Tongue, { kind, values }: Pick<ExplainedContradiction, 'kind' | 'values'>): Html {
  const year = parseFiscalYear(values.year ?? '')
  const shown = year.ok ? { ...values, year: tongue.shortYear(year.value) } : values
  return tongue.voice.say(CONTRADICTION_EXPLANATIONS[kind], shown)
}

import { renderSection } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { CONTRADICTION_EXPLANATIONS } from '../rules/contradiction-explanations.ts'
import type { ExplainedContradiction } from '../store/reasons.ts'
import { publicWords } from '../text/public-words.ts'
import { dayOf, dayText, type Tongue } from './tongue.ts'

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
    return html`<li>${sayContradiction(tongue, contradiction)}${answer}</li>`
  })
  return renderSection({
    heading: voice.say(publicWords.contradictions),
    id: 'contradictions',
    lead: voice.say(publicWords.contradictionsLead),
    body: html`<ul class="stack">${items}</ul>`,
  })
}

/** The sentence that says what does not go together. */
export function sayContradiction({ voice }: Tongue, { kind, values }: Pick<ExplainedContradiction, 'kind' | 'values'>): Html {
  return voice.say(CONTRADICTION_EXPLANATIONS[kind], values as never)
}

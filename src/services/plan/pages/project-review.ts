import { renderPanel } from '#design/card/view.ts'
import { renderProse, renderSection } from '#design/layout/view.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { listChoices, listDirections } from '../store/directions.ts'
import { listComments } from '../store/reviews.ts'
import { reviewWords } from '../text/review-words.ts'
import type { PublicVisit } from './public-visit.ts'
import { renderChoice } from './sheet-direction.ts'

/**
 * What outside reviewers said of a project and the city answered, and where it goes next: as it stood when the report was
 * last published. Before a publication residents see none of it. Reviewers are not named.
 */
export async function renderProjectReview(tx: Tx, { plan, document, publication, tongue }: PublicVisit, projectKey: string): Promise<Html> {
  if (publication === null) return nothing
  const { reportYear: year } = document
  const [comments, choices, known] = await Promise.all([
    listComments(tx, plan.key, year, { projectKey, until: publication.at }),
    listChoices(tx, plan.key, projectKey, year, publication.at),
    listDirections(tx),
  ])
  const { voice } = tongue
  const now = choices.find((choice) => choice.year === year)
  const before = choices.find((choice) => choice.year < year)
  const text = (words: string) => html`<div${tongue.japaneseBlock}>${renderProse(words)}</div>`
  const said = comments.map(
    (comment) => html`<div class="stack stack-small"><p class="field-label">${voice.say(reviewWords.byReviewer)}</p>${text(comment.text)}
      ${comment.answer === null ? nothing : html`<p class="field-label">${voice.say(reviewWords.answer)}</p>${text(comment.answer.text)}`}</div>`,
  )
  return html`
    ${now === undefined ? nothing : renderSection({ heading: voice.say(reviewWords.direction), id: 'direction', body: renderPanel({ body: renderChoice(tongue, known, now) }) })}
    ${before === undefined ? nothing : renderSection({
      heading: voice.say(reviewWords.directionBefore, { year: tongue.plainYear(before.year) }),
      id: 'direction-before',
      body: renderPanel({ body: html`${renderChoice(tongue, known, before)} ${before.outcome === null ? nothing : html`<p class="field-label">${voice.say(reviewWords.outcome)}</p>${text(before.outcome)}`}` }),
    })}
    ${said.length === 0 ? nothing : renderSection({ heading: voice.say(reviewWords.review), id: 'review', body: renderPanel({ body: html`<div class="stack">${said}</div>` }) })}`
}

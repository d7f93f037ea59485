import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { differenceSince, frozen } from '../indicators.ts'
import type { Figure } from '../model.ts'
import { text } from '../text.ts'
import { renderEvidence } from './facts.ts'
import { dayOfInstant, renderHash, valueText } from './words.ts'

/** What was set down for a year, and the facts by which today's figure differs from it. */
export async function renderFrozen(visit: Visit, figure: Figure, year: number): Promise<Html> {
  const { voice, tx, directory } = visit
  const { indicator, value } = figure
  const set = await frozen(tx, indicator.key, year)
  const heading = voice.say(text.setDown)
  if (set === undefined) return renderSection({ heading, id: 'set-down', body: html`<p>${voice.say(text.notSetDown)}</p>` })
  const { put, taken, isCut } = await differenceSince(tx, set, directory.parts)
  const isSame = put.length === 0 && taken.length === 0
  const difference = value === null || set.value === null ? null : value - set.value
  const unit = voice.say(indicator.unit)
  const facts = [
    { term: heading, description: html`${valueText(voice, set.value)} ${unit}` },
    { term: voice.say(text.happenedAt), description: voice.say(text.setDownOn, { day: dayOfInstant(voice, set.at) }) },
    { term: voice.say(text.countedTo), description: voice.number(set.position) },
    { term: voice.say(text.chainHash), description: renderHash(set.hash) },
    { term: voice.say(text.difference), description: isSame ? voice.say(text.noDifference) : html`${difference !== null && difference > 0 && '+'}${valueText(voice, difference)} ${unit}` },
  ]
  const lists = [
    put.length === 0 ? nothing : renderEvidence(visit, put, voice.say(text.putIn), 'put-in'),
    taken.length === 0 ? nothing : renderEvidence(visit, taken, voice.say(text.takenOut), 'taken-out'),
    isCut ? html`<p>${voice.say(text.moreThanShown)}</p>` : nothing,
  ]
  return renderSection({ heading, id: 'set-down', body: renderStack({ parts: [renderPanel({ body: renderFactsList({ facts }) }), ...lists] }) })
}

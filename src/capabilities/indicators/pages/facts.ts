import { renderBadge } from '#design/badge/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { ShownField } from '#kernel/facts/privacy.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { factsBehind, type EvidenceFact } from '../indicators.ts'
import { text } from '../text.ts'
import { getFigure } from './figure-asked.ts'
import { plainYear, renderHash, sayYear, yearIn } from './words.ts'

/** The facts behind a figure, a page at a time, in the order in which they entered the chain. */
export async function showFacts(visit: Visit): Promise<Answer> {
  const { voice, tx, directory } = visit
  const year = yearIn(visit)
  const { indicator, facts: count } = await getFigure(visit, year)
  const after = placeIn(visit)
  const page = await factsBehind(tx, indicator.key, { fiscalYear: year }, { parts: directory.parts, after })
  const here = `/evidence/${indicator.key}`
  const body = page.facts.length > 0
    ? renderEvidence(visit, page.facts, html`${voice.say(text.factsTitle)} (${voice.number(count)})`, 'facts')
    : renderEmpty({ title: voice.say(page.next === null ? text.noFacts : text.noFactsHere), icon: 'list' })
  const main = html`
    ${renderPageTitle({ title: voice.say(indicator.title), kicker: html`${voice.say(text.factsTitle)} · ${sayYear(voice, year)}`, lead: voice.say(text.factsLead) })}
    ${body}
    ${renderCluster({
      parts: [
        page.next === null ? nothing : renderLinkButton({ label: voice.say(text.next), href: `${here}/facts?year=${year}&after=${page.next}`, kind: 'secondary', icon: 'right' }),
        renderLinkButton({ label: voice.say(text.asJson), href: `${here}/facts.json?year=${year}${after > 0 ? `&after=${after}` : ''}`, kind: 'link', icon: 'download' }),
        renderLinkButton({ label: voice.say(text.back), href: `${here}?year=${year}`, kind: 'link', icon: 'left' }),
      ],
    })}`
  const crumbs = [{ href: `/evidence?year=${year}`, label: voice.say(text.title) }, { href: `${here}?year=${year}`, label: voice.say(indicator.title) }]
  return shown({ title: `${voice.plain(text.factsTitle)}: ${voice.plain(indicator.title)} ${plainYear(voice, year)}`, main, crumbs })
}

/** The place behind which the page begins; whatever is no place begins at the beginning. */
export function placeIn({ query }: Pick<Visit, 'query'>): number {
  return /^\d{1,15}$/.test(query.after ?? '') ? Number(query.after) : 0
}

export function renderEvidence({ voice }: Pick<Visit, 'voice'>, facts: readonly EvidenceFact[], caption: Html, id: string): Html {
  const columns = [text.place, text.happenedAt, text.contents, text.hash].map((heading, index) => ({
    heading: voice.say(heading),
    ...(index < 2 ? { width: 'narrow' as const } : {}),
  }))
  const rows = facts.map((fact) => [
    voice.number(fact.position),
    minuteOf(fact.occurredAt),
    html`${renderFields(voice, fact.fields)}${fact.corrects !== null && renderBadge({ label: voice.say(text.correctionOf), tone: 'info' })}`,
    renderHash(fact.hash),
  ])
  return renderTable({ caption, id, columns, rows, isCardsOnPhone: true })
}

function renderFields(voice: Voice, fields: readonly ShownField[]): Html {
  return html`<ul class="plain-list">
    ${fields.map(({ field, value }) => html`<li><code>${field.replace(/^body\./, '')}</code>: ${value ?? html`<em>${voice.say(text.masked)}</em>`}</li>`)}
  </ul>`
}

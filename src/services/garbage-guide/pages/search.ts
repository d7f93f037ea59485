import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { ItemHit } from '../rules/search.ts'
import { askWords } from '../text/ask-words.ts'
import { words } from '../text/guide-words.ts'
import { guideVisit, type GuideVisit } from './guide-visit.ts'
import { renderItems } from './hits.ts'
import { renderAskForm } from './ask-form.ts'
import { hitsFor, SEARCH_LIMITS, typedIn } from './typed-search.ts'

/** The results alone, for the script that shows them while one types. Not counted: only what is sent counts. */
export async function showHits(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const typed = typedIn(visit.query)
  const source = typed === '' ? nothing : renderResults(given, typed, hitsFor(given, typed))
  return fileAnswer(source.source, 'text/html; charset=utf-8')
}

export function renderResults(given: GuideVisit, typed: string, hits: readonly ItemHit[]): Html {
  const { voice } = given
  if (hits.length === 0) return renderNothingFound(given, typed)
  const shown = hits.slice(0, SEARCH_LIMITS.hits)
  const isGuess = shown.every(({ matched }) => matched === 'similar')
  const count = voice.say(isGuess ? words.foundGuess : words.found, { word: typed, count: shown.length })
  return renderStack({
    parts: [
      html`<h2 class="heading heading-3" data-announce>${count}</h2>`,
      renderItems(given, shown.map(({ item }) => item)),
      hits.length > shown.length ? html`<p>${voice.say(words.more)}</p>` : nothing,
      html`<p>${voice.say(askWords.askOther)} <a href="/garbage/ask?${new URLSearchParams({ q: typed }).toString()}">${voice.say(askWords.title)}</a></p>`,
    ],
  })
}

/** One tap asks; an address may be left, and need not be. */
function renderNothingFound(given: GuideVisit, typed: string): Html {
  const { voice } = given
  return renderStack({
    parts: [
      html`<div data-announce>${renderNotice({ voice, kind: 'warning', title: voice.say(askWords.notFound, { word: typed }), body: voice.say(askWords.notFoundBody) })}</div>`,
      renderAskForm(given, { word: typed, isWordHidden: true }),
    ],
  })
}

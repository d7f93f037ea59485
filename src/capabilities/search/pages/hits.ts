import { renderPanel } from '#design/card/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { attributes, html, nothing, type Html } from '#kernel/html/html.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { excerptOf } from '../rules/excerpt.ts'
import type { ShownGroup, ShownHit } from './groups.ts'

/** The hits of a kind: the things themselves first, then links with the place where the words stand. */
export function renderHits(visit: Visit, { hits }: ShownGroup, forms: readonly string[]): Html {
  const answered = hits.filter(({ answer }) => answer !== null)
  const linked = hits.filter(({ answer }) => answer === null)
  return html`${answered.map((hit) => renderPanel({ level: 3, heading: renderTitle(visit, hit), body: hit.answer }))}
    ${linked.length === 0 ? nothing : html`<ul class="stack">${linked.map((hit) => html`<li>${renderLinked(visit, hit, forms)}</li>`)}</ul>`}`
}

function renderTitle({ voice }: Visit, { href, title, otherLanguages }: ShownHit): Html {
  const own = voice.language === 'ja' ? undefined : otherLanguages[voice.language]?.title
  const lang = own === undefined && voice.htmlLang !== 'ja' ? 'ja' : null
  return html`<a${attributes({ href, lang })}>${own ?? title}</a>`
}

function renderLinked(visit: Visit, hit: ShownHit, forms: readonly string[]): Html {
  return html`${renderHeading({ level: 3, content: renderTitle(visit, hit) })} ${renderExcerpt(visit, hit, forms)}`
}

/** In the reader's language where the words stand there or the service has a text of it, else in Japanese. */
function renderExcerpt({ voice }: Visit, { text, otherLanguages }: ShownHit, forms: readonly string[]): Html {
  const own = voice.language === 'ja' ? undefined : otherLanguages[voice.language]?.text
  const inOwn = own === undefined ? null : excerptOf(own, forms)
  const inJapanese = excerptOf(text, forms)
  const isOwn = inOwn !== null && (inOwn.found !== '' || inJapanese.found === '')
  const { before, found, after } = isOwn ? inOwn : inJapanese
  const lang = !isOwn && voice.htmlLang !== 'ja' ? 'ja' : null
  return html`<p${attributes({ lang })}>${before}${found === '' ? nothing : html`<mark>${found}</mark>`}${after}</p>`
}

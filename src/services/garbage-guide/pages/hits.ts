import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, join, nothing, type Html } from '#kernel/html/html.ts'
import type { Item, Way } from '../model.ts'
import { words } from '../text/guide-words.ts'
import { classOf, dayText, said, type GuideVisit } from './guide-visit.ts'

/** More dangers than this above a list hide the list. */
const MOST_NOTICES = 2

/** Items with their ways, the dangers among them before everything else. */
export function renderItems(given: GuideVisit, items: readonly Item[]): Html {
  const dangers = [...new Set(items.flatMap(({ dangerKey }) => dangerKey ?? []))].slice(0, MOST_NOTICES)
  return renderStack({
    parts: [
      dangers.length === 0 ? nothing : renderStack({ parts: dangers.map((key) => renderDanger(given, key)), gap: 'small' }),
      ...items.map((item) => renderPanel({ heading: html`<a href="/garbage/items/${item.key}">${said(item.name, given.voice.language)}</a>`, level: 3, body: renderWays(given, item) })),
    ],
  })
}

export function renderDanger({ voice, guide }: GuideVisit, key: string): Html {
  const danger = guide.dangers.find((one) => one.key === key)
  if (danger === undefined) return nothing
  return renderNotice({ voice, kind: 'warning', title: said(danger.title, voice.language), body: html`<p>${said(danger.body, voice.language)}</p>` })
}

/** Every way of a thing: where size decides, each way says for which size it is. */
export function renderWays(given: GuideVisit, item: Item): Html {
  const { voice } = given
  const aliases = item.aliases.slice(0, SHOWN_ALIASES)
  return renderStack({
    parts: [
      ...item.ways.map((way) => renderWay(given, way)),
      aliases.length === 0 || voice.htmlLang !== 'ja' ? nothing : html`<p><small>${voice.say(words.alias)}: ${join(aliases, '、')}</small></p>`,
    ],
    gap: 'small',
  })
}

const SHOWN_ALIASES = 6

function renderWay(given: GuideVisit, { classKey, size, note }: Way): Html {
  const { voice, guide } = given
  const { language } = voice
  const wasteClass = classOf(guide, classKey)
  const sized = said(size, language)
  const noted = said(note, language)
  return html`<div>
    <p>${sized === '' ? nothing : html`<strong>${sized}</strong> → `}${renderColourLabel({ colour: wasteClass.colour, label: said(wasteClass.name, language), size: 'large' })}</p>
    ${noted === '' ? nothing : html`<p>${noted}</p>`}
    <p>${said(wasteClass.how, language)}</p>
    ${renderNext(given, classKey)}
  </div>`
}

/** When the class is collected next in the chosen district; nothing where none was chosen. */
export function renderNext({ voice, guide, district, next, today }: GuideVisit, classKey: string): Html {
  if (!classOf(guide, classKey).isCollected) return html`<p>${voice.say(words.notCollected)}</p>`
  const found = next.get(classKey)
  if (district === null || found === undefined) return nothing
  const day = dayText(voice, found.day)
  const phrase = found.day.equals(today) ? words.nextToday : found.day.equals(today.add({ days: 1 })) ? words.nextTomorrow : words.next
  const moved = found.movedFrom === null ? nothing : html` (${voice.say(words.moved, { from: dayText(voice, found.movedFrom) })})`
  return html`<p><strong>${voice.say(phrase, { day })}</strong>${moved} <small>${said(district.name, voice.language)}</small></p>`
}

/** Many things under each other. */
export function renderLines(given: GuideVisit, items: readonly Item[]): Html {
  return html`<ul class="stack stack-small">${items.map((item) => html`<li>${renderLine(given, item)}</li>`)}</ul>`
}

/** A thing in a long list: its name, its danger, its ways; all else stands on its own page. */
export function renderLine({ voice, guide }: GuideVisit, item: Item): Html {
  const { language } = voice
  const danger = guide.dangers.find(({ key }) => key === item.dangerKey)
  const ways = item.ways.map(({ classKey, size, note }) => {
    const { colour, name } = classOf(guide, classKey)
    const sized = said(size, language)
    const noted = said(note, language)
    return html`${sized === '' ? nothing : html`${sized} → `}${renderColourLabel({ colour, label: said(name, language) })}${noted === '' ? nothing : html` <small>${noted}</small>`}`
  })
  return html`<a href="/garbage/items/${item.key}">${said(item.name, language)}</a>${danger === undefined ? nothing : html` ⚠ ${said(danger.title, language)}`}<br>${join(ways, html`<br>`)}`
}

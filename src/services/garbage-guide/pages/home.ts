import { renderLinkButton } from '#design/button/view.ts'
import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderSearchBox } from '#design/search-box/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { countSearch } from '../actions/count.ts'
import type { Item } from '../model.ts'
import { groupBySound, rowOf, sortByReading, SOUND_ROWS, type SoundRow } from '../rules/fifty-sounds.ts'
import { askWords } from '../text/ask-words.ts'
import { words } from '../text/guide-words.ts'
import { dayText, guideVisit, renderInvented, said, type GuideVisit } from './guide-visit.ts'
import { renderDanger, renderLines } from './hits.ts'
import { renderDistrictPanel } from './district-panel.ts'
import { renderResults } from './search.ts'
import { hitsFor, SEARCH_LIMITS, typedIn } from './typed-search.ts'

/** The guide: one big box, the answers below it, and other ways to find a thing. */
export async function showGuide(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice, guide } = given
  if (guide.classes.length === 0) return showNoGuide(visit)
  const typed = typedIn(visit.query)
  const hits = hitsFor(given, typed)
  if (typed !== '') await countSearch(visit, typed, hits.length, 'page')
  const listed = typed === '' ? listedIn(given) : null
  const results = typed === '' ? listed && renderListed(given, listed) : renderResults(given, typed, hits)
  // Whoever opens the page most mornings wants today's waste; whoever searches wants what was found.
  const isBeginning = typed === '' && listed === null
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.summary) })}
    ${renderStack({
      parts: [
        isBeginning && given.district !== null ? renderDistrictPanel(given) : nothing,
        renderSearchBox({
          voice, action: '/garbage', name: 'q', label: voice.say(words.searchLabel), hint: voice.say(words.searchHint), value: typed,
          maxLength: SEARCH_LIMITS.characters, liveAction: '/garbage/hits', results: results ?? nothing,
        }),
        isBeginning && given.district !== null ? nothing : renderDistrictPanel(given),
        isBeginning ? renderDangers(given) : nothing,
        renderIndex(given),
        renderClasses(given),
        renderFurther(given),
        renderInvented(given),
      ],
      gap: 'large',
    })}
    ${renderOfflineScript(given)}`
  return shown({ title: voice.plain(words.title), main, description: voice.plain(words.summary) })
}

/** Keeps the guide on the device; see pages/offline-worker.ts. */
export function renderOfflineScript({ voice, today }: GuideVisit): Html {
  const asOf = voice.plain(words.offlineNow, { day: dayText(voice, today) })
  return html`<div role="status" hidden id="garbage-offline">${renderNotice({ voice, kind: 'warning', title: asOf })}</div>
    <script src="/garbage/guide.js" defer></script>`
}

export function showNoGuide({ voice }: Visit): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.title) })}
    ${renderEmpty({ icon: 'trash', title: voice.say(words.noGuide), body: voice.say(words.noGuideBody) })}`
  return shown({ title: voice.plain(words.title), main })
}

interface Listed {
  readonly name: string
  readonly items: readonly Item[]
}

/** `?sound=か` or `?class=burnable`; null where neither is asked for. */
function listedIn({ voice, guide, visit, copy }: GuideVisit): Listed | null {
  const { sound, class: classKey } = visit.query
  const row = SOUND_ROWS.find((one) => one === sound)
  if (row !== undefined) {
    const items = copy.remember(`sound ${row}`, () => sortByReading(guide.items.filter(({ reading }) => rowOf(reading) === row)))
    return { name: soundName(voice, row), items }
  }
  const wasteClass = guide.classes.find(({ key }) => key === classKey)
  if (wasteClass === undefined) return null
  const items = copy.remember(`class ${wasteClass.key}`, () =>
    sortByReading(guide.items.filter(({ ways }) => ways.some((way) => way.classKey === wasteClass.key))),
  )
  return { name: said(wasteClass.name, voice.language), items }
}

function renderListed(given: GuideVisit, { name, items }: Listed): Html {
  const { voice } = given
  return html`${renderStack({ parts: [renderHeading({ level: 2, content: voice.say(words.listed, { name, count: items.length }) }), renderLines(given, items)] })}`
}

function renderDangers(given: GuideVisit): Html {
  const { voice } = given
  const first = ['lithium', 'battery', 'spray'].filter((key) => given.guide.dangers.some((danger) => danger.key === key))
  if (first.length === 0) return nothing
  return renderSection({ heading: voice.say(words.dangersTitle), body: renderStack({ parts: first.map((key) => renderDanger(given, key)), gap: 'small' }) })
}

function renderIndex({ voice, guide, copy }: GuideVisit): Html {
  const groups = copy.remember('sounds', () => groupBySound(guide.items).map(({ row, items }) => ({ row, count: items.length })))
  if (groups.length === 0) return nothing
  return renderSection({
    heading: voice.say(words.indexTitle),
    body: renderCluster({
      parts: groups.map(({ row, count }) => html`<a class="button button-secondary" href="/garbage?sound=${encodeURIComponent(row)}">${soundName(voice, row)} <small>${voice.number(count)}</small></a>`),
    }),
  })
}

function soundName(voice: GuideVisit['voice'], row: SoundRow): string {
  return row === '他' ? voice.plain(words.otherSound) : voice.plain(words.sound, { row })
}

function renderClasses({ voice, guide }: GuideVisit): Html {
  return renderSection({
    heading: voice.say(words.classesTitle),
    body: renderCluster({
      parts: guide.classes.map(({ key, name, colour }) => html`<a class="button button-secondary" href="/garbage?class=${key}">${renderColourLabel({ colour, label: said(name, voice.language) })}</a>`),
    }),
  })
}

function renderFurther({ voice }: GuideVisit): Html {
  return renderCluster({
    parts: [
      renderLinkButton({ href: '/garbage/districts', label: voice.say(words.districts), kind: 'secondary', icon: 'calendar' }),
      renderLinkButton({ href: '/garbage/ask', label: voice.say(askWords.title), kind: 'secondary', icon: 'question' }),
      renderLinkButton({ href: '/garbage/offline', label: voice.say(words.offlineTitle), kind: 'secondary', icon: 'download' }),
      renderLinkButton({ href: '/open-data', label: voice.say(words.openData), kind: 'secondary', icon: 'list' }),
    ],
  })
}

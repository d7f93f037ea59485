import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Item } from '../model.ts'
import { groupBySound, type SoundGroup } from '../rules/fifty-sounds.ts'
import { foldSearch } from '../rules/search.ts'
import { words } from '../text/guide-words.ts'
import { guideVisit, longDayText, renderInvented, type GuideVisit } from './guide-visit.ts'
import { renderLine } from './hits.ts'
import { renderOfflineScript, showNoGuide } from './home.ts'

/**
 * The whole list on one page. It is what a device keeps: without a connection the browser shows it in place of the
 * search, and a small script narrows it.
 */
export async function showOffline(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice, guide, today, copy } = given
  if (guide.items.length === 0) return showNoGuide(visit)
  const groups = copy.remember('groups', () => groupBySound(guide.items))
  const main = html`${renderPageTitle({
    title: voice.say(words.offlineTitle), lead: voice.say(words.offlineLead),
    facts: voice.say(words.offlineAsOf, { day: longDayText(voice, today) }),
  })}
    <div id="garbage-filter" hidden>
      ${renderField({ voice, kind: 'text', inputType: 'search', name: 'filter', label: voice.say(words.filterList), isRequired: false, isTagHidden: true })}
    </div>
    ${renderStack({ parts: [...groups.map((group) => renderGroup(given, group)), renderInvented(given)], gap: 'large' })}
    ${renderOfflineScript(given)}`
  return shown({ title: voice.plain(words.offlineTitle), main, crumbs: [{ href: '/garbage', label: voice.say(words.title) }] })
}

function renderGroup(given: GuideVisit, { row, items }: SoundGroup): Html {
  return html`<section class="section" data-garbage-group>${renderHeading({ level: 2, content: row })}
    <ul class="stack stack-small">${items.map((item) => html`<li data-garbage="${wordsOf(item)}">${renderLine(given, item)}</li>`)}</ul>
  </section>`
}

/** What the script compares with: folded here, so that it needs no rules of its own. */
function wordsOf({ name, reading, aliases }: Item): string {
  return [...new Set([name.ja, name.en, name.pt, reading, ...aliases].map(foldSearch))].join(' ')
}

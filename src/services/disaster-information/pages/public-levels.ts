import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { ACTIONS, LEVEL_MEANINGS } from '../text/level-words.ts'
import { publicWords as words } from '../text/public-words.ts'

/** What each level means, from whom it comes, and what one does. */
export async function showLevels({ voice }: Visit): Promise<Answer> {
  const main = html`${renderPageTitle({ title: voice.say(words.levelsTitle), lead: voice.say(words.levelsLead) })}
    ${renderStack({
      parts: [
        renderTable({
          caption: voice.say(words.levelsTitle), isCaptionHidden: true, isCardsOnPhone: true,
          columns: [
            { heading: voice.say(words.levelColumn), width: 'narrow' }, { heading: voice.say(words.cityColumn) },
            { heading: voice.say(words.agencyColumn) }, { heading: voice.say(words.actionColumn), width: 'wide' },
          ],
          rows: ([5, 4, 3, 2, 1] as const).map((level) => [
            renderLevel({ voice, level }), voice.say(LEVEL_MEANINGS[level].city), voice.say(LEVEL_MEANINGS[level].agency),
            html`<ul>${ACTIONS[level].map((action) => html`<li>${voice.say(action)}</li>`)}</ul>`,
          ]),
        }),
        html`<p><small>${voice.say(words.levelsSource)}</small></p>`,
      ],
    })}`
  return shown({ title: voice.plain(words.levelsTitle), main, crumbs: [{ href: '/disaster', label: voice.say(words.title) }] })
}

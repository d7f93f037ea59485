import { renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { words } from '../text/guide-words.ts'
import { guideVisit, renderInvented, said } from './guide-visit.ts'
import { renderDanger, renderWays } from './hits.ts'
import { renderOfflineScript } from './home.ts'
import { renderTownChoice } from './town-choice.ts'

/** One thing: its danger first, then every way. */
export async function showItem(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice, guide, district } = given
  const item = guide.items.find(({ key }) => key === visit.params.key)
  if (item === undefined) throw new Fault('not-found', 'the guide has no such item')
  const name = said(item.name, voice.language)
  const isCollected = item.ways.some(({ classKey }) => guide.classes.some(({ key, isCollected: is }) => key === classKey && is))
  const main = html`${renderPageTitle({
    title: name,
    ...(voice.htmlLang === 'ja' ? { kicker: item.reading } : { kicker: html`<span lang="ja">${item.name.ja}</span>` }),
  })}
    ${renderStack({
      parts: [
        item.dangerKey === null ? nothing : renderDanger(given, item.dangerKey),
        renderPanel({ heading: voice.say(words.ways), body: renderWays(given, item) }),
        isCollected && district === null ? renderPanel({ heading: voice.say(words.chooseDistrict), body: renderTownChoice(given) }) : nothing,
        html`<p>${renderLinkButton({ href: '/garbage', label: voice.say(words.searchAgain), kind: 'secondary', icon: 'search' })}</p>`,
        renderInvented(given),
      ],
      gap: 'large',
    })}
    ${renderOfflineScript(given)}`
  return shown({
    title: voice.plain(words.itemOf, { name }),
    main,
    crumbs: [{ href: '/garbage', label: voice.say(words.title) }],
  })
}

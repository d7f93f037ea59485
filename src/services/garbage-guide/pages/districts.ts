import { renderCards, renderPanel } from '#design/card/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { html, nothing } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { words } from '../text/guide-words.ts'
import { guideVisit, renderInvented, said } from './guide-visit.ts'
import { showNoGuide } from './home.ts'
import { renderTownChoice } from './town-choice.ts'

/** The districts with their towns, and the way to remember one. */
export async function showDistricts(visit: Visit): Promise<Answer> {
  const given = await guideVisit(visit)
  const { voice, guide, district } = given
  if (guide.districts.length === 0) return showNoGuide(visit)
  const main = html`${renderPageTitle({ title: voice.say(words.districts), lead: voice.say(words.districtsLead) })}
    ${renderStack({
      parts: [
        renderPanel({ heading: voice.say(words.chooseDistrict), body: renderTownChoice(given) }),
        renderCards({
          level: 2,
          cards: guide.districts.map(({ key, name, towns }) => ({
            href: `/garbage/districts/${key}`,
            title: said(name, voice.language),
            icon: 'calendar',
            body: towns.join('、'),
            ...(district?.key === key ? { facts: voice.say(words.isChosen) } : {}),
          })),
        }),
        district === null ? nothing : html`<p><a href="/garbage/choose?return=/garbage/districts">${voice.say(words.forget)}</a></p>`,
        renderInvented(given),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(words.districts), main, crumbs: [{ href: '/garbage', label: voice.say(words.title) }] })
}

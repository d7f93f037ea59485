import type { Resident } from '#kernel/access/actor.ts'
import { renderBadge } from '#design/badge/view.ts'
import { renderCards, type Card } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { ICON_NAMES, type IconName } from '#design/icon/view.ts'
import { renderSection } from '#design/layout/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { residentOf } from '../actions/resident.ts'
import { myPagesOf, type MyPage, type Waiting } from '../my-pages.ts'
import { myWords as words } from '../text/my-page.ts'

interface Offered {
  readonly page: MyPage
  readonly waiting: Waiting | null
}

/** What waits for the resident first, then everything that the city's parts offer them. */
export async function showMyPage(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const resident = residentOf(visit)
  const offered = await offeredTo(visit, resident)
  const main = html`
    ${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.hello, { name: resident.name }) })}
    ${renderSection({ heading: voice.say(words.waiting), body: renderWaiting(visit, offered) })}
    ${renderSection({ heading: voice.say(words.offers), body: renderCards({ cards: [...offered.map((one) => cardOf(visit, one)), ...ownCards(visit)] }) })}`
  return shown({ title: voice.plain(words.title), main })
}

/** Each part is asked under its own role: what it knows of the resident stays its own. */
async function offeredTo({ tx, directory }: Visit, resident: Resident): Promise<Offered[]> {
  const offered: Offered[] = []
  for (const { part, page } of myPagesOf(directory.parts)) {
    const { waits } = page
    const waiting = waits === undefined ? null : await tx.onBehalfOf(part.name, (own) => waits(own, resident))
    offered.push({ page, waiting })
  }
  return offered
}

function renderWaiting({ voice }: Visit, offered: readonly Offered[]): Html {
  const steps = offered.flatMap(({ page, waiting }) => (waiting?.next ? [{ page, next: waiting.next, count: waiting.count }] : []))
  if (steps.length === 0) return renderEmpty({ icon: 'check-circle', title: voice.say(words.nothingWaits) })
  return renderCards({
    cards: steps.map(({ page, next, count }) => ({
      href: next.path, title: voice.say(next.label), body: voice.say(page.title), icon: iconOf(page.icon), facts: renderBadge({ label: voice.say(words.count, { count }), tone: 'info' }),
    })),
  })
}

function cardOf({ voice }: Visit, { page, waiting }: Offered): Card {
  const facts = waiting === null || waiting.count === 0 ? {} : { facts: renderBadge({ label: voice.say(words.count, { count: waiting.count }) }) }
  return { href: page.path, title: voice.say(page.title), body: voice.say(page.summary), icon: iconOf(page.icon), ...facts }
}

function ownCards({ voice }: Visit): Card[] {
  return [
    { href: '/my/powers', title: voice.say(words.powers), body: voice.say(words.powersSummary), icon: 'person' },
    { href: '/my/views', title: voice.say(words.views), body: voice.say(words.viewsSummary), icon: 'history' },
    { href: '/my/account', title: voice.say(words.account), body: voice.say(words.accountSummary), icon: 'key' },
  ]
}

/** Parts name an icon as a text; one that design does not have is a sheet of paper. */
function iconOf(name: string): IconName {
  return ICON_NAMES.find((known) => known === name) ?? 'document'
}

import { renderLinkButton } from '#design/button/view.ts'
import { renderCards } from '#design/card/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { feedAlternates, feedPath } from '../feeds.ts'
import { handOverSettings } from '../hand-over/settings.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { portalOrigin } from '../rules/portal-origin.ts'
import { followingWords as words } from '../text/following-words.ts'
import { subscribeWords } from '../text/subscribe-words.ts'
import { renderBreakable } from './breakable.ts'

/** What programs, screens and other institutions read, and what each of them is for. */
export async function showFollowing(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead) })}
    ${renderStack({ gap: 'large', parts: [renderFeeds(visit), renderFediverse(visit), renderCap(visit), renderScreens(voice), renderTelevision(voice)] })}`
  const crumbs = [{ href: '/notices', label: voice.say(subscribeWords.title) }]
  return shown({ title: voice.plain(words.title), main, crumbs, alternates: feedAlternates(voice) })
}

/** A word on each way, for pages about something else. */
export function renderWaysToFollow(voice: Voice): Html {
  const ways = [
    { id: 'feeds', icon: 'list', title: words.reader, body: words.readerShort }, { id: 'fediverse', icon: 'globe', title: words.fediverse, body: words.fediverseShort },
    { id: 'cap', icon: 'shield', title: words.cap, body: words.capShort }, { id: 'screens', icon: 'screen', title: words.screen, body: words.screenShort },
    { id: 'television', icon: 'text', title: words.television, body: words.televisionFor },
  ] as const
  return renderSection({
    heading: voice.say(words.title), lead: voice.say(words.lead),
    body: renderCards({ cards: ways.map(({ id, icon, title, body }) => ({ href: `/notices/feeds#${id}`, icon, title: voice.say(title), body: voice.say(body) })) }),
  })
}

function renderFeeds({ voice, city, directory }: Visit): Html {
  const rows = [{ key: undefined, title: words.everything }, ...offeredTopics(directory.parts)]
  return renderSection({
    id: 'feeds', heading: voice.say(words.reader), lead: voice.say(words.readerFor),
    body: html`<p>${renderBreakable(`${portalOrigin(city)}${feedPath('feed.atom', voice)}`)}</p>
      ${renderTable({
        caption: voice.say(words.reader), isCaptionHidden: true, isCardsOnPhone: true,
        columns: [{ heading: voice.say(words.about), width: 'wide' }, { heading: voice.say(words.feed), width: 'narrow' }],
        rows: rows.map(({ key, title }) => [
          voice.say(title),
          // Links of one name lead to one place for whoever hears links alone: each names its topic.
          html`<a href="${feedPath('feed.atom', voice, key)}" aria-label="Atom: ${voice.plain(title)}">Atom</a> · <a href="${feedPath('feed.rss', voice, key)}" aria-label="RSS: ${voice.plain(title)}">RSS</a>`,
        ]),
      })}`,
  })
}

function renderFediverse({ voice, city }: Visit): Html {
  const isOpen = handOverSettings(city).activityPub?.isOpen === true
  return renderSection({
    id: 'fediverse', heading: voice.say(words.fediverse), lead: voice.say(words.fediverseFor),
    body: html`<p>${renderBreakable(fediverseName(city))}</p>${isOpen ? nothing : renderNotice({ voice, kind: 'info', title: voice.say(words.fediverseClosed) })}`,
  })
}

/** As people write it: `@kameyama@city.example`. */
export function fediverseName(city: Visit['city']): string {
  return `@${city.key}@${new URL(portalOrigin(city)).host}`
}

function renderCap({ voice, city }: Visit): Html {
  const path = feedPath('cap.atom', voice)
  return renderSection({
    id: 'cap', heading: voice.say(words.cap), lead: voice.say(words.capFor),
    body: html`<p><a href="${path}">${voice.say(words.capIndex)}</a></p><p>${renderBreakable(`${portalOrigin(city)}${path}`)}</p>`,
  })
}

function renderScreens(voice: Voice): Html {
  return renderSection({
    id: 'screens', heading: voice.say(words.screen), lead: voice.say(words.screenFor),
    body: renderCluster({ parts: [
      renderLinkButton({ href: '/notices/signage', label: voice.say(words.screenPage), kind: 'secondary', icon: 'screen' }),
      renderLinkButton({ href: '/notices/signage.json', label: voice.say(words.screenJson), kind: 'link' }),
    ] }),
  })
}

/** Shift_JIS has no letters for Portuguese, so it is offered where it can be had. */
function renderTelevision(voice: Voice): Html {
  const path = feedPath('cable-tv.txt', voice)
  const shiftJis = voice.language === 'pt' ? nothing : html`<li><a href="${path}&amp;encoding=shift_jis">Shift_JIS</a></li>`
  return renderSection({
    id: 'television', heading: voice.say(words.television), lead: voice.say(words.televisionFor),
    body: html`<ul><li><a href="${path}">UTF-8</a></li>${shiftJis}</ul>`,
  })
}

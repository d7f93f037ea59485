import { renderBadge } from '#design/badge/view.ts'
import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { gapIn, silentFeeds } from '../rules/telegrams/silence.ts'
import { countEntries, listFeeds, listLostEntries, type Feed } from '../store/feeds.ts'
import { listPushKeys, listPushRefusals } from '../store/pushes.ts'
import { PUSH_REFUSAL_WORDS } from '../text/intake-reason-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { renderIntake } from './duty-feed.ts'
import { duty } from './telegram-duty.ts'
import { renderAt, renderTelegramTabs, telegramsCrumb, TELEGRAMS_PATH } from './telegram-paths.ts'
import { renderSilence } from './telegram-silence.ts'

const LOST_SHOWN = 50
const REFUSAL_DAYS = 14

/** Is everything coming in? Feeds with their last answer, what never came, and pushes with their key. */
export async function showTelegramWays(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const [feeds, counts, lost] = await Promise.all([listFeeds(tx), countEntries(tx), listLostEntries(tx, LOST_SHOWN)])
  const silent = silentFeeds(feeds, tx.now)
  const main = html`${renderPageTitle({ title: voice.say(words.ways) })}
    ${renderStack({ gap: 'large', parts: [
      renderTelegramTabs(voice, 'ways'),
      await renderIntake(visit),
      renderSilence(voice, silent),
      renderSection({ heading: voice.say(words.feeds), body: feeds.length === 0 ? html`<p>${voice.say(words.noFeeds)}</p>` : renderFeeds(voice, feeds, silent, counts) }),
      lost.length === 0 ? nothing : renderLost(visit, lost),
      renderSection({ heading: voice.say(words.push), lead: voice.say(words.pushLead), body: await renderPush(visit) }),
    ] })}`
  return shown({ title: voice.plain(words.ways), main, area: 'staff', crumbs: [duty(voice), telegramsCrumb(voice)] })
}

/** The new key, for the one time that it is shown. */
export function showNewKey({ voice }: Visit, key: string): Answer {
  const main = html`${renderPageTitle({ title: voice.say(words.keyTitle), lead: voice.say(words.keyLead) })}
    <pre tabindex="0">${key}</pre>
    ${renderLinkButton({ href: `${TELEGRAMS_PATH}/ways`, label: voice.say(words.ways), kind: 'secondary' })}`
  return shown({ title: voice.plain(words.keyTitle), main, area: 'staff', crumbs: [duty(voice), telegramsCrumb(voice)], isSecret: true })
}

type Counts = Awaited<ReturnType<typeof countEntries>>

function renderFeeds(voice: Voice, feeds: readonly Feed[], silent: readonly Feed[], counts: Counts): Html {
  const badge = (feed: Feed) => silent.includes(feed)
    ? renderBadge({ label: voice.say(words.silent), tone: 'error' })
    : gapIn(feed.problem) !== null ? renderBadge({ label: voice.say(words.gap), tone: 'warning' })
      : feed.problem !== '' ? renderBadge({ label: voice.say(words.failing), tone: 'warning' }) : renderBadge({ label: voice.say(words.answering), tone: 'success' })
  const when = (at: Temporal.Instant | null) => at === null ? voice.say(words.never) : renderAt(at)
  return renderTable({
    caption: voice.say(words.feeds), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.feeds) }, { heading: voice.say(words.state), width: 'narrow' }, { heading: voice.say(words.answered) }, { heading: voice.say(words.newest) }, { heading: voice.say(words.entries) }],
    rows: feeds.map((feed) => [
      feed.address, html`${badge(feed)} <small>${feed.problem}</small>`, when(feed.answeredAt), when(feed.newestAt),
      html`${counts.filter((each) => each.feed === feed.address).map(({ state, count }) => html`<div>${entryStateText(voice, state)} ${voice.number(count)}</div>`)}`,
    ]),
  })
}

function entryStateText(voice: Voice, state: string): Html | string {
  return state === 'waiting' || state === 'taken' || state === 'refused' || state === 'passed-over' || state === 'lost' ? voice.say(words[state]) : state
}

function renderLost(visit: Visit, lost: Awaited<ReturnType<typeof listLostEntries>>): Html {
  const { voice } = visit
  const again = renderForm({
    voice, action: `${TELEGRAMS_PATH}/ways/again`, csrfToken: visit.formToken(), body: nothing,
    buttons: renderButton({ label: voice.say(words.askAgain), kind: 'secondary', icon: 'repeat' }),
  })
  return renderSection({
    heading: voice.say(words.lostTitle),
    body: html`<ul>${lost.map(({ title, office, updatedAt, address }) => html`<li>${renderAt(updatedAt)} ${title} (${office}) <code>${address}</code></li>`)}</ul>${again}`,
  })
}

async function renderPush(visit: Visit): Promise<Html> {
  const { voice, tx } = visit
  const [keys, refusals] = await Promise.all([listPushKeys(tx), listPushRefusals(tx, tx.today.subtract({ days: REFUSAL_DAYS }))])
  const newest = keys[0]
  return html`<p>${newest === undefined ? voice.say(words.noKey) : voice.say(words.keysSince, { since: newest.madeAt.toString({ timeZone: 'Asia/Tokyo', smallestUnit: 'minute' }).slice(0, 16).replace('T', ' ') })}</p>
    ${renderForm({
      voice, action: `${TELEGRAMS_PATH}/ways/key`, csrfToken: visit.formToken(), body: nothing,
      buttons: renderButton({ label: voice.say(words.makeKey), kind: 'secondary', icon: 'key' }),
    })}
    ${refusals.length === 0 ? nothing : renderTable({
      caption: voice.say(words.pushRefusals),
      columns: [{ heading: voice.say(words.day), width: 'narrow' }, { heading: voice.say(words.reason) }, { heading: voice.say(words.count), isNumeric: true }],
      rows: refusals.map(({ day, reason, times }) => [day.toString(), Object.hasOwn(PUSH_REFUSAL_WORDS, reason) ? voice.say(PUSH_REFUSAL_WORDS[reason as keyof typeof PUSH_REFUSAL_WORDS]) : reason, voice.number(times)]),
    })}`
}

import { handOversOf } from '#capabilities/notices/hand-overs.ts'
import { progressOf } from '#capabilities/notices/notices.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderRenewal, renewalAsked } from '#design/renewal/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { LevelChange, Realm } from '../model.ts'
import { findDrill } from '../store/drills.ts'
import { listAsks } from '../store/duty.ts'
import { listLevelChanges, listLevels } from '../store/levels.ts'
import { listAsked, listInForce, listIssued } from '../store/orders.ts'
import { listOpenSuggestions } from '../store/suggestions.ts'
import { boardWords } from '../text/duty-board-words.ts'
import { dutyDeskWords } from '../text/duty-desk-words.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords as words } from '../text/duty-words.ts'
import { renderFeedLine } from './duty-feed.ts'
import { renderLevels } from './duty-levels.ts'
import { renderProgress } from './duty-progress.ts'
import { renderInForce, renderSuggestions, renderWaiting } from './duty-suggestions.ts'
import { clockText, realmOf, renderDrillBand } from './duty-visit.ts'
import { renderHandOvers } from './hand-over-lines.ts'
import { orderName } from './order-names.ts'

/** Seconds after which the board looks again, with or without scripts. */
const REFRESH_SECONDS = 15
const NOTICES_SHOWN = 3
/** How far back the newest change is looked for. */
const CHANGES_HOURS = 48

/** The duty room's wall: what is known, what waits for a decision, what holds, how far the last notices have come. */
export async function showBoard(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const realm = realmOf(visit)
  const drill = realm.startsWith('drill:') && realm !== 'drill:telegrams' ? await findDrill(tx, realm.slice('drill:'.length)) : undefined
  if (realm !== 'live' && realm !== 'drill:telegrams' && drill === undefined) throw new Fault('not-found', 'there is no such drill')
  const hasEnded = drill !== undefined && drill.endedAt !== null
  const isStill = query.refresh === 'off' || hasEnded
  const main = html`${renderDrillBand(voice, realm)}
    ${renderPageTitle({ title: voice.say(words.boardTitle), ...(drill === undefined ? {} : { kicker: drill.name }), actions: renderLinks(visit, realm, drill?.endedAt === null) })}
    <div id="duty-board"${isStill ? nothing : html` data-seconds="${REFRESH_SECONDS}"`}>${await renderBoard(visit, realm)}</div>
    <p class="visually-hidden" id="duty-announcement" role="status"></p>
    ${hasEnded ? nothing : renderRenewal({ voice, seconds: REFRESH_SECONDS, wish: query.refresh, hasScript: true })}
    ${isStill ? nothing : html`<script src="/staff/disaster/board.js" defer></script>`}`
  return shown({ title: voice.plain(words.boardTitle), main, area: 'staff', ...(hasEnded ? {} : renewalAsked(query.refresh, REFRESH_SECONDS)) })
}

function renderLinks({ voice }: Visit, realm: Realm, runs: boolean): Html {
  const drill = realm === 'live' ? '' : realm.slice('drill:'.length)
  const link = (href: string, label: Html) => renderLinkButton({ href, label, kind: 'secondary', size: 'small' })
  return html`${link(drill === '' ? '/staff/disaster/time-line' : `/staff/disaster/time-line?drill=${drill}`, voice.say(boardWords.timeLine))}
    ${link(drill === '' ? '/staff/disaster/shelters' : `/staff/disaster/shelters?realm=${realm}`, voice.say(boardWords.shelters))} ${link('/staff/disaster/rules', voice.say(words.rules))} ${link('/staff/disaster/duty', voice.say(dutyDeskWords.title))}
    ${link('/staff/disaster/drills', voice.say(boardWords.drills))} ${runs ? link(`/staff/disaster/drills/${drill}/end`, voice.say(boardWords.drillEnd)) : nothing}`
}

async function renderBoard(visit: Visit, realm: Realm): Promise<Html> {
  const { tx } = visit
  const [newest] = await listLevelChanges(tx, realm, tx.now.subtract({ hours: CHANGES_HOURS }), 1)
  const asked = await listAsked(tx, realm)
  return renderStack({
    gap: 'large',
    parts: [
      renderNewest(visit, newest),
      realm === 'live' ? await renderFeedLine(visit) : nothing,
      renderWaiting(visit, asked, await listAsks(tx, asked.map(({ id }) => id))),
      renderSuggestions(visit, realm, await listOpenSuggestions(tx, realm)),
      renderLevels(visit, await listLevels(tx, realm)),
      await renderInForce(visit, await listInForce(tx, realm)),
      await renderSent(visit, realm),
    ],
  })
}

/** Its text is what a screen reader is told when it is another than before; see duty-board-client.ts. */
function renderNewest({ voice, tx }: Visit, change: LevelChange | undefined): Html {
  const asOf = voice.say(words.asOf, { time: clockText(tx.now, tx.today) })
  if (change === undefined) return html`<p>${asOf} · <span id="duty-newest">${voice.say(words.noChange)}</span></p>`
  const levelText = (level: number | null) => (level === null ? voice.plain(words.unknownLevel) : level === 0 ? voice.plain(LEVEL_WORDS[0]) : voice.plain(boardWords.equivalent, { level }))
  const newest = voice.say(words.newestChange, {
    hazard: voice.plain(HAZARD_NAMES[change.hazard]), area: change.areaName, from: levelText(change.from), to: levelText(change.to), time: clockText(change.at, tx.today),
  })
  return html`<p>${asOf} · <strong id="duty-newest">${newest}</strong></p>`
}

async function renderSent({ voice, tx }: Visit, realm: Realm): Promise<Html> {
  const issued = (await listIssued(tx, realm, NOTICES_SHOWN)).filter(({ noticeId }) => noticeId !== null)
  if (issued.length === 0) return nothing
  const parts: Html[] = []
  for (const order of issued) {
    const noticeId = order.noticeId ?? ''
    parts.push(html`${renderHeading({ level: 3, content: html`<a href="/staff/disaster/confirm/${order.id}">${orderName(voice, order)}</a> ${clockText(order.settledAt ?? order.askedAt, tx.today)}` })}
      ${renderProgress(voice, await progressOf(tx, noticeId), `progress-${order.id}`)}
      ${renderHandOvers({ voice, tx }, await handOversOf(tx, noticeId), `hand-overs-${order.id}`)}`)
  }
  return renderSection({ heading: voice.say(words.channels), body: renderStack({ parts }) })
}

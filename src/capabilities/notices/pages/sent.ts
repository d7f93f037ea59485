import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderStack } from '#design/layout/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderRenewal, renewalAsked } from '#design/renewal/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer, type Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { may } from '#kernel/access/actor.ts'
import { listBroadcastLines, type BroadcastLine } from '../store/broadcasts.ts'
import { listSent, type SentLine } from '../store/overview.ts'
import { sentWords as words } from '../text/sent-words.ts'
import { renderTitle } from './said.ts'

const A_PAGE = 30
/** The numbers of what is being sent are looked at again this often. */
export const LIVE_SECONDS = 3

/** Everything that was sent, the newest first, with how far it is. */
export async function showSentNotices(visit: Visit): Promise<Answer> {
  const { voice, tx, query } = visit
  const page = Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1)
  const found = await listSent(tx, A_PAGE + 1, (page - 1) * A_PAGE)
  const sent = await Promise.all(found.slice(0, A_PAGE).map(async (line) => ({ line, lines: await listBroadcastLines(tx, line.id) })))
  const isLive = sent.some(({ lines }) => lines.some(({ state }) => state !== 'ended'))
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead), actions: renderDoors(visit) })}
    ${sent.length === 0 ? renderEmpty({ icon: 'bell', title: voice.say(words.empty), body: voice.say(words.emptyBody) }) : renderLive(isLive, renderList(voice, sent))}
    ${isLive ? renderRenewal({ voice, seconds: LIVE_SECONDS, wish: query.refresh, hasScript: true }) : nothing}
    ${renderTurning(voice, page, found.length > A_PAGE)}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', ...(isLive ? renewalAsked(query.refresh, LIVE_SECONDS) : {}) })
}

/** What a script brings up to date, as long as something is on its way. */
export function renderLive(isLive: boolean, body: Html): Html {
  return html`<div id="notices-live" data-seconds="${isLive ? LIVE_SECONDS : 0}">${body}</div><script type="module" src="/notices/live.js"></script>`
}

function renderDoors({ voice, actor }: Visit): Html {
  const administers = may(actor, 'system-administrator')
  return html`${renderLinkButton({ href: '/staff/notices/subscribers', label: voice.say(words.subscribers), kind: 'secondary', icon: 'people' })}
    ${renderLinkButton({ href: '/staff/notices/hand-overs', label: voice.say(words.handOvers), kind: 'secondary', icon: 'megaphone' })}
    ${administers ? renderLinkButton({ href: '/staff/notices/channels', label: voice.say(words.channels), kind: 'secondary', icon: 'gear' }) : nothing}
    ${renderLinkButton({ href: '/staff/notices/traffic/mail', label: voice.say(words.traffic), kind: 'secondary', icon: 'list' })}
    ${renderLinkButton({ href: '/notices/feeds', label: voice.say(words.feeds), kind: 'secondary', icon: 'globe' })}`
}

interface Sent {
  readonly line: SentLine
  readonly lines: readonly BroadcastLine[]
}

function renderList(voice: Voice, sent: readonly Sent[]): Html {
  return renderTable({
    caption: voice.say(words.title),
    isCaptionHidden: true,
    isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.notice), width: 'wide' }, { heading: voice.say(words.issuedAt), width: 'narrow' }, { heading: voice.say(words.progress), width: 'wide' }],
    rows: sent.map(({ line, lines }) => [
      html`<a href="/staff/notices/${line.id}">${renderTitle(voice, line)}</a> ${renderMarks(voice, line)}`,
      html`<time datetime="${line.issuedAt.toString()}">${minuteOf(line.issuedAt)}</time>`,
      lines.length === 0 ? voice.say(words.noPersonal) : renderStack({
        gap: 'small',
        parts: lines.map((each) => renderProgress({
          voice, id: `progress-${line.id}-${each.channel}`, label: voice.say(words[each.channel]), done: each.handed + each.refused, total: Math.max(each.planned, each.handed + each.refused),
        })),
      }),
    ]),
  })
}

export function renderMarks(voice: Voice, { isDrill, level }: Pick<SentLine, 'isDrill' | 'level'>): Html {
  return html`${isDrill && renderBadge({ label: voice.say(words.drill), tone: 'info' })} ${level > 0 && renderBadge({ label: voice.say(words.level, { level }), tone: level >= 4 ? 'error' : 'warning' })}`
}

function renderTurning(voice: Voice, page: number, isMore: boolean): Html {
  const newer = page > 1 ? renderLinkButton({ href: `/staff/notices?page=${page - 1}`, label: voice.say(words.newer), kind: 'secondary' }) : nothing
  const older = isMore ? renderLinkButton({ href: `/staff/notices?page=${page + 1}`, label: voice.say(words.older), kind: 'secondary' }) : nothing
  return renderCluster({ parts: [newer, older] })
}

export function staffCrumbs(voice: Voice): Crumb[] {
  return [{ href: '/staff/notices', label: voice.say(words.title) }]
}

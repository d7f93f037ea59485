import { renderLinkButton } from '#design/button/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Overtaken } from '../actions/resolve-draft.ts'
import { findOrderOf } from '../store/orders.ts'
import type { SettledWhy } from '../store/suggestions.ts'
import { dutyWords as words } from '../text/duty-words.ts'
import { orderWords } from '../text/order-words.ts'
import { boardCrumb, boardPath, clockText, renderDrillBand } from './duty-visit.ts'

const WHY: Readonly<Record<SettledWhy, Phrase<never>>> = {
  issued: words.whyIssued, dismissed: words.whyDismissed, overtaken: words.whyOvertaken, 'level-changed': words.whyLevelChanged, 'drill-ended': words.whyDrillEnded,
}

/** Somebody was quicker, or the sky was: says what happened, and leads to where it stands now. */
export async function renderOvertaken({ voice, tx }: Visit, { suggestion, order }: Overtaken): Promise<Answer> {
  const realm = suggestion?.realm ?? order?.realm ?? 'live'
  const taken = suggestion === undefined ? order : await findOrderOf(tx, suggestion.id)
  const title = voice.plain(suggestion === undefined ? words.changedMeanwhile : words.suggestionSettled)
  const what = suggestion?.settledWhy
  const said = what === undefined || what === null ? '' : [clockText(suggestion?.settledAt ?? tx.now, tx.today), suggestion?.settledBy ?? '', voice.plain(WHY[what])].join(' ')
  const main = html`${renderDrillBand(voice, realm)}
    ${renderPageTitle({ title })}
    ${renderNotice({
      voice, kind: 'info', title: said === '' ? title : said, isAnnounced: true,
      actions: html`${renderLinkButton({ href: boardPath(realm), label: voice.say(orderWords.toBoard) })}
        ${taken === undefined ? '' : renderLinkButton({ href: `/staff/disaster/confirm/${taken.id}`, label: voice.say(words.details), kind: 'secondary' })}`,
    })}`
  return shown({ title, main, area: 'staff', crumbs: [boardCrumb(voice, realm)] })
}

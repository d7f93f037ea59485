import { wordingOf } from '#capabilities/notices/wording.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { TOPIC_WORDS } from '../forms/alert-forms.ts'
import type { Alert } from '../model.ts'
import { findAlert, listFollowing, listPublished } from '../store/alerts.ts'
import { alertWords as words } from '../text/alert-words.ts'
import { timeText, titleOf } from './alert-frame.ts'

const MOST_SHOWN = 50

/** What was sent to everybody, the newest first. */
export async function showPublicAlerts({ voice, tx }: Visit): Promise<Answer> {
  const alerts = await listPublished(tx, MOST_SHOWN)
  const subscribe = renderLinkButton({ href: '/notices', label: voice.say(words.subscribe), icon: 'bell' })
  const main = html`${renderPageTitle({ title: voice.say(words.publicTitle), actions: subscribe })}
    ${alerts.length === 0 ? renderEmpty({ icon: 'bell', title: voice.say(words.publicEmpty) }) : renderTable({
      caption: voice.say(words.publicTitle), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.titleField), width: 'wide' }, { heading: voice.say(words.topic) }, { heading: voice.say(words.when), width: 'narrow' }],
      rows: alerts.map((alert) => [html`<a href="/alerts/${alert.id}">${titleOf(voice, alert)}</a>`, voice.say(TOPIC_WORDS[alert.topic]), alert.sentAt === null ? '' : timeText(voice, alert.sentAt)]),
    })}`
  return shown({ title: voice.plain(words.publicTitle), main })
}

/** One alert, in the reader's language, with what became of it since. A drill is read only by who has its link, and says what it is. */
export async function showPublicAlert({ voice, tx, params }: Visit): Promise<Answer> {
  const alert = await findAlert(tx, params.id ?? '')
  if (alert?.state !== 'sent') throw new Fault('not-found', 'there is no such alert')
  const following = await listFollowing(tx, alert.id)
  const title = wordingOf(alert, voice.language).title
  const main = html`${renderPageTitle({ title, kicker: voice.say(TOPIC_WORDS[alert.topic]), facts: alert.sentAt === null ? nothing : timeText(voice, alert.sentAt) })}
    ${renderFollowing(voice, following)}
    ${renderWords(voice, alert)}
    <p>${voice.say(words.towards)}: ${alert.towns === 'all' ? voice.say(words.wholeCity) : alert.towns.join('、')}</p>
    ${alert.refersTo === null ? nothing : html`<p><a href="/alerts/${alert.refersTo}">${voice.say(words.history)}</a></p>`}`
  return shown({ title, main, crumbs: [{ href: '/alerts', label: voice.say(words.publicTitle) }] })
}

function renderFollowing(voice: Voice, following: readonly Alert[]): Html {
  const last = following.at(-1)
  if (last === undefined) return nothing
  const isWithdrawn = following.some(({ kind }) => kind === 'cancel')
  return renderNotice({
    voice, kind: 'warning', title: voice.say(isWithdrawn ? words.withdrawnBy : words.correctedBy),
    actions: html`<a href="/alerts/${last.id}">${voice.say(words.readOn)}</a>`,
  })
}

/** The sentences, with ruby where the reader wants it; Japanese with a line before it where it was not translated. */
export function renderWords(voice: Voice, { texts, isDrill }: Pick<Alert, 'texts' | 'isDrill'>): Html {
  const own = texts[voice.language]
  const { preface } = wordingOf({ texts, isDrill }, voice.language)
  const sentences = (own ?? texts.ja).sentences
  const said = (sentence: string) => voice.say({ ja: sentence, 'ja-x-yasashii': sentence, en: sentence, pt: sentence })
  return html`${preface === null ? nothing : html`<p><em>${preface}</em></p>`}<div${own === null && html` lang="ja"`}>${sentences.map((sentence) => html`<p>${said(sentence)}</p>`)}</div>`
}

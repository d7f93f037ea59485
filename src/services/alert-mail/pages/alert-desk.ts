import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderCluster, renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { TOPIC_WORDS } from '../forms/alert-forms.ts'
import type { Alert } from '../model.ts'
import { listAlerts } from '../store/alerts.ts'
import { listWaiting } from '../store/messages.ts'
import { alertWords as words } from '../text/alert-words.ts'
import { schoolWords } from '../text/school-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { renderMarks, timeText, titleOf } from './alert-frame.ts'

/** Where the editors begin: what waits for somebody, and what went out. */
export async function showAlertDesk(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const [open, sent, waiting] = [await listAlerts(tx, ['draft', 'waiting', 'leaving']), await listAlerts(tx, ['sent']), await listWaiting(tx)]
  const main = html`${renderPageTitle({
    title: voice.say(serviceWords.alertDesk), lead: voice.say(serviceWords.alertDeskSummary),
    actions: renderLinkButton({ href: '/staff/alerts/new', label: voice.say(words.newAlert), icon: 'plus' }),
  })}
    ${renderStack({
      gap: 'large',
      parts: [
        waiting.length === 0 ? nothing : renderSection({
          heading: voice.say(schoolWords.waitingMessages),
          body: renderCluster({ parts: waiting.map((message) => html`<a href="/staff/alerts/school-messages/${message.id}">${titleOf(voice, message)}</a>`) }),
        }),
        renderAlerts(visit, words.drafts, words.noDrafts, open),
        renderAlerts(visit, words.sentAlerts, words.noSent, sent),
      ],
    })}`
  return shown({ title: voice.plain(serviceWords.alertDesk), main, area: 'staff' })
}

function renderAlerts({ voice }: Visit, heading: Phrase<never>, empty: Phrase<never>, alerts: readonly Alert[]): Html {
  return renderSection({
    heading: voice.say(heading),
    body: alerts.length === 0 ? renderEmpty({ icon: 'megaphone', title: voice.say(empty) }) : renderTable({
      caption: voice.say(heading), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.titleField), width: 'wide' }, { heading: voice.say(words.topic) }, { heading: voice.say(words.state) }, { heading: voice.say(words.who) }, { heading: voice.say(words.when), width: 'narrow' }],
      rows: alerts.map((alert) => [
        html`<a href="/staff/alerts/${alert.id}">${titleOf(voice, alert)}</a>`,
        voice.say(TOPIC_WORDS[alert.topic]),
        renderMarks(voice, alert),
        alert.askedByName ?? alert.writtenByName,
        timeText(voice, alert.sentAt ?? alert.changedAt),
      ]),
    }),
  })
}

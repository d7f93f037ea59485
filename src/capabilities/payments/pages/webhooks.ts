import { renderBadge } from '#design/badge/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderExternalLink } from '#design/link/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { providerSettings } from '../provider.ts'
import { listForged, listWebhooks } from '../store/webhooks.ts'
import { workWords } from '../text/work-words.ts'
import { deskCrumb, renderDay, renderMinute } from './frame.ts'

const SHOWN = 200

/** What the card provider told us and what we made of it; what was not believed is only counted. */
export async function showWebhooks(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const settings = providerSettings(visit)
  const main = html`${renderPageTitle({ title: voice.say(workWords.webhooks), lead: voice.say(workWords.webhooksLead) })}
    ${renderStack({
      parts: [
        settings?.isStandIn === true ? html`<p>${renderExternalLink({ voice, href: `${settings.address}/desk`, label: voice.say(workWords.provider) })}</p>` : nothing,
        renderMessages(visit, await listWebhooks(tx, SHOWN)),
        renderForged(visit, await listForged(tx, SHOWN)),
      ],
      gap: 'large',
    })}`
  return shown({ title: voice.plain(workWords.webhooks), main, area: 'staff', crumbs: [deskCrumb(voice)] })
}

function renderMessages({ voice }: Visit, messages: Awaited<ReturnType<typeof listWebhooks>>): Html {
  if (messages.length === 0) return renderEmpty({ icon: 'card', title: voice.say(workWords.noWebhooks) })
  return renderTable({
    caption: voice.say(workWords.webhooks), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(workWords.receivedAt), width: 'narrow' }, { heading: voice.say(workWords.writtenAt), width: 'narrow' }, { heading: voice.say(workWords.stage) },
      { heading: voice.say(workWords.times), isNumeric: true }, { heading: voice.say(workWords.outcome) },
    ],
    rows: messages.map((one) => [
      renderMinute(one.receivedAt), renderMinute(one.createdAt), html`${one.kind}<br>${one.sessionId}`, voice.number(one.times),
      renderBadge({ label: voice.say(workWords[`outcome-${one.outcome}`]), tone: one.outcome === 'applied' ? 'success' : one.outcome === 'nothing-new' ? 'neutral' : 'warning' }),
    ]),
  })
}

function renderForged({ voice }: Visit, forged: Awaited<ReturnType<typeof listForged>>): Html {
  if (forged.length === 0) return nothing
  return renderSection({
    heading: voice.say(workWords.forged),
    body: renderTable({
      caption: voice.say(workWords.forged), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(workWords.foundOn), width: 'narrow' }, { heading: voice.say(workWords.reason) }, { heading: voice.say(workWords.times), isNumeric: true }, { heading: voice.say(workWords.receivedAt), width: 'narrow' }],
      rows: forged.map((one) => [renderDay(voice, one.day), voice.say(workWords[`forged-${one.reason}`]), voice.number(one.times), renderMinute(one.lastAt)]),
    }),
  })
}

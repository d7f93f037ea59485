import { renderButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { may } from '#kernel/access/actor.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { HAND_OVERS, PERSONAL_CHANNELS, type ChannelKey } from '../model.ts'
import { BASES } from '../rules/retention.ts'
import { countStandInMessages } from '../store/overview.ts'
import { listStandInMessages, type KeptMessage } from '../store/stand-in.ts'
import { channelWords } from '../text/channel-words.ts'
import { sentWords as words } from '../text/sent-words.ts'
import { staffCrumbs } from './sent.ts'

const CHANNELS: readonly ChannelKey[] = [...PERSONAL_CHANNELS, ...HAND_OVERS]
const MOST_SHOWN = 50

/** What a channel's stand-in took in, exactly as it went over the wire. */
export async function showTraffic(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const channel = CHANNELS.find((one) => one === params.channel)
  if (channel === undefined) throw new Fault('not-found', 'there is no such channel')
  const counts = await countStandInMessages(tx)
  const messages = await listStandInMessages(tx, MOST_SHOWN, channel)
  await tx.note({ act: 'look at what a stand-in took in', subject: `channel:${channel}`, basis: BASES.security })
  const main = html`${renderPageTitle({ title: voice.say(words.traffic), lead: voice.say(channelWords.trafficLead) })}
    ${renderTabs({
      label: voice.plain(words.channel),
      tabs: CHANNELS.map((one) => ({
        href: `/staff/notices/traffic/${one}`, label: voice.say(words[one]), isCurrent: one === channel, count: counts.find(({ name }) => name === one)?.people ?? 0,
      })),
    })}
    ${channel === 'line' && may(visit.actor, 'system-administrator') && renderForm({
      voice, action: '/staff/notices/traffic/line/friend', csrfToken: visit.formToken(), body: nothing, buttons: renderButton({ label: voice.say(channelWords.befriend), kind: 'secondary' }),
    })}
    ${messages.length === 0 ? renderEmpty({ icon: 'list', title: voice.say(channelWords.noTraffic), body: voice.say(channelWords.noTrafficBody) }) : messages.map(renderMessage)}`
  return shown({ title: voice.plain(words.traffic), main, area: 'staff', crumbs: staffCrumbs(voice), isSecret: true })
}

function renderMessage({ id, receivedAt, summary, source }: KeptMessage): Html {
  return html`<details id="message-${id}"><summary><time datetime="${receivedAt.toString()}">${minuteOf(receivedAt)}</time> ${summary}</summary><pre tabindex="0">${source}</pre></details>`
}

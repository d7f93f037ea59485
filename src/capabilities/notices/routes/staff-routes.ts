import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { forgetLine, saveLine, savePush } from '../actions/channels.ts'
import { befriendStandIn } from '../actions/devices.ts'
import { showLiveScript } from '../api/browser-files.ts'
import { lineForm, pushContactForm } from '../forms/channels.ts'
import { emptyForm } from '../forms/subscribe.ts'
import { askChannelsAgain, showChannels } from '../pages/channels.ts'
import { showSentNotices } from '../pages/sent.ts'
import { showSentNotice } from '../pages/sent-notice.ts'
import { showSubscribers, showSubscriberWorkbook } from '../pages/subscribers.ts'
import { showTraffic } from '../pages/traffic.ts'

/** Duties of the services that send; who keeps the installation holds the channels' keys. */
export const SENDERS = ['system-administrator', 'disaster-officer', 'alert-mail-editor', 'news-editor'] as const
const senders = holding(...SENDERS)
const administrator = holding('system-administrator')

export const staffRoutes: readonly Route[] = [
  page('/staff/notices', senders, showSentNotices),
  page('/staff/notices/subscribers', senders, showSubscribers),
  file('/staff/notices/subscribers.xlsx', senders, 'How many subscribe, as a workbook', showSubscriberWorkbook),
  page('/staff/notices/channels', administrator, showChannels),
  action('/staff/notices/channels/line', administrator, lineForm, saveLine, askChannelsAgain),
  action('/staff/notices/channels/line/forget', administrator, emptyForm, forgetLine, refuseForm),
  action('/staff/notices/channels/push', administrator, pushContactForm, savePush, askChannelsAgain),
  page('/staff/notices/traffic/:channel', senders, showTraffic),
  action('/staff/notices/traffic/line/friend', administrator, emptyForm, befriendStandIn, refuseForm),
  page('/staff/notices/:id', senders, showSentNotice),
  file('/notices/live.js', everyone, 'The script that keeps the counters of what is being sent up to date', showLiveScript),
]

/** A form without its hidden field did not come from our pages. */
async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

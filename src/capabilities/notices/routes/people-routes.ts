import { action, delivery, everyone, file, page, type Route } from '#kernel/web/routes.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { changeLanguage, leaveAll, leaveByOneClick, leaveTopic, saveChoices, undoLeaving, wake } from '../actions/mine.ts'
import { confirmWish, sendLink, subscribeByMail } from '../actions/subscribe.ts'
import { receiveLineEvents, subscribeByLine, subscribeByPush } from '../actions/devices.ts'
import { showPushScript, showPushWorker } from '../api/browser-files.ts'
import { choicesForm, emptyForm, languageForm, lostForm, mailForm, pushForm, topicForm } from '../forms/subscribe.ts'
import { askLineAgain, askPushAgain, showLine, showLineChoices, showPushForm } from '../pages/devices.ts'
import { askMineAgain, showHeld, showLeave, showMine } from '../pages/mine.ts'
import { askLostAgain, askMailAgain, showConfirm, showLost, showMailForm, showSent, showSubscribe } from '../pages/subscribe.ts'

/** What a mail program sends is a line; nothing larger is read. */
const ONE_CLICK_BYTES = 4_096
/** A webhook of LINE carries up to some hundred events. */
const WEBHOOK_BYTES = 1024 * 1024

/** Subscribing, and everything behind one's own link. */
export const peopleRoutes: readonly Route[] = [
  page('/notices', everyone, showSubscribe),
  page('/notices/mail', everyone, showMailForm),
  action('/notices/mail', everyone, mailForm, subscribeByMail, (visit) => askMailAgain(visit)),
  page('/notices/push', everyone, showPushForm),
  action('/notices/push', everyone, pushForm, subscribeByPush, (visit) => askPushAgain(visit)),
  file('/notices/push.js', everyone, 'The script that asks the browser for a push subscription', showPushScript),
  file('/notices-worker.js', everyone, 'The service worker that shows push messages', showPushWorker),
  page('/notices/line', everyone, showLine),
  delivery('/notices/line/webhook', { mostBytes: WEBHOOK_BYTES, summary: 'Events of the LINE account; signed with the channel secret (x-line-signature)', act: receiveLineEvents }),
  page('/notices/line/:code', everyone, showLineChoices),
  action('/notices/line/:code', everyone, choicesForm, subscribeByLine, (visit) => askLineAgain(visit)),
  page('/notices/sent', everyone, showSent),
  page('/notices/lost', everyone, showLost),
  action('/notices/lost', everyone, lostForm, sendLink, askLostAgain),
  page('/notices/confirm/:token', everyone, showConfirm),
  action('/notices/confirm/:token', everyone, emptyForm, confirmWish, refuseForm),
  page('/notices/mine/:token', everyone, showMine),
  action('/notices/mine/:token', everyone, choicesForm, saveChoices, (visit) => askMineAgain(visit)),
  action('/notices/mine/:token/language', everyone, languageForm, changeLanguage, refuseForm),
  action('/notices/mine/:token/topic', everyone, topicForm, leaveTopic, refuseForm),
  action('/notices/mine/:token/wake', everyone, emptyForm, wake, refuseForm),
  action('/notices/mine/:token/leave', everyone, emptyForm, leaveAll, refuseForm),
  action('/notices/mine/:token/undo', everyone, emptyForm, undoLeaving, refuseForm),
  file('/notices/mine/:token/held.json', everyone, 'Everything that is held about one subscription, for the person it is about', showHeld),
  page('/notices/leave/:token', everyone, showLeave),
  delivery('/notices/leave/:token', { mostBytes: ONE_CLICK_BYTES, summary: 'One-click unsubscribe of mail programs (RFC 8058)', act: leaveByOneClick }),
]

/** A form without its hidden field did not come from our pages. */
async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

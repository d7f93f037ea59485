import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { answerAgain, answerWithAlias, answerWithReply } from './actions/answer.ts'
import { ask } from './actions/ask.ts'
import { askItemAgain, removeItem, saveItem } from './actions/edit-item.ts'
import { retirePart, savePart } from './actions/keep-frame.ts'
import { undoPart } from './actions/undo-frame.ts'
import { undoBatch, undoChange } from './actions/undo.ts'
import { showAppIcon, showGuideScript, showOfflineWorker, showWebManifest } from './api/browser-files.ts'
import { showFiveThreeSevenFour } from './api/five-three-seven-four-files.ts'
import { guideJsonShape, showGuideJson } from './api/guide-json.ts'
import { showOffline } from './pages/offline.ts'
import { showItemFile } from './api/item-files.ts'
import { showCalendarFeed } from './api/calendar-feed.ts'
import { showCalendarSheet } from './api/calendar-sheet.ts'
import { aliasForm, askForm, batchForm, changeForm, itemForm, partForm, removeForm, replyForm } from './forms.ts'
import { FRAME_KINDS, type FrameKind } from './model.ts'
import { showNewPart, showPart } from './pages/frame-form.ts'
import { showPartHistory } from './pages/frame-history.ts'
import { showParts } from './pages/frame-list.ts'
import { framePath } from './pages/frame-paths.ts'
import { showDistrict } from './pages/district.ts'
import { showDistricts } from './pages/districts.ts'
import { showGuide } from './pages/home.ts'
import { showItem } from './pages/item.ts'
import { showHistory, showItemHistory } from './pages/staff-history.ts'
import { showStaffDesk } from './pages/staff-desk.ts'
import { showEditItem, showNewItem } from './pages/staff-item.ts'
import { showQuestion, showQuestions } from './pages/staff-question.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { showHits } from './pages/search.ts'
import { chooseDistrict } from './pages/town-choice.ts'
import { askAgain, showAsk } from './pages/ask-form.ts'

const editors = holding('garbage-editor')

export const routes: readonly Route[] = [
  page('/garbage', everyone, showGuide),
  file('/garbage/hits', everyone, 'The results of a search as a piece of HTML, for the page that shows them while one types', showHits),
  page('/garbage/choose', everyone, chooseDistrict),
  page('/garbage/items/:key', everyone, showItem),
  page('/garbage/districts', everyone, showDistricts),
  page('/garbage/districts/:key', everyone, showDistrict),
  file('/garbage/districts/:key(^[a-z0-9-]+).pdf', everyone, 'The collection days of a district on one sheet of A4', showCalendarSheet),
  file('/garbage/districts/:key(^[a-z0-9-]+).ics', everyone, 'The collection days of a district as iCalendar; language=ja, ja-x-yasashii, en or pt', showCalendarFeed),
  page('/garbage/ask', everyone, showAsk),
  action('/garbage/ask', everyone, askForm, ask, askAgain),
  page('/garbage/offline', everyone, showOffline),
  file('/garbage.json', everyone, 'The waste guide: the hits of q, or everything', showGuideJson, { reply: guideJsonShape }),
  file('/garbage/5374/:file', everyone, 'area_days.csv, center.csv, description.csv, remarks.csv or target.csv as 5374 reads them', showFiveThreeSevenFour),
  file('/garbage/guide.js', everyone, 'The script that keeps the guide on a device', showGuideScript),
  file('/garbage-worker.js', everyone, 'The service worker that gives the guide without a connection', showOfflineWorker),
  file('/garbage/manifest.webmanifest', everyone, 'What a phone needs to put the guide on its home screen', showWebManifest),
  file('/garbage/icon.svg', everyone, 'The icon on the home screen', showAppIcon),

  page('/staff/garbage', editors, showStaffDesk),
  file('/staff/garbage/items.xlsx', editors, 'The list of things as a workbook', showItemFile('xlsx')),
  file('/staff/garbage/items.csv', editors, 'The list of things as CSV', showItemFile('csv')),
  page('/staff/garbage/items/new', editors, showNewItem),
  action('/staff/garbage/items/new', editors, itemForm, saveItem, askItemAgain),
  page('/staff/garbage/items/:key', editors, showEditItem),
  action('/staff/garbage/items/:key', editors, itemForm, saveItem, askItemAgain),
  action('/staff/garbage/items/:key/remove', editors, removeForm, removeItem, refuseForm),
  page('/staff/garbage/items/:key/history', editors, showItemHistory),
  action('/staff/garbage/items/:key/undo', editors, changeForm, undoChange, refuseForm),
  page('/staff/garbage/history', editors, showHistory),
  action('/staff/garbage/history', editors, batchForm, undoBatch, refuseForm),
  ...FRAME_KINDS.flatMap(frameRoutes),
  page('/staff/garbage/questions', editors, showQuestions),
  page('/staff/garbage/questions/:id', editors, showQuestion),
  action('/staff/garbage/questions/:id/alias', editors, aliasForm, answerWithAlias, answerAgain),
  action('/staff/garbage/questions/:id/reply', editors, replyForm, answerWithReply, answerAgain),
]

/** Classes, dangers, centres, districts and moved days are kept in the same way. */
function frameRoutes(kind: FrameKind): readonly Route[] {
  const list = framePath(kind)
  return [
    page(list, editors, showParts(kind)),
    page(`${list}/new`, editors, showNewPart(kind)),
    action(`${list}/new`, editors, partForm, savePart(kind), refuseForm),
    page(`${list}/:key`, editors, showPart(kind)),
    action(`${list}/:key`, editors, partForm, savePart(kind), refuseForm),
    action(`${list}/:key/retire`, editors, removeForm, retirePart(kind), refuseForm),
    page(`${list}/:key/history`, editors, showPartHistory(kind)),
    action(`${list}/:key/undo`, editors, changeForm, undoPart(kind), refuseForm),
  ]
}

/** A form without its hidden field did not come from our pages. */
async function refuseForm(): Promise<never> {
  throw new Fault('bad-request', 'the form lacks a hidden field')
}

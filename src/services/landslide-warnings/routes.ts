import { action, everyone, file, holding, page, signedIn, type Route } from '#kernel/web/routes.ts'
import { askForHome, leave, sayYes } from './actions/homes.ts'
import { reportSign, settle, startDrill } from './actions/signs.ts'
import { showBoardScript } from './api/board-script.ts'
import { landslideShape, showLandslideJson } from './api/landslide-json.ts'
import { LANDSLIDE_CHANGES } from './facts.ts'
import { drillForm, homeForm, settleForm, signForm, tokenForm } from './forms.ts'
import { showDanger, showMesh, showTown } from './pages/danger.ts'
import { homeAgain, showConfirm, showHome, showLeave, showNear } from './pages/home.ts'
import { showBoard, showSignForm, signAgain } from './pages/signs.ts'

const officers = holding('disaster-officer')

/** The page of a home is made anew each time: it carries a form, and is of one home. */
export const routes: readonly Route[] = [
  page('/landslide', everyone, showDanger, { emptiedBy: LANDSLIDE_CHANGES }),
  page('/landslide/near', everyone, showNear),
  page('/landslide/home', everyone, showHome),
  action('/landslide/home', everyone, homeForm, askForHome, homeAgain),
  page('/landslide/confirm/:token', everyone, showConfirm),
  action('/landslide/confirm/:token', everyone, tokenForm, sayYes, showConfirm),
  page('/landslide/leave/:token', everyone, showLeave),
  action('/landslide/leave/:token', everyone, tokenForm, leave, showLeave),
  page('/landslide/meshes/:mesh', everyone, showMesh),
  page('/landslide/towns/:town', everyone, showTown),
  page('/landslide/signs', everyone, showSignForm),
  action('/landslide/signs', everyone, signForm, reportSign, signAgain),
  file('/landslide.json', everyone, 'The danger of landslides by mesh', showLandslideJson, { reply: landslideShape }),

  page('/staff/landslide', officers, showBoard),
  file('/staff/landslide/board.js', signedIn, 'The script that renews the landslide board', showBoardScript),
  action('/staff/landslide/signs/:id', officers, settleForm, settle, showBoard),
  action('/staff/landslide/drills', officers, drillForm, startDrill, showBoard),
]

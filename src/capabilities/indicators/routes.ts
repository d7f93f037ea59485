import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { setDown } from './actions.ts'
import { factsJson, factsReply, figureReply, indicatorJson, overviewJson, overviewReply } from './api.ts'
import { freezeForm } from './forms.ts'
import { showDesk, showFreeze } from './pages/desk.ts'
import { showFacts } from './pages/facts.ts'
import { showIndicator } from './pages/indicator.ts'
import { showOverview } from './pages/overview.ts'

export const KEEPER = 'evidence-keeper'

/** Nothing is kept in memory: facts are counted a moment after they happen, and a kept page would miss that moment. */
export const routes: readonly Route[] = [
  page('/evidence', everyone, showOverview),
  file('/evidence.json', everyone, 'All figures of a fiscal year; ?year=2021', overviewJson, { reply: overviewReply }),
  page('/evidence/:key', everyone, showIndicator),
  file('/evidence/:key/figure.json', everyone, 'One figure with its definitions and what was set down; ?year=2021', indicatorJson, { reply: figureReply }),
  page('/evidence/:key/facts', everyone, showFacts),
  file('/evidence/:key/facts.json', everyone, 'The facts behind a figure, masked; ?year=2021', factsJson, { reply: factsReply }),
  page('/staff/evidence', holding(KEEPER), showDesk),
  page('/staff/evidence/:key', holding(KEEPER), showFreeze),
  action('/staff/evidence/:key', holding(KEEPER), freezeForm, setDown, showFreeze),
]

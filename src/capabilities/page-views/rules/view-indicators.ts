import type { Indicator } from '#capabilities/indicators/model.ts'
import { text } from '../text.ts'

/** What the plan of a city calls ホームページの閲覧数: the top page by itself. Beside it all pages together. */
export const homeViews: Indicator = {
  key: 'page-views.home', title: text.homeViews, unit: text.unit, nature: 'output', direction: 'up',
  definitions: [{
    from: '2026-04-01', reason: text.firstDefinition, fact: 'page-views.counted',
    count: { kind: 'sum', of: 'body.views' }, where: [{ field: 'body.route', is: '/' }], category: 'body.language',
  }],
}

export const allViews: Indicator = {
  key: 'page-views.all', title: text.allViews, unit: text.unit, nature: 'output', direction: 'up',
  definitions: [{
    from: '2026-04-01', reason: text.firstDefinition, fact: 'page-views.counted',
    count: { kind: 'sum', of: 'body.views' }, category: 'body.language',
  }],
}

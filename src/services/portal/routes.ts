import { NOTICE_CHANGES } from '#capabilities/notices/facts.ts'
import { everyone, page, signedIn, type Route } from '#kernel/web/routes.ts'
import { showDesk, showHome, showParts, showTop } from './pages/home.ts'

/** Shelters are on the emergency page, and which of them are named goes by what threatens. Telegrams that change nothing keep it. */
const SHELTER_CHANGES = ['shelter-opened', 'shelter-changed', 'shelter-closed', 'shelters-listed', 'level-changed', 'order-issued', 'order-cancelled'].map(
  (fact) => `disaster-information.${fact}`,
)
const TOP_CHANGES = ['portal.*', ...NOTICE_CHANGES, ...SHELTER_CHANGES]

export const routes: readonly Route[] = [
  page('/', everyone, showTop, { emptiedBy: TOP_CHANGES }),
  page('/home', everyone, showHome, { emptiedBy: ['portal.*'] }),
  page('/staff', signedIn, showDesk),
  page('/design', everyone, showParts, { emptiedBy: ['portal.*'] }),
]

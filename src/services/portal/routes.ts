import { everyone, page, signedIn, type Route } from '#kernel/web/routes.ts'
import { showDesk, showParts, showTop } from './pages.ts'

export const routes: readonly Route[] = [
  page('/', everyone, showTop, { emptiedBy: ['portal.*'] }),
  page('/staff', signedIn, showDesk),
  page('/design', everyone, showParts, { emptiedBy: ['portal.*'] }),
]

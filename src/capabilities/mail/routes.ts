import { holding, page, type Route } from '#kernel/web/routes.ts'
import { showDelivered, showLetters } from './pages.ts'

const administrator = holding('system-administrator')

export const routes: readonly Route[] = [
  page('/staff/mail', administrator, showLetters),
  page('/staff/mail/:id', administrator, showDelivered),
]

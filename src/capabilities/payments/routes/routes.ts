import type { Route } from '#kernel/web/routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { payerRoutes } from './payer-routes.ts'

export const routes: readonly Route[] = [...payerRoutes, ...deskRoutes]

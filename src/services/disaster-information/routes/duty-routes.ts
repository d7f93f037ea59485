import type { Route } from '#kernel/web/routes.ts'

/** The duty board: what is suggested, what is issued, what was. */
export const dutyRoutes: readonly Route[] = []

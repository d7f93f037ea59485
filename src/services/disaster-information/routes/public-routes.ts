import type { Route } from '#kernel/web/routes.ts'

/** What residents read, and the shelters that staff keep. */
export const publicRoutes: readonly Route[] = []

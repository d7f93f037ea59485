import type { Route } from '#kernel/web/routes.ts'

/** Where telegrams come in, and where staff look at them. */
export const intakeRoutes: readonly Route[] = []

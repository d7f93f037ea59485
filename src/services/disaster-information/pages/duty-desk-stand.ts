import type { FormProblems, Typed } from '#kernel/forms/form.ts'
import type { RosterLine } from '../rules/escalation.ts'

export const DUTY_DESK = '/staff/disaster/duty'

/** How the page's two forms stand. */
export interface DeskStand {
  readonly typed: Typed
  readonly problems: FormProblems
}

/** `2026-04-01 – 2026-11-21`; open at its end while it lasts. */
export function periodText({ validFrom, validTo }: Pick<RosterLine, 'validFrom' | 'validTo'>): string {
  return `${validFrom.toString()} – ${validTo?.toString() ?? ''}`.trimEnd()
}

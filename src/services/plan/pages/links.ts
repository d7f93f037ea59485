import type { PlanEntry } from '../store/catalogue.ts'

/** Addresses of the plan's pages. The plan is named in them only where it is not the one shown without a name. */
export class PlanLinks {
  private readonly plan: string | null

  constructor(entry: Pick<PlanEntry, 'key'>, plans: readonly Pick<PlanEntry, 'key'>[]) {
    this.plan = entry.key === plans[0]?.key ? null : entry.key
  }

  to(path: string, query: Readonly<Record<string, string>> = {}): string {
    const wishes = new URLSearchParams(this.plan === null ? query : { plan: this.plan, ...query })
    return wishes.size === 0 ? path : `${path}?${wishes}`
  }

  /** What a form must carry to stay with the plan. */
  get hidden(): Readonly<Record<string, string>> {
    return this.plan === null ? {} : { plan: this.plan }
  }

  project(key: string): string {
    return this.to(`/plan/projects/${encodeURIComponent(key)}`)
  }

  report(year: number, ending = ''): string {
    return this.to(`/plan/report/${year}${ending}`)
  }

  /** A project's sheet, or with null the cover; `below` leads to its history and so on. */
  sheet(projectKey: string | null, year: number, below = '', query: Readonly<Record<string, string>> = {}): string {
    return this.to(`${sheetAction(projectKey)}${below}`, { year: String(year), ...query })
  }
}

/** Where the form of a sheet, or with null of the cover, is sent. */
export function sheetAction(projectKey: string | null): string {
  return projectKey === null ? '/staff/plan/cover' : `/staff/plan/sheets/${encodeURIComponent(projectKey)}`
}

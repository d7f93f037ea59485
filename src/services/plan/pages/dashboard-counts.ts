import type { Branch, PlanDocument, Project } from '../model.ts'

/** How many projects bear each mark; in the order of the achievement scale, with the unjudged at the end. */
export interface MarkCount {
  /** Step of the achievement scale; null for projects that nobody has judged. */
  readonly step: string | null
  readonly count: number
}

export interface MarkCounts {
  /** Step keys in the order of the columns below; null, for the unjudged, only where there are such. */
  readonly steps: readonly (string | null)[]
  readonly total: number
  readonly byMark: readonly MarkCount[]
  readonly byBranch: readonly { readonly branch: Branch; readonly counts: readonly number[] }[]
  /** Empty name: no department is printed. */
  readonly byDepartment: readonly { readonly department: string; readonly counts: readonly number[] }[]
}

/**
 * Counts the projects of a plan. Each counts once, at its main place and for its first owner: a project that is listed
 * again, or has joint owners, would otherwise be counted as two.
 */
export function countMarks(document: PlanDocument): MarkCounts {
  const { projects, branches, scales } = document
  const hasUnjudged = projects.some(({ sheet }) => sheet.achievement === null)
  const steps = [...scales.achievement.steps.map(({ key }) => key), ...(hasUnjudged ? [null] : [])]
  const countsOf = (own: readonly Project[]) => steps.map((step) => own.filter(({ sheet }) => sheet.achievement === step).length)
  const tops = topBranches(document)
  const byTop = Map.groupBy(projects, ({ key }) => tops.get(key))
  const byDepartment = Map.groupBy(projects, ({ owners }) => owners[0]?.department ?? '')
  const totals = countsOf(projects)
  return {
    steps,
    total: projects.length,
    byMark: steps.map((step, index) => ({ step, count: totals[index] ?? 0 })),
    byBranch: branches
      .filter(({ parentKey }) => parentKey === null)
      .map((branch) => ({ branch, counts: countsOf(byTop.get(branch.key) ?? []) })),
    byDepartment: [...byDepartment]
      .toSorted(([one, ones], [other, others]) => Number(one === '') - Number(other === '') || others.length - ones.length)
      .map(([department, own]) => ({ department, counts: countsOf(own) })),
  }
}

/** The top branch below which each project has its main place. */
export function topBranches({ branches, listings }: PlanDocument): ReadonlyMap<string, string> {
  const parents = new Map(branches.map(({ key, parentKey }) => [key, parentKey]))
  const topOf = (key: string): string => {
    let top = key
    for (let step = 0; step < branches.length; step++) {
      const parent = parents.get(top) ?? null
      if (parent === null) break
      top = parent
    }
    return top
  }
  const tops = new Map<string, string>()
  for (const { projectKey, branchKey, isRelisting } of listings) {
    if (!isRelisting || !tops.has(projectKey)) tops.set(projectKey, topOf(branchKey))
  }
  return tops
}

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../tool.ts'

export interface Module {
  readonly source: string
  readonly dependencies: readonly { readonly resolved: string }[]
}

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

export interface Cruise {
  readonly modules: readonly Module[]
  readonly violations: readonly Violation[]
}

/** What dependency-cruiser prints as JSON, as far as it is read here. */
interface Report {
  readonly modules: readonly Module[]
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[] }
}

const REPORT_BYTES = 256 * 1024 * 1024

/** Reads every import below the folders of a project, and judges them by boundaries.cjs. */
export async function cruise(root: string, folders: readonly string[]): Promise<Cruise> {
  const words = [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', join(ROOT, 'boundaries.cjs'), '--output-type', 'json', ...folders]
  const { modules, summary } = JSON.parse(await outputOf(words, root)) as Report
  const own = modules.filter((module) => !module.source.includes('node_modules') && module.source.endsWith('.ts'))
  return { modules: own, violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })) }
}

/** Circles among capabilities, as `imports → documents → imports`, by any of their files. */
export function capabilityCircles(modules: readonly Module[]): string[] {
  const knows = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const from = capabilityOf(source)
    const to = dependencies.map((dependency) => capabilityOf(dependency.resolved)).filter((name) => name !== null && name !== from)
    if (from !== null) knows.set(from, new Set([...(knows.get(from) ?? []), ...(to as string[])]))
  }
  return [...knows.keys()].flatMap((start) => {
    const circle = wayBack(knows, start, [start])
    return circle === null || circle.some((name) => name < start) ? [] : [circle.join(' → ')]
  })
}

function wayBack(knows: ReadonlyMap<string, ReadonlySet<string>>, start: string, way: readonly string[]): string[] | null {
  for (const next of knows.get(way.at(-1) as string) ?? []) {
    if (next === start) return [...way, start]
    const circle = way.includes(next) ? null : wayBack(knows, start, [...way, next])
    if (circle !== null) return circle
  }
  return null
}

function capabilityOf(file: string): string | null {
  return /^src\/capabilities\/([^/]+)\//.exec(file)?.[1] ?? null
}

/** The exit code counts violations and says nothing about failure; a report that cannot be read does. */
function outputOf(words: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...words], { cwd, maxBuffer: REPORT_BYTES }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout)
      else reject(new Error(`dependency-cruiser did not report: ${stderr || error?.message}`))
    })
  })
}

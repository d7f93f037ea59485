/**
 * `npm run boundaries`: who may know whom, as boundaries.cjs says. A checker that reads nothing finds nothing, so this
 * also counts what was read and breaks every rule once, in a project of its own, to see that the rule is awake.
 */
import { createRequire } from 'node:module'
import { capabilityCircles, cruise } from './boundaries/cruise.ts'
import { rulesThatSleep } from './boundaries/seeded-violations.ts'
import { ROOT, runTool } from './tool.ts'

/** The program has several hundred files; a reading with fewer than this has gone wrong. */
const FEWEST_MODULES = 50
const FOLDERS = ['src', 'tests', 'tools', 'cities', 'bench', 'vitest.config.ts'] as const

export function ruleNames(): string[] {
  const { forbidden } = createRequire(import.meta.url)('../boundaries.cjs') as { forbidden: { name: string }[] }
  return forbidden.map((rule) => rule.name)
}

if (import.meta.main) {
  await runTool('boundaries', async () => {
    const [{ modules, violations }, sleeping] = await Promise.all([cruise(ROOT, FOLDERS), rulesThatSleep(ruleNames())])
    if (modules.length < FEWEST_MODULES) throw new Error(`only ${modules.length} modules were read, so nothing was checked`)
    console.log(`boundaries: ${modules.length} modules read, ${ruleNames().length} rules broken on purpose`)
    return [
      ...violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule}`),
      ...capabilityCircles(modules).map((circle) => `${circle}: capabilities lean on each other in a circle`),
      ...sleeping.map((rule) => `the rule ${rule} did not notice its seeded violation`),
    ]
  })
}

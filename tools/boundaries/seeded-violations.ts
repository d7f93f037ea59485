import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../tool.ts'
import { cruise } from './cruise.ts'

/** One import for each rule that the rule must refuse: file that imports, and what. */
const SEEDS: Readonly<Record<string, { readonly in: string; readonly imports: string }>> = {
  'kernel-knows-nobody': { in: 'src/kernel/seed.ts', imports: '../design/design.ts' },
  'design-knows-the-kernel-only': { in: 'src/design/seed.ts', imports: '#capabilities/imports/door.ts' },
  'capabilities-know-no-service': { in: 'src/capabilities/seed/door.ts', imports: '../../services/two/model.ts' },
  'services-know-what-is-below': { in: 'src/services/one/rules.ts', imports: '../../city.ts' },
  'services-are-strangers': { in: 'src/services/one/pages.ts', imports: '../two/model.ts' },
  'capabilities-have-front-doors': { in: 'src/services/one/store.ts', imports: '#capabilities/imports/behind/inner.ts' },
  'capabilities-have-front-doors-for-each-other': { in: 'src/capabilities/seed/second-door.ts', imports: '../imports/behind/inner.ts' },
  'closed-rooms-of-capabilities': { in: 'src/services/one/actions.ts', imports: '#capabilities/imports/store.ts' },
  'closed-rooms-for-each-other': { in: 'src/capabilities/seed/third-door.ts', imports: '../imports/store.ts' },
  'facts-are-read-for-evidence-only': { in: 'src/services/one/facts.ts', imports: '#kernel/facts/reading.ts' },
  'only-the-city-knows-its-parts': { in: 'src/commands/seed.ts', imports: '../services/two/manifest.ts' },
  'testing-is-for-tests': { in: 'src/services/one/jobs.ts', imports: '../../testing.ts' },
  'tests-are-imported-by-nobody': { in: 'src/services/one/api.ts', imports: './rules.test.ts' },
  'the-program-knows-no-tools': { in: 'src/commands/second-seed.ts', imports: '../../tools/seed.ts' },
  'everything-is-found': { in: 'src/services/one/forms.ts', imports: './nowhere.ts' },
  'run-time-needs-dependencies': { in: 'src/services/one/seed.ts', imports: 'axe-core' },
}

const OTHERS: readonly string[] = [
  'src/design/design.ts', 'src/capabilities/imports/door.ts', 'src/capabilities/imports/store.ts',
  'src/capabilities/imports/behind/inner.ts', 'src/services/two/model.ts', 'src/services/two/manifest.ts', 'src/city.ts', 'src/testing.ts',
  'src/services/one/rules.test.ts', 'src/kernel/facts/reading.ts', 'tools/seed.ts',
]

/** Breaks every rule once, in a small project of its own; resolves to the rules that did not notice, and the rules that have no seed. */
export async function rulesThatSleep(rules: readonly string[]): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'tsunagu-boundaries-'))
  try {
    plant(root)
    const { violations } = await cruise(root, ['src', 'tools'])
    return rules.filter((rule) => !violations.some((violation) => violation.rule === rule && violation.from === SEEDS[rule]?.in))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function plant(root: string): void {
  const imports = { '#kernel/*': './src/kernel/*', '#capabilities/*': './src/capabilities/*', '#design/*': './src/design/*' }
  write(root, 'package.json', JSON.stringify({ name: 'seed', type: 'module', imports, devDependencies: { 'axe-core': '*' } }))
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  for (const file of OTHERS) write(root, file, `export const here = '${file}'\n`)
  for (const seed of Object.values(SEEDS)) write(root, seed.in, `import { here } from '${seed.imports}'\n\nexport const seen = here\n`)
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

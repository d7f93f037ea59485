/**
 * `npm run city`: draws docs/city.md from the manifests and migrations, so that the page cannot say anything that the
 * program does not do. `--check` changes nothing and says whether the page is fresh.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { migrationsOf } from '#kernel/city/open-city.ts'
import { schemaOf } from '#kernel/database/roles.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { parts } from '../src/city.ts'
import { dutiesChapter, faultsChapter, jobsChapter, meetingsChapter, partsChapter } from './city-book/chapters.ts'
import { KERNEL_ROUTES } from './city-book/kernel-routes.ts'
import { code, table } from './city-book/markdown.ts'
import { partChapter, tablesOf } from './city-book/part-chapter.ts'
import { ROOT, runTool } from './tool.ts'

const BOOK = 'docs/city.md'

export function cityBook(from: readonly Manifest[]): string {
  const migrations = migrationsOf(from)
  return [
    '# The city\n',
    'Written by `npm run city` from the program itself; edit the manifests, not this page.\n',
    partsChapter(from),
    meetingsChapter(from),
    dutiesChapter(from),
    jobsChapter(from),
    faultsChapter(),
    ...from.map((part) => partChapter(part, migrations.filter((migration) => migration.schema === schemaOf(part.name)))),
    '## kernel\n',
    table(['path', 'what'], Object.entries(KERNEL_ROUTES).map(([path, what]) => [code(path), what])),
    tablesOf(migrations.filter((migration) => migration.schema === 'kernel')),
  ].join('\n')
}

export function isBookFresh(root: string): boolean {
  const file = join(root, BOOK)
  return existsSync(file) && readFileSync(file, 'utf8') === cityBook(parts)
}

if (import.meta.main) {
  await runTool('city', async ({ isCheck }) => {
    if (isCheck) return isBookFresh(ROOT) ? [] : [`${BOOK} is not what the program says: npm run city`]
    mkdirSync(dirname(join(ROOT, BOOK)), { recursive: true })
    writeFileSync(join(ROOT, BOOK), cityBook(parts))
    return []
  })
}

import type { Manifest } from '#kernel/service/manifest.ts'
import type { Entry, Route } from '#kernel/web/routes.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Migration } from '#kernel/database/migrations.ts'
import { commentsOf } from '#kernel/database/migrations.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { inEnglish } from './chapters.ts'
import { code, listed, table } from './markdown.ts'

/** What the manifest's own type says; whatever else stands in a manifest was added by a capability. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'name', 'kind', 'title', 'summary', 'folder', 'routes', 'entrances', 'duties', 'facts', 'listens', 'answers', 'asks', 'jobs', 'fulfils', 'seed', 'observes', 'assertWidened',
])

export function partChapter(part: Manifest, migrations: readonly Migration[]): string {
  const doors = (part.entrances ?? []).map((door) => `- door for ${door.for}: [${inEnglish(door.title)}](${door.path})${door.duty === undefined ? '' : ` (${code(door.duty)})`}`)
  return [
    `## ${part.name}\n`,
    `${inEnglish(part.summary)}\n`,
    ...(doors.length === 0 ? [] : [`${doors.join('\n')}\n`]),
    ...(part.routes.length === 0 ? [] : [table(['', 'path', 'who may enter', 'what'], part.routes.map(routeRow))]),
    ...addedLines(part),
    tablesOf(migrations),
  ].join('\n')
}

function routeRow(route: Route): string[] {
  return [route.method, code(route.path), whoMayEnter(route.enter), whatOf(route)]
}

function whoMayEnter(entry: Entry): string {
  switch (entry.who) {
    case 'everyone':
      return 'everyone'
    case 'signed-in':
      return 'signed in'
    case 'duty':
      return listed(entry.anyOf.map(code))
    case 'resident':
      return 'residents'
    case 'proven-resident':
      return 'residents with their card'
    default:
      return assertNever(entry)
  }
}

function whatOf(route: Route): string {
  switch (route.kind) {
    case 'page':
      return route.emptiedBy.length === 0 ? 'page' : `page, kept until ${listed(route.emptiedBy.map(code))}`
    case 'file':
    case 'operation':
    case 'delivery':
      return `${route.kind}: ${route.summary}`
    case 'action':
      return `action: ${listed(Object.keys(route.form).map(code)) || 'no fields'}`
    default:
      return assertNever(route)
  }
}

/** Importers, datasets and whatever capabilities have taught manifests to say, by name. */
function addedLines(part: Manifest): string[] {
  return Object.entries(part)
    .filter(([key, value]) => !OWN_KEYS.has(key) && Array.isArray(value))
    .map(([key, value]) => `${key}: ${listed((value as readonly unknown[]).map(entryLine))}\n`)
}

function entryLine(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const { prefix, name = prefix, title } = entry as { prefix?: string; name?: string; title?: Phrase<never> }
  return title === undefined ? code(name ?? '?') : `${code(name ?? '?')} (${inEnglish(title)})`
}

/** Tables with what each column says of its privacy, from the same lines as the comments in the database. */
export function tablesOf(migrations: readonly Migration[]): string {
  const comments = migrations.flatMap((migration) => commentsOf(migration.sql))
  const columns = comments.flatMap((comment) => {
    const match = /^comment on column (\w+\.\w+)\.(\w+) is '(\w+): (.*)'$/s.exec(comment)
    return match === null ? [] : [{ table: match[1] as string, row: [code(match[2] as string), match[3] as string, (match[4] as string).replaceAll("''", "'")] }]
  })
  const marks = new Map(comments.flatMap((comment) => {
    const match = /^comment on table (\w+\.\w+) is '(.*)'$/s.exec(comment)
    return match === null ? [] : [[match[1] as string, match[2] as string] as const]
  }))
  return [...Map.groupBy(columns, (column) => column.table)]
    .map(([name, own]) => `Table ${code(name)}${marks.has(name) ? ` (${marks.get(name)})` : ''}\n\n${table(['column', 'privacy', 'meaning'], own.map(({ row }) => row))}`)
    .join('\n')
}

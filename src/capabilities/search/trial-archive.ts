import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { queriesOver } from '#kernel/database/queries.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { factType } from '#kernel/facts/fact.ts'
import { html } from '#kernel/html/html.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import { phrases } from '#kernel/text/text.ts'
import { changedBy, type Searchable, type SearchDocument } from './search.ts'

/** An invented service for the tests of the search: an archive with papers for everybody and papers for staff. */
interface ArchiveTables {
  'archive.paper': { key: string; title: string; reading: string; body: string; duty: string | null }
}

const archive = queriesOver<ArchiveTables>()

const words = phrases({
  archive: { ja: '{文書館|ぶんしょかん}', 'ja-x-yasashii': '{文書館|ぶんしょかん}', en: 'Archive', pt: 'Arquivo' },
  papers: { ja: '{公文書|こうぶんしょ}', 'ja-x-yasashii': '{文書|ぶんしょ}', en: 'Papers', pt: 'Papéis' },
  keeper: { ja: '{文書館|ぶんしょかん}の{係|かかり}', 'ja-x-yasashii': '{文書館|ぶんしょかん}の {人|ひと}', en: 'Archive keeper', pt: 'Arquivista' },
})

export const paperKept = factType('archive.paper-kept', z.object({ key: z.string() }))
export const archiveMoved = factType('archive.moved', z.object({ papers: z.int() }))

export interface Paper {
  readonly key: string
  readonly title: string
  readonly reading?: string
  readonly body?: string
  /** Only for who holds it. */
  readonly duty?: string
}

/** Keeps papers and says so, one fact each. */
export async function keepPapers(tx: Tx, papers: readonly Paper[]): Promise<void> {
  for (const { key, title, reading = '', body = '', duty = null } of papers) {
    const row = { title, reading, body, duty }
    await tx.run(archive.insertInto('archive.paper').values({ key, ...row }).onConflict((known) => known.column('key').doUpdateSet(row)))
    tx.publish(paperKept, `paper:${key}`, { key })
  }
}

export async function burnPaper(tx: Tx, key: string): Promise<void> {
  await tx.run(archive.deleteFrom('archive.paper').where('key', '=', key))
  tx.publish(paperKept, `paper:${key}`, { key })
}

export const papers: Searchable = {
  kind: 'papers',
  title: words.papers,
  changes: [changedBy(paperKept, ({ body }) => [body.key]), changedBy(archiveMoved, () => 'all')],
  async list(tx, { after, limit }) {
    return (await tx.list(all().where('key', '>', after ?? '').limit(limit))).map(documentOf)
  },
  async load(tx, keys) {
    return (await tx.list(all().where('key', 'in', keys))).map(documentOf)
  },
  async answers(_, keys) {
    return new Map(keys.filter((key) => key.startsWith('answer')).map((key) => [key, html`<p>THE THING ITSELF: ${key}</p>`]))
  },
}

function all() {
  return archive.selectFrom('archive.paper').selectAll().orderBy('key')
}

function documentOf({ key, title, reading, body, duty }: ArchiveTables['archive.paper']): SearchDocument {
  return { key, title, reading, text: body, href: `/archive/${encodeURIComponent(key)}`, audience: duty === null ? 'everyone' : { duty } }
}

const MIGRATION = `create table archive.paper (
  key text primary key collate "C", -- public: which paper
  title text not null, -- public: title
  reading text not null, -- public: kana
  body text not null, -- public: text
  duty text -- internal: who may know of it
);
`

export function trialArchive(searchables: readonly Searchable[] = [papers]): Manifest {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-archive-'))
  mkdirSync(join(folder, 'migrations'))
  writeFileSync(join(folder, 'migrations', '0001-papers.sql'), MIGRATION)
  return {
    name: 'archive', kind: 'service', title: words.archive, summary: words.papers, folder, routes: [],
    facts: { paperKept, archiveMoved }, duties: [{ name: 'archive-keeper', title: words.keeper }], searchables,
  }
}

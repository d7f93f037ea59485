import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { reencrypt } from './jobs.ts'
import { READER_DUTY } from './number-vault.ts'
import { OFFICER_DUTY, routes } from './routes.ts'
import { settleNumbers } from './seed.ts'
import { vaultWords as words } from './text/vault-words.ts'

/** 個人番号 and 住民票コード, apart from everything else. */
export const numberVault: Manifest = {
  name: 'number-vault',
  kind: 'capability',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  routes,
  entrances: [{ path: '/staff/numbers', title: words.title, summary: words.summary, icon: 'key', for: 'staff', duty: OFFICER_DUTY }],
  duties: [{ name: READER_DUTY, title: words.reader }, { name: OFFICER_DUTY, title: words.officer }],
  asks: ['resident-records.person-of'],
  facts,
  jobs: [reencrypt],
  settle: settleNumbers,
}

import type { Manifest } from '#kernel/service/manifest.ts'
import { facts } from './facts.ts'
import { allowanceChange, allowanceClaim } from './forms/allowance.ts'
import { settleClaims } from './seed/settle.ts'
import { words } from './text/allowance-words.ts'

/** What families file with the city. */
export const childcareProcedures: Manifest = {
  name: 'childcare-procedures',
  kind: 'service',
  title: words.title,
  summary: words.summary,
  folder: import.meta.dirname,
  needs: ['applications'],
  routes: [],
  facts,
  procedures: [allowanceClaim, allowanceChange],
  fulfils: ['1-2-1'],
  // So that a believable city has believable claims.
  asks: ['resident-records.household-of'],
  settle: settleClaims,
}

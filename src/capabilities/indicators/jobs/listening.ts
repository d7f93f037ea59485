import type { BatchListener } from '#kernel/service/manifest.ts'
import { holdCounting, keepCountedTo, listFactNames } from '../store/definitions.ts'
import { countFacts, coverageOf } from './counting.ts'
import { takeOver } from './taking-over.ts'

/** Counts the facts that the definitions name as they enter the chain. */
export const counting: BatchListener = {
  name: 'counting',
  begin: takeOver,
  factNames: async (tx) => (await listFactNames(tx)).map(({ name }) => name),
  async handle(tx, { facts, from, to }) {
    const counted = await holdCounting(tx)
    // What has been counted is never counted again, whoever hands it over once more.
    const fresh = facts.filter((fact) => fact.position > counted)
    await countFacts(tx, fresh, (coverages) => ({
      before: coverageOf(coverages, Math.max(from, counted)),
      after: coverageOf(coverages, Math.max(to, counted)),
    }))
    await keepCountedTo(tx, Math.max(to, counted))
  },
}

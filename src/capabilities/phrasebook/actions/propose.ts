import type { Tx } from '#kernel/database/transaction.ts'
import { facts } from '../facts.ts'
import type { TemplateLine } from '../model.ts'
import { findVersion, keepDecision, keepVersion, type Writing } from '../store/versions.ts'
import { holdState, setState } from '../store/templates.ts'

export type Proposed = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: 'overtaken' | 'unchanged' }

/**
 * Keeps a new version that waits for approval; what is in force stays in force. An older proposal is replaced. `seen`
 * names the newest version on the page that sent it (null: none, undefined: it does not matter).
 */
export async function propose(tx: Tx, writing: Writing, seen?: string | null): Promise<Proposed> {
  const { key, lines, cause } = writing
  const state = await holdState(tx, key)
  const newest = state.proposed ?? state.inForce
  if (seen !== undefined && seen !== newest) return { ok: false, why: 'overtaken' }
  if (isSameWords(lines, (await findVersion(tx, newest))?.lines ?? [])) return { ok: false, why: 'unchanged' }
  if (state.proposed !== null) await keepDecision(tx, state.proposed, 'replaced', '')
  const id = await keepVersion(tx, writing)
  await setState(tx, { ...state, proposed: id })
  if (cause !== 'pack') tx.publish(facts.written, id, { key, cause })
  return { ok: true, id }
}

/** The same words in the same order; jsonb does not keep the order of languages. */
export function isSameWords(one: readonly TemplateLine[], other: readonly TemplateLine[]): boolean {
  return printed(one) === printed(other)
}

function printed(lines: readonly TemplateLine[]): string {
  return JSON.stringify(lines.map(({ text, isOptional }) => [text.ja, text['ja-x-yasashii'], text.en, text.pt, isOptional]))
}

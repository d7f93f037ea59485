import { createHash } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import { isUploadedFile, type Typed } from '#kernel/forms/form.ts'
import type { Answer } from './answers.ts'

/**
 * Names one sending of one form: its token, where it was sent, and all that was typed. A double click, a reload or a
 * bad line send the same again; who went back and corrected something sends something new.
 */
export function submissionKeyOf(token: string, address: string, typed: Typed): string {
  const hash = createHash('sha256').update(`${token}\n${address}`)
  for (const name of Object.keys(typed).toSorted()) {
    const value = typed[name]
    hash.update(`\n${name}=`)
    if (isUploadedFile(value)) hash.update(value.fileName).update(value.bytes)
    else hash.update(JSON.stringify(value))
  }
  return hash.digest('base64url')
}

/** Does the work of a sending once: the second sender waits for the first one's commit and gets its answer. */
export async function actOnce(tx: Tx, key: string, act: () => Promise<Answer>): Promise<Answer> {
  const earlier = await tx.list<{ given: Answer | null }>(call('select kernel.begin_submission($1) as given', [key]))
  if (earlier[0]?.given) return earlier[0].given
  const answer = await act()
  // Cookies may hold secrets and are not kept, so an answer that sets some (a sign-in) cannot be given again.
  if (answer.kind === 'redirect' && answer.cookies === undefined) {
    await tx.run(call('select kernel.end_submission($1, $2::jsonb)', [key, answer]))
  } else await tx.run(call('select kernel.free_submission($1)', [key]))
  return answer
}

function call(sql: string, parameters: readonly unknown[]) {
  return { compile: () => ({ sql, parameters }) as never }
}

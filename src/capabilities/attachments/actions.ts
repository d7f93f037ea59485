import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { facts } from './facts.ts'
import type { scanningForm } from './forms.ts'
import { setScanningRule } from './store.ts'
import { words } from './text.ts'

/** Decides what becomes of files while no scanner is named. */
export async function decideScanning({ tx, values }: Submission<ValuesOf<typeof scanningForm>>): Promise<Answer> {
  const { withoutScanner } = values
  await setScanningRule(tx, withoutScanner)
  tx.publish(facts.scanningChanged, 'attachments:scanning', { withoutScanner })
  return redirect('/staff/attachments', { notice: words.saved })
}

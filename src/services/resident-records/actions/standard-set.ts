import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { standardExportForm, standardImportForm } from '../forms/standard-set-form.ts'
import { exportStandardSet, importStandardSet, TRANSFER_BASIS } from '../jobs/standard-set.ts'
import { STANDARD_PATH, showTransfers } from '../pages/standard-set.ts'
import { STANDARD_FILES } from '../rules/standard-layout.ts'
import { askTransfer, countPieces, keepPieces } from '../store/standard-set.ts'
import { standardWords as words } from '../text/standard-set-words.ts'

export async function askExport({ tx, values }: Submission<ValuesOf<typeof standardExportForm>>): Promise<Answer> {
  const id = await askTransfer(tx, { direction: 'export', reason: values.reason, pieces: await countPieces(tx) })
  if (id === undefined) return redirect(STANDARD_PATH, { notice: words.busy })
  await tx.note({ act: 'ask for an export of the register', subject: `standard-transfer:${id}`, basis: TRANSFER_BASIS })
  tx.enqueue(exportStandardSet, { id }, { onceKey: `standard ${id}` })
  return redirect(`${STANDARD_PATH}/${id}`, { notice: words.asked })
}

/** Keeps the archive as it came; the job reads it. How many pieces of work it takes is not known before it was read. */
export async function askImport({ tx, values }: Submission<ValuesOf<typeof standardImportForm>>): Promise<Answer> {
  const { bytes } = values.archive
  const id = await askTransfer(tx, { direction: 'import', reason: values.reason, pieces: STANDARD_FILES.length })
  if (id === undefined) return redirect(STANDARD_PATH, { notice: words.busy })
  await keepPieces(tx, id, bytes, 0)
  await tx.note({ act: 'ask for an import of the register', subject: `standard-transfer:${id}`, basis: TRANSFER_BASIS })
  tx.enqueue(importStandardSet, { id }, { onceKey: `standard ${id}` })
  return redirect(`${STANDARD_PATH}/${id}`, { notice: words.asked })
}

export async function transferAgain(visit: Submission<Record<string, unknown>>): Promise<Answer> {
  return showTransfers(visit, visit.problems)
}

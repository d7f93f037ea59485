import { fileField, longTextField } from '#kernel/forms/form.ts'
import { standardWords as words } from '../text/standard-set-words.ts'

export const standardExportForm = { reason: longTextField({ label: words.reason, max: 300 }) }
export const standardImportForm = {
  archive: fileField({ label: words.archive, hint: words.importHint, accept: '.zip' }),
  reason: longTextField({ label: words.reason, max: 300 }),
}

import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { askExport, askImport, transferAgain } from '../actions/standard-set.ts'
import { showTransferScript } from '../api/transfer-script.ts'
import { standardExportForm, standardImportForm } from '../forms/standard-set-form.ts'
import { showArchive, showTransfer, showTransfers, STANDARD_PATH } from '../pages/standard-set.ts'

/** May carry everybody's data out of the house: a duty of its own, apart from the clerk's. */
export const TRANSFER_DUTY = 'register-transfer'

const carriers = holding(TRANSFER_DUTY)

export const standardRoutes: readonly Route[] = [
  page(STANDARD_PATH, carriers, (visit) => showTransfers(visit)),
  action(`${STANDARD_PATH}/export`, carriers, standardExportForm, askExport, transferAgain as never),
  action(`${STANDARD_PATH}/import`, carriers, standardImportForm, askImport, transferAgain as never),
  file(`${STANDARD_PATH}/transfer.js`, carriers, 'The script that renews the page of a transfer', showTransferScript),
  page(`${STANDARD_PATH}/:id`, carriers, showTransfer),
  file(`${STANDARD_PATH}/:id/register.zip`, carriers, 'The register as a set of CSV files', showArchive),
]

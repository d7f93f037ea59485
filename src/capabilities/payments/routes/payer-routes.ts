import { action, delivery, everyone, file, page, residentSignedIn, type Route } from '#kernel/web/routes.ts'
import { checkCard, chooseCard, chooseSlip, payAgain } from '../actions/pay.ts'
import { takeWebhook, WEBHOOK_MOST_BYTES } from '../actions/webhook.ts'
import { showOwnReceiptSheet } from '../api/receipt-sheet.ts'
import { showOwnSlipSheet } from '../api/slip-sheet.ts'
import { nothingForm } from '../forms.ts'
import { showCard } from '../pages/card.ts'
import { showMine } from '../pages/mine.ts'
import { showPayment } from '../pages/pay.ts'
import { showReceipt } from '../pages/receipt.ts'

/** The payer's own pages: whoever knows the second half of the address may look and pay. */
export const payerRoutes: readonly Route[] = [
  page('/pay/:number/:key', everyone, showPayment),
  action('/pay/:number/:key/card', everyone, nothingForm, chooseCard, payAgain),
  page('/pay/:number/:key/card', everyone, showCard),
  action('/pay/:number/:key/card/check', everyone, nothingForm, checkCard, payAgain),
  action('/pay/:number/:key/slip', everyone, nothingForm, chooseSlip, payAgain),
  file('/pay/:number/:key/slip.pdf', everyone, 'The valid slip for the convenience store as a PDF', showOwnSlipSheet),
  page('/pay/:number/:key/receipt', everyone, showReceipt),
  file('/pay/:number/:key/receipt.pdf', everyone, 'The receipt as a PDF', showOwnReceiptSheet),
  page('/my/payments', residentSignedIn, showMine),
  delivery('/pay/card-webhook', { mostBytes: WEBHOOK_MOST_BYTES, summary: 'What the card provider tells, signed', act: takeWebhook }),
]

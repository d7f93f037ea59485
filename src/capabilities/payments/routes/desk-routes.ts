import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { closeOwnTill, countAgain, openOwnTill, takeCashAgain, takeCashAtDesk } from '../actions/desk-cash.ts'
import { decideRefund, decideVoid, keepAccount, noteTransfer, payOut, refundsAgain, settle, settleAgain } from '../actions/desk-refunds.ts'
import { askRefundAtDesk, askVoidAtDesk, cancelAtDesk, issueSlipAtDesk, renewAtDesk, workAgain } from '../actions/desk-work.ts'
import { closeDay, dayAgain, enterBankLine, fetchDay } from '../actions/match.ts'
import { showDayFile, showMonthFile, showStandInAgentFile, showTransferFile } from '../api/desk-files.ts'
import { showFeeFile } from '../api/fee-files.ts'
import { showReceiptSheet } from '../api/receipt-sheet.ts'
import { showDeskSlipSheet } from '../api/slip-sheet.ts'
import {
  accountForm, bankForm, cashForm, closeDayForm, closeTillForm, decisionForm, nothingForm, openTillForm, reasonForm, refundForm, renewForm, settleForm, transferForm,
} from '../forms.ts'
import { showDesk } from '../pages/desk.ts'
import { showDifferences } from '../pages/differences.ts'
import { showFees } from '../pages/fees.ts'
import { showMatch } from '../pages/match.ts'
import { showMatchDay } from '../pages/match-day.ts'
import { showRefunds } from '../pages/refunds.ts'
import { showRequest } from '../pages/request.ts'
import { showSlips } from '../pages/slips.ts'
import { showTill } from '../pages/till.ts'
import { showWebhooks } from '../pages/webhooks.ts'

const cashiers = holding('cashier')
const approvers = holding('payments-approver')
const desk = holding('cashier', 'payments-approver')

const REQUEST = '/staff/payments/requests/:number'
const REFUND = '/staff/payments/refunds/:id'
const DAY = '/staff/payments/match/:day'

export const deskRoutes: readonly Route[] = [
  page('/staff/payments', desk, showDesk),

  page(REQUEST, desk, showRequest),
  file(`${REQUEST}/slip.pdf`, desk, 'The valid slip of a request as a PDF', showDeskSlipSheet),
  action(`${REQUEST}/cash`, cashiers, cashForm, takeCashAtDesk, takeCashAgain),
  action(`${REQUEST}/refund`, cashiers, refundForm, askRefundAtDesk, workAgain),
  action(`${REQUEST}/receipts/:receipt/void`, cashiers, reasonForm, askVoidAtDesk, workAgain),
  action(`${REQUEST}/renew`, cashiers, renewForm, renewAtDesk, workAgain),
  action(`${REQUEST}/slip`, cashiers, nothingForm, issueSlipAtDesk, workAgain),
  action(`${REQUEST}/cancel`, cashiers, reasonForm, cancelAtDesk, workAgain),

  file('/staff/payments/receipts/:number(^[0-9-]+).pdf', desk, 'A receipt by its number as a PDF', showReceiptSheet),
  action('/staff/payments/receipts/:number/void', approvers, decisionForm, decideVoid, refundsAgain),

  page('/staff/payments/refunds', desk, showRefunds),
  file('/staff/payments/refunds/transfers.xlsx', desk, 'Approved refunds by transfer as a workbook', showTransferFile),
  action(`${REFUND}/decide`, approvers, decisionForm, decideRefund, refundsAgain),
  action(`${REFUND}/pay-out`, cashiers, nothingForm, payOut, refundsAgain),
  action(`${REFUND}/account`, desk, accountForm, keepAccount, refundsAgain),
  action(`${REFUND}/transferred`, desk, transferForm, noteTransfer, refundsAgain),

  page('/staff/payments/till', cashiers, showTill),
  action('/staff/payments/till/open', cashiers, openTillForm, openOwnTill, countAgain),
  action('/staff/payments/till/close', cashiers, closeTillForm, closeOwnTill, countAgain),

  page('/staff/payments/differences', desk, showDifferences),
  action('/staff/payments/differences/:id', desk, settleForm, settle, settleAgain),
  page('/staff/payments/slips', desk, showSlips),
  file('/staff/payments/slips/stand-in.csv', cashiers, 'A file as the stand-in of the collecting agent writes it; stage=prompt or final', showStandInAgentFile),
  page('/staff/payments/webhooks', desk, showWebhooks),

  page('/staff/payments/match', desk, showMatch),
  file('/staff/payments/match.xlsx', desk, 'The month report as a workbook; month=YYYY-MM', showMonthFile),
  file('/staff/payments/match/:day(^[0-9-]+).xlsx', desk, 'A day of the match as a workbook', showDayFile),
  page(DAY, desk, showMatchDay),
  action(`${DAY}/bank`, desk, bankForm, enterBankLine, dayAgain),
  action(`${DAY}/fetch`, desk, nothingForm, fetchDay, dayAgain),
  action(`${DAY}/close`, approvers, closeDayForm, closeDay, dayAgain),

  page('/staff/payments/fees', desk, showFees),
  file('/staff/payments/fees.xlsx', desk, 'The table of fees as a workbook', showFeeFile),
]

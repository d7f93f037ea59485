import { assertNever } from '#kernel/values/assert-never.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { said } from '../pages/frame.ts'
import { isCardOffered, paymentPage, payVisit } from '../pages/pay.ts'
import { payPath } from '../pages/paths.ts'
import { providerSettings } from '../provider.ts'
import { CardProvider } from '../provider/client.ts'
import { isPayable } from '../rules/fold.ts'
import { listSessionsOf } from '../store/sessions.ts'
import { payWords } from '../text/pay-words.ts'
import { openCardSession, takeSession } from './card.ts'
import { issueSlip } from './slip.ts'

/** The payer has chosen the card: opens the provider's page and shows the way there. */
export async function chooseCard(visit: Submission<unknown>): Promise<Answer> {
  const given = await payVisit(visit)
  const { request, standing } = given
  const settings = providerSettings(visit)
  if (settings === null || !isCardOffered(given) || !isPayable(standing.state)) return paymentPage(given, payWords.noLongerPayable, 409)
  const { voice, client, tx } = visit
  const language = voice.htmlLang === 'ja' ? 'ja' : voice.htmlLang === 'en' ? 'en' : 'pt-BR'
  const address = `${client.origin}${payPath(request)}/card`
  const opened = await openCardSession(tx, settings, request, { title: said(request.title, voice), language, address })
  return opened.ok ? redirect(`${payPath(request)}/card`) : paymentPage(given, payWords.cardUnavailable, 503)
}

/** The payer has chosen the shop: issues the slip, or gives the one that is valid. */
export async function chooseSlip(visit: Submission<unknown>): Promise<Answer> {
  const given = await payVisit(visit)
  const { request, settings } = given
  const outcome = await issueSlip(visit.tx, request, settings)
  switch (outcome) {
    case 'issued':
    case 'there-already':
      return redirect(payPath(request), { notice: payWords.slipMade })
    case 'expired':
    case 'not-payable':
    case 'not-offered':
      return paymentPage(given, payWords.noLongerPayable, 409)
    default:
      return assertNever(outcome)
  }
}

/** Asks the provider now, where its word has not come: the payer need not wait for the sweep. */
export async function checkCard(visit: Submission<unknown>): Promise<Answer> {
  const { request } = await payVisit(visit)
  const settings = providerSettings(visit)
  const session = (await listSessionsOf(visit.tx, request.id)).findLast(({ state }) => state === 'open')
  if (settings !== null && session !== undefined) {
    const answer = await new CardProvider(settings).session(session.id)
    if (answer.ok) await takeSession(visit.tx, answer.value, visit.tx.now, 'sweep')
  }
  return redirect(`${payPath(request)}/card?came=back`)
}

/** A form of this page has no fields that could be wrong. */
export async function payAgain(visit: Submission<unknown>): Promise<Answer> {
  return paymentPage(await payVisit(visit), payWords.noLongerPayable, 422)
}

import { feeOn, requestPayment, type RequestedPayment } from '#capabilities/payments/payments.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { LANGUAGES, officialVoice, Voice, type Language } from '#kernel/text/text.ts'
import type { CertificateKind, CertificateRequest, Way } from '../model.ts'
import { kindWords } from '../text/words.ts'

/** Key of a reduction that the city grants to whoever asks online. */
const ONLINE = 'online'

export interface Fee {
  readonly fee: string
  readonly reduction: string
  readonly yen: number
}

/** What one costs today; the city's table decides whether there is a price for asking online. */
export async function feeFor(tx: Tx, kind: CertificateKind, way: Way): Promise<Fee | null> {
  const fee = `certificates.${kind}`
  if (way === 'online') {
    const online = await feeOn(tx, { fee, reduction: ONLINE, on: tx.today })
    if (online.ok) return { fee, reduction: ONLINE, yen: online.yen }
  }
  const whole = await feeOn(tx, { fee, on: tx.today })
  return whole.ok ? { fee, reduction: '', yen: whole.yen } : null
}

export function referenceOf(requestId: string): string {
  return `certificates:${requestId}`
}

/** Asks for the fee of a request. The title says which certificate, never for whom. */
export function askForFee(tx: Tx, { id, kind, reduction, accountId }: Pick<CertificateRequest, 'id' | 'kind' | 'reduction' | 'accountId'>, returnPath: string): Promise<RequestedPayment> {
  return requestPayment(tx, {
    lines: [{ fee: `certificates.${kind}`, quantity: 1, ...(reduction === '' ? {} : { reduction }) }],
    reference: referenceOf(id), title: titleOf(kind), owner: { accountId }, returnPath,
  })
}

function titleOf(kind: CertificateKind): Readonly<Record<Language, string>> {
  const said = (language: Language) => new Voice({ ...officialVoice.reader, language }).plain(kindWords[kind])
  return Object.fromEntries(LANGUAGES.map((language) => [language, said(language)])) as Record<Language, string>
}

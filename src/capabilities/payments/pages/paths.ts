import type { PaymentRequest } from '../model.ts'

/** The payer's page. The second half is the secret: the number alone can be read aloud and opens nothing. */
export function payPath({ number, accessKey }: Pick<PaymentRequest, 'number' | 'accessKey'>): string {
  return `/pay/${number}/${accessKey}`
}

export function receiptPath(request: Pick<PaymentRequest, 'number' | 'accessKey'>): string {
  return `${payPath(request)}/receipt`
}

/** Where staff see everything about a request. */
export function deskPath({ number }: Pick<PaymentRequest, 'number'>): string {
  return `/staff/payments/requests/${number}`
}

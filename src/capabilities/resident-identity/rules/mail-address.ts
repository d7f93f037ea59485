import { isMailAddress } from '#capabilities/mail/mail.ts'
import { graphemes } from '#kernel/values/text-forms.ts'

/** Under which addresses lie sealed in this part. */
export const ADDRESS_CONTEXT = 'mail address'

/** The address as it is looked up: without blanks around it, its domain in small letters (RFC 5321, section 2.4). */
export function normalAddress(typed: string): string | null {
  const address = typed.normalize('NFKC').trim()
  const at = address.lastIndexOf('@')
  const normal = `${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`
  return at > 0 && isMailAddress(normal) ? normal : null
}

/** Enough of an address to know one's own again, too little for a passer-by: `ta…@example.jp`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${graphemes(address.slice(0, at)).slice(0, 2).join('')}…${address.slice(at)}`
}

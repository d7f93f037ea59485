import { isMailAddress } from '#capabilities/mail/mail.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Contact, PersonalChannelKey } from '../model.ts'
import { isPushService } from './push-services.ts'

/** Longest endpoint of a push service that is kept; those of browsers are some 200 to 600 characters. */
const LONGEST_ENDPOINT = 2_000

/** Why an address cannot be written to. */
export type AddressProblem = 'not-an-address' | 'keys-missing'

/**
 * Whether the channel could ever reach somebody there. Nothing that could become a second header, a second recipient or
 * another machine of this network passes.
 */
export function addressProblem(channel: PersonalChannelKey, address: string, keys: Contact['keys']): AddressProblem | undefined {
  if (/\p{Cc}/u.test(address)) return 'not-an-address'
  switch (channel) {
    case 'mail':
      return isMailAddress(address) ? undefined : 'not-an-address'
    case 'push':
      if (!isPushEndpoint(address)) return 'not-an-address'
      return keys !== null && arePushKeys(keys) ? undefined : 'keys-missing'
    case 'line':
      // Messaging API reference, "User ID": U and 32 hexadecimal digits.
      return /^U[0-9a-f]{32}$/.test(address) ? undefined : 'not-an-address'
    default:
      return assertNever(channel)
  }
}

/** RFC 8030 section 8: push resources are https, and of a service that browsers use. */
export function isPushEndpoint(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || address.length > LONGEST_ENDPOINT) return false
  return url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && isPushService(url.hostname)
}

/** RFC 8291 section 2: an uncompressed point on P-256 and 16 secret bytes, both base64url. */
function arePushKeys({ p256dh, auth }: NonNullable<Contact['keys']>): boolean {
  if (!/^[\w-]{1,120}={0,2}$/.test(p256dh) || !/^[\w-]{1,60}={0,2}$/.test(auth)) return false
  const point = Buffer.from(p256dh, 'base64url')
  return point.length === 65 && point[0] === 4 && Buffer.from(auth, 'base64url').length === 16
}

/** What a channel keeps apart when it sends: the receiving domain, the push service, or the channel itself. */
export function laneOf(channel: PersonalChannelKey, address: string): string {
  switch (channel) {
    case 'mail':
      return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
    case 'push':
      return new URL(address).hostname
    case 'line':
      return 'line'
    default:
      return assertNever(channel)
  }
}

import type { PublishedKey } from './signing-keys.ts'

export interface DnsRecord {
  /** Fully qualified, without the dot at the end. */
  readonly name: string
  readonly type: 'TXT' | 'MX'
  readonly value: string
  /** What it is for: a phrase's key for the page that shows it. */
  readonly purpose: 'dkim' | 'spf' | 'dmarc' | 'bounces'
}

export interface DnsWishes {
  /** Domain of the letters' sender. */
  readonly domain: string
  /** Domain of the envelope, where failures come back to. */
  readonly returnDomain: string
  readonly keys: readonly PublishedKey[]
  /** SPF mechanisms for the machines that hand letters over, e.g. `ip4:192.0.2.25` or `include:spf.example.jp`. */
  readonly senders: readonly string[]
  /** Mailbox for the daily reports of receivers (RFC 9990); none where it is not given. */
  readonly reportsTo?: string
  /** Receivers report what they would have refused, and refuse nothing yet: `t=y` (RFC 9989), in the place of the old `pct`. */
  readonly isTrial: boolean
  /** Host that receives what comes back. */
  readonly receivingHost: string
}

/**
 * What the city's DNS must say so that its letters are believed: DKIM keys (RFC 6376), who may send (SPF, RFC 7208), what to
 * do with forgeries (DMARC, RFC 9989, which replaced RFC 7489). DMARC is found by a walk up the tree that stops at eight
 * labels, so each domain that sends gets a record of its own.
 */
export function mailDnsRecords({ domain, returnDomain, keys, senders, reportsTo, isTrial, receivingHost }: DnsWishes): DnsRecord[] {
  const dmarc = `v=DMARC1; p=reject; adkim=r; aspf=r${isTrial ? '; t=y' : ''}${reportsTo === undefined ? '' : `; rua=mailto:${reportsTo}`}`
  const dkim = keys.map(({ selector, publicPart }) => ({
    name: `${selector}._domainkey.${domain}`, type: 'TXT' as const, value: `v=DKIM1; k=rsa; p=${publicPart}`, purpose: 'dkim' as const,
  }))
  return [
    ...dkim,
    { name: returnDomain, type: 'TXT', value: ['v=spf1', ...senders, '-all'].join(' '), purpose: 'spf' },
    { name: `_dmarc.${domain}`, type: 'TXT', value: dmarc, purpose: 'dmarc' },
    ...(returnDomain === domain ? [] : [{ name: `_dmarc.${returnDomain}`, type: 'TXT', value: dmarc, purpose: 'dmarc' } as const]),
    { name: returnDomain, type: 'MX', value: `10 ${receivingHost}`, purpose: 'bounces' },
  ]
}

/** A text record in pieces of 255 bytes at most (RFC 1035 section 3.3.14), quoted as zone files want them. */
export function zoneText(value: string): string {
  return (value.match(/.{1,255}/gs) ?? ['']).map((piece) => `"${piece}"`).join(' ')
}

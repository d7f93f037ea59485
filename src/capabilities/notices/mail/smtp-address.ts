/** A mail server that takes messages over from us. */
export interface SmtpAddress {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (RFC 8314), or by STARTTLS (RFC 3207) when the server offers it, or only then. */
  readonly tls: 'implicit' | 'required' | 'offered'
  readonly login: { readonly user: string; readonly password: string } | null
  /** A certificate authority of one's own, PEM; those of the system otherwise. */
  readonly ca?: string
}

const SMTPS_PORT = 465
const SUBMISSION_PORT = 587
const SMTP_PORT = 25

export class SmtpAddressFault extends Error {}

/**
 * `smtp://user:secret@mail.example.jp:587` or `smtps://…`; with `?tls=required` nothing is sent before STARTTLS. A login
 * always requires TLS, except to this machine. Throws `SmtpAddressFault`, which never quotes the secret.
 */
export function smtpAddressIn(text: string): SmtpAddress {
  const url = URL.parse(text)
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new SmtpAddressFault('NOTICES_SMTP_URL (or SMTP_URL) must be like smtps://user:secret@mail.example.jp or smtp://mail.example.jp:587?tls=required')
  }
  const wish = url.searchParams.get('tls')
  if (wish !== null && wish !== 'required') throw new SmtpAddressFault('NOTICES_SMTP_URL: tls must be required, or left out')
  const login = url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const tls = url.protocol === 'smtps:' ? 'implicit' : wish === 'required' || (login !== null && !isThisMachine(host)) ? 'required' : 'offered'
  const usual = tls === 'implicit' ? SMTPS_PORT : login === null ? SMTP_PORT : SUBMISSION_PORT
  return { host, port: url.port === '' ? usual : Number(url.port), tls, login }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

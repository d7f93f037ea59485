/**
 * Security headers of every answer. Scripts and styles come from this host only and never stand in the page, so text
 * that slipped past the escaping could still not run.
 */
const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=()',
}

const OVER_HTTPS: Readonly<Record<string, string>> = { ...ALWAYS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** The security headers of an answer; over https the browser is told to stay there. */
export function securityHeaders(protocol: string): Readonly<Record<string, string>> {
  return protocol === 'https' ? OVER_HTTPS : ALWAYS
}

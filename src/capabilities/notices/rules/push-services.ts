/**
 * Hosts of the push services that browsers use, by the end of their names (looked at on 2026-11-22). Only these are
 * called: an endpoint is an address that a stranger gave us, and must lead to no other machine. `push.example` is the
 * stand-in's; RFC 2606 keeps it from ever being anybody's.
 */
export const PUSH_SERVICES = [
  { browser: 'Chrome, Edge (Android), Samsung Internet, Opera', hosts: ['fcm.googleapis.com', 'jmt17.google.com'] },
  { browser: 'Firefox', hosts: ['updates.push.services.mozilla.com'] },
  { browser: 'Safari', hosts: ['web.push.apple.com'] },
  { browser: 'Edge (Windows)', hosts: ['.notify.windows.com'] },
  { browser: 'stand-in', hosts: ['push.example'] },
] as const

export function isPushService(host: string): boolean {
  return PUSH_SERVICES.some(({ hosts }) => hosts.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known)))
}

import { parse } from 'cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Cookie } from './answers.ts'

export const SESSION_COOKIE = 'tsunagu-session'
/** Ties a form to a visitor who is not signed in. */
export const VISITOR_COOKIE = 'tsunagu-visitor'
/** Carries one sentence from an action to the page shown after it, e.g. 「保存しました」. */
export const NOTICE_COOKIE = 'tsunagu-notice'

export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  return header === undefined ? {} : (parse(header) as Record<string, string>)
}

/** Gives the browser a cookie: for this site only, not for scripts unless said, over https only where there is https. */
export function giveCookie({ request, reply }: { request: FastifyRequest; reply: FastifyReply }, cookie: Cookie): void {
  const parts = [`${cookie.name}=${cookie.value ?? ''}`, 'Path=/', 'SameSite=Lax']
  // Without an age it ends with the browser.
  if (cookie.value === null) parts.push('Max-Age=0')
  else if (cookie.maxAgeSeconds > 0) parts.push(`Max-Age=${cookie.maxAgeSeconds}`)
  if (cookie.isReadableByScripts !== true) parts.push('HttpOnly')
  if (request.protocol === 'https') parts.push('Secure')
  reply.header('set-cookie', parts.join('; '))
}

import type { FastifyReply } from 'fastify'
import { escapeHtml, trusted, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { wayInside } from './way-inside.ts'

/** Carries one sentence from an action to the page shown after it, e.g. 「保存しました」. */
export const NOTICE_COOKIE = 'tsunagu-notice'
const NOTICE_SECONDS = 30
const LONGEST_NOTICE = 300

/** Says it on the next page. The sentence travels in a cookie, so the address stays clean and can be shared. */
export function withNotice(reply: FastifyReply, to: string, notice: Phrase<never> | undefined, voice: Voice): string {
  if (notice !== undefined) {
    const text = encodeURIComponent(voice.plain(notice).slice(0, LONGEST_NOTICE))
    reply.header('set-cookie', `${NOTICE_COOKIE}=${text}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${NOTICE_SECONDS}`)
  }
  return wayInside(to)
}

/** The sentence that an action left, escaped: a cookie comes from outside like everything else. */
export function noticeOf(cookies: Readonly<Record<string, string>>): Html | null {
  const text = cookies[NOTICE_COOKIE]
  return text === undefined || text === '' ? null : trusted(escapeHtml(text.slice(0, LONGEST_NOTICE)))
}

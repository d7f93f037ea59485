import { escapeHtml, trusted, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { Cookie } from './answers.ts'
import { NOTICE_COOKIE } from './cookies.ts'

const NOTICE_SECONDS = 30
const LONGEST_NOTICE = 300

/** The cookie that says it on the next page, so that the address stays clean and can be shared. */
export function noticeCookie(notice: Phrase<never>, voice: Voice): Cookie {
  const value = encodeURIComponent(voice.plain(notice).slice(0, LONGEST_NOTICE))
  return { name: NOTICE_COOKIE, value, maxAgeSeconds: NOTICE_SECONDS }
}

/** The sentence that an action left, escaped: a cookie comes from outside like everything else. */
export function noticeOf(cookies: Readonly<Record<string, string>>): Html | null {
  const text = cookies[NOTICE_COOKIE]
  return text === undefined || text === '' ? null : trusted(escapeHtml(text.slice(0, LONGEST_NOTICE)))
}

import { renderTabs } from '#design/tabs-as-links/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import type { Level, Realm } from '../model.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { REMARK_WORDS } from '../text/intake-reason-words.ts'

export const TELEGRAMS_PATH = '/staff/disaster/telegrams'

export function telegramsCrumb(voice: Voice) {
  return { href: TELEGRAMS_PATH, label: voice.say(words.title) }
}

/** The three views of what comes in. */
export function renderTelegramTabs(voice: Voice, current: 'taken' | 'refused' | 'ways'): Html {
  const tab = (key: 'taken' | 'refused' | 'ways', path: string) => ({ href: `${TELEGRAMS_PATH}${path}`, label: voice.say(words[key]), isCurrent: key === current })
  return renderTabs({ label: voice.plain(words.title), tabs: [tab('taken', ''), tab('refused', '/refused'), tab('ways', '/ways')] })
}

export function renderAt(at: Temporal.Instant): Html {
  return html`<time datetime="${at.toString()}">${minuteOf(at)}</time>`
}

export function levelText(voice: Voice, level: Level | null): string {
  return level === null ? voice.plain(words.unknownLevel) : voice.number(level)
}

export function realmText(voice: Voice, realm: Realm): string {
  return realm === 'live' ? voice.plain(words.live) : `${voice.plain(words.drill)} ${realm.slice('drill:'.length)}`
}

export function remarkText(voice: Voice, remark: string): string | Html {
  const known = Object.hasOwn(REMARK_WORDS, remark) ? REMARK_WORDS[remark] : undefined
  return known === undefined ? remark : voice.say(known)
}

/** A page number typed into an address; 1 for everything that is none. */
export function pageIn(query: Readonly<Record<string, string>>): number {
  return /^[1-9]\d{0,3}$/.test(query.page ?? '') ? Number(query.page) : 1
}

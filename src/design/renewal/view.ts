import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renewalWords } from '../text.ts'

export interface RenewalProps {
  readonly voice: Voice
  readonly seconds: number
  /** `refresh` of the address: `on`, `off`, or what the page does by itself. */
  readonly wish: string | undefined
  /** Whether a script of the page renews it without being asked. */
  readonly hasScript: boolean
  /** What else stands in the address, e.g. `realm=drill:x`. */
  readonly address?: string
}

/**
 * Says how a board renews itself, and lets its reader decide (WCAG 2.2.1). Where no script runs it renews only for who
 * asked: a page that reloads under one's hands is nobody's friend.
 */
export function renderRenewal({ voice, seconds, wish, hasScript, address = '' }: RenewalProps): Html {
  const link = (value: string, label: Html) => html`<a href="?${address === '' ? '' : `${address}&`}refresh=${value}">${label}</a>`
  const renews = html`${voice.say(renewalWords.renews, { seconds })} ${link('off', voice.say(renewalWords.stop))}`
  const start = link('on', voice.say(renewalWords.start))
  if (wish === 'on') return html`<p class="no-print">${renews}</p>`
  if (wish === 'off' || !hasScript) return html`<p class="no-print">${start}</p>`
  return html`<p class="renewal-by-script no-print">${renews}</p><noscript><p>${start}</p></noscript>`
}

/** For `refreshSeconds` of the page's answer. */
export function renewalAsked(wish: string | undefined, seconds: number): { refreshSeconds?: number } {
  return wish === 'on' ? { refreshSeconds: seconds } : {}
}

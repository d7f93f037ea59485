import { renderLinkButton } from '#design/button/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { CardRefusal } from '../model.ts'
import { signInWords as words } from '../text/sign-in.ts'

const REASONS: Readonly<Record<CardRefusal, Phrase<never>>> = {
  expired: words.expired,
  revoked: words.revoked,
  cancelled: words.cancelled,
  'not-proven': words.notProven,
  unreachable: words.unreachable,
  'too-late': words.tooLate,
  crowded: words.crowded,
  closed: words.closed,
}

/** Why a card did not let somebody in, in plain words, and the other ways. */
export async function showCardRefused({ voice }: Visit, reason: CardRefusal, returnTo: string): Promise<Answer> {
  const href = `/my/sign-in?${new URLSearchParams({ return: returnTo })}`
  const main = html`
    ${renderPageTitle({ title: voice.say(words.refusedTitle) })}
    ${renderEmpty({ icon: 'warning', title: voice.say(REASONS[reason]), action: renderLinkButton({ href, label: voice.say(words.otherWays) }) })}`
  const status = reason === 'crowded' ? 429 : reason === 'unreachable' ? 503 : reason === 'cancelled' ? 200 : 422
  return shown({ title: voice.plain(words.refusedTitle), main, status, crumbs: [{ href: '/my/sign-in', label: voice.say(words.title) }] })
}

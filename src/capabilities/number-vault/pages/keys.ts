import { renderBadge } from '#design/badge/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { renderConfirm } from '#design/confirm/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { listKeyStates, type KeyState } from '../store/numbers.ts'
import { vaultWords as words } from '../text/vault-words.ts'

/** While numbers move to a new key, browsers without scripts look again this often. */
const LOOK_AGAIN_SECONDS = 5

/** The keys and how far a change of keys has come. No number is read for it. */
export async function showKeys({ voice, tx }: Visit): Promise<Answer> {
  const keys = await listKeyStates(tx)
  const isMoving = keys.filter(({ emptiedAt }) => emptiedAt === null).length > 1
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.keysLead), actions: keys.length === 0 || isMoving ? nothing : renderLinkButton({ href: '/staff/numbers/rotate', label: voice.say(words.rotate), icon: 'key' }) })}
    ${
      keys.length === 0
        ? renderEmpty({ icon: 'key', title: voice.say(words.noKeys), body: voice.say(words.noKeysBody) })
        : renderStack({ parts: [isMoving ? renderMoving(voice, keys) : nothing, renderKeys(voice, keys)] })
    }`
  return shown({ title: voice.plain(words.title), main, area: 'staff', ...(isMoving ? { refreshSeconds: LOOK_AGAIN_SECONDS } : {}) })
}

/** Asks before the key is changed. */
export async function showRotate(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const newest = (await listKeyStates(tx))[0]
  const main = html`${renderPageTitle({ title: voice.say(words.rotate) })}
    ${renderConfirm({
      voice, title: voice.say(words.rotateTitle), body: voice.say(words.rotateBody), action: '/staff/numbers/rotate', csrfToken: visit.formToken(),
      hidden: { seen: String(newest?.id ?? 0) }, confirmLabel: voice.say(words.rotate), cancelHref: '/staff/numbers', isDangerous: true,
    })}`
  return shown({ title: voice.plain(words.rotate), main, area: 'staff', crumbs: [{ href: '/staff/numbers', label: voice.say(words.title) }] })
}

function renderMoving(voice: Voice, keys: readonly KeyState[]): Html {
  const total = keys.reduce((sum, { numbers }) => sum + numbers, 0)
  return html`<div data-look-again-after="${LOOK_AGAIN_SECONDS}">${renderProgress({ voice, id: 'moving', label: voice.say(words.progress), done: keys[0]?.numbers ?? 0, total })}</div>
    <script src="/staff/numbers/vault.js" defer></script>`
}

function renderKeys(voice: Voice, keys: readonly KeyState[]): Html {
  return renderTable({
    caption: voice.say(words.keys),
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.key), width: 'narrow' },
      { heading: voice.say(words.madeAt), width: 'narrow' },
      { heading: voice.say(words.numbers), isNumeric: true },
      { heading: voice.say(words.state), width: 'narrow' },
    ],
    rows: keys.map(({ id, madeAt, emptiedAt, numbers }, index) => [
      id,
      minuteOf(madeAt),
      voice.number(numbers),
      emptiedAt !== null
        ? renderBadge({ label: voice.say(words.destroyed), tone: 'neutral' })
        : index === 0 ? renderBadge({ label: voice.say(words.inUse), tone: 'success' }) : renderBadge({ label: voice.say(words.leaving), tone: 'warning' }),
    ]),
  })
}

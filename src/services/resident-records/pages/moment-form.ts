import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { beginOf } from '#kernel/time/clock.ts'
import { parseDate } from '#kernel/values/era.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Moment } from '../store/moments.ts'
import { staffWords as words } from '../text/staff-words.ts'

/** Which state was asked for: of which day, and as the register knew it at the end of which day. */
export interface AskedMoment {
  readonly on: Temporal.PlainDate
  /** Null: as it is known now. */
  readonly knownOn: Temporal.PlainDate | null
  readonly moment: Moment
  /** Anything but today as known now. */
  readonly isPast: boolean
}

/** From the address: `on` and `known`, days in any calendar; what cannot be read counts as not said. */
export function momentOf(query: Readonly<Record<string, string>>, today: Temporal.PlainDate): AskedMoment {
  const on = dayIn(query.on) ?? today
  const knownOn = dayIn(query.known)
  const moment = { on, ...(knownOn === null ? {} : { knownAt: beginOf(knownOn.add({ days: 1 })).subtract({ microseconds: 1 }) }) }
  return { on, knownOn, moment, isPast: !on.equals(today) || knownOn !== null }
}

function dayIn(text: string | undefined): Temporal.PlainDate | null {
  const read = parseDate(text ?? '')
  return read.ok ? read.value : null
}

/** Two pickers: the day that is meant, and the day on which one would have looked. */
export function renderMomentForm({ voice }: Visit, path: string, { on, knownOn, isPast }: AskedMoment): Html {
  const fields = renderStack({ parts: [
    renderField({ voice, kind: 'date', name: 'on', label: voice.say(words.onDay), hint: voice.say(words.onDayHint), value: on.toString(), isRequired: false, isTagHidden: true }),
    renderField({ voice, kind: 'date', name: 'known', label: voice.say(words.knownOn), hint: voice.say(words.knownOnHint), value: knownOn?.toString() ?? '', isRequired: false, isTagHidden: true }),
  ] })
  const buttons = html`${renderButton({ label: voice.say(words.look), icon: 'history', kind: 'secondary' })}${isPast ? renderLinkButton({ href: path, label: voice.say(words.backToNow), kind: 'link' }) : nothing}`
  return renderPanel({ heading: voice.say(words.anyTime), body: renderForm({ voice, action: path, method: 'get', body: fields, buttons }) })
}

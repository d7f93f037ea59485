import { attributes, html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { arrivalCurve } from '../rules/muster.ts'
import type { CalledPerson, MusterCall } from '../model.ts'
import { musterWords as words } from '../text/muster-words.ts'

/** In units of the drawing. */
const FRAME = { width: 720, height: 260, left: 52, right: 20, top: 16, bottom: 38 } as const
/** Four marks on the axis of time, whatever its length. */
const TIME_MARKS = 4
const LEAST_MINUTES = 60

/** How many are expected when, as steps; the same in words below it, for who does not see the drawing. */
export function renderCurve(voice: Voice, call: MusterCall, people: readonly CalledPerson[], now: Temporal.Instant): Html {
  const points = arrivalCurve(call.calledAt, people)
  const last = points.at(-1)
  const span = Math.max(LEAST_MINUTES, Math.ceil((last?.minute ?? 0) / LEAST_MINUTES) * LEAST_MINUTES)
  const most = Math.max(1, people.length)
  const x = (minute: number) => FRAME.left + (Math.min(minute, span) / span) * (FRAME.width - FRAME.left - FRAME.right)
  const y = (count: number) => FRAME.height - FRAME.bottom - (count / most) * (FRAME.height - FRAME.top - FRAME.bottom)
  const steps = points.map(({ minute, people: count }, index) => `${index === 0 ? 'M' : `H${x(minute).toFixed(1)}V`}${index === 0 ? `${x(0).toFixed(1)} ${y(0).toFixed(1)}` : y(count).toFixed(1)}`).join('')
  const clock = (minute: number) => call.calledAt.add({ minutes: minute }).toZonedDateTimeISO('Asia/Tokyo').toLocaleString(voice.locale, { hour: '2-digit', minute: '2-digit' })
  const elapsed = Math.max(0, now.since(call.calledAt).total('minutes'))
  const marks = Array.from({ length: TIME_MARKS + 1 }, (_, index) => (span / TIME_MARKS) * index)
  return html`<figure class="muster-curve">
    <figcaption>${voice.say(words.curve)}</figcaption>
    <svg${attributes({ viewBox: `0 0 ${FRAME.width} ${FRAME.height}`, width: '100%', role: 'img', 'aria-label': voice.plain(words.curve) })}>
      ${[0, Math.ceil(most / 2), most].map((count) => html`<line${attributes({ x1: FRAME.left, x2: FRAME.width - FRAME.right, y1: y(count), y2: y(count), stroke: '#c9c2b8' })}></line>
        <text${attributes({ x: FRAME.left - 8, y: y(count) + 6, 'text-anchor': 'end', 'font-size': 18, fill: '#4a443d' })}>${count}</text>`)}
      ${marks.map((minute, index) => html`<text${attributes({ x: x(minute), y: FRAME.height - 10, 'text-anchor': index === TIME_MARKS ? 'end' : 'middle', 'font-size': 18, fill: '#4a443d' })}>${clock(minute)}</text>`)}
      <path${attributes({ d: `${steps}H${x(span).toFixed(1)}`, fill: 'none', stroke: '#0b5d3b', 'stroke-width': 4 })}></path>
      ${elapsed <= span && html`<line${attributes({ x1: x(elapsed), x2: x(elapsed), y1: FRAME.top, y2: FRAME.height - FRAME.bottom, stroke: '#b3261e', 'stroke-width': 2, 'stroke-dasharray': '6 4' })}></line>`}
    </svg>
    <p>${points.slice(1).map(({ minute, people: count }, index) => html`${index > 0 && ' · '}${voice.say(words.curveText, { time: clock(minute), people: count })}`)}</p>
  </figure>`
}

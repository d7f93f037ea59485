import { renderLevel } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { CityWord, FeedState, MeshReading } from '../model.ts'
import { isOld, newestTime } from '../rules/place-state.ts'
import { words } from '../text/page-words.ts'

interface AgeTerms {
  readonly voice: Voice
  readonly readings: ReadonlyMap<string, MeshReading>
  readonly feed: FeedState | undefined
  readonly now: Temporal.Instant
}

/** When the newest word by mesh came. What is old is said to be old, and where nobody is asked, that nobody is. */
export function renderAge({ voice, readings, feed, now }: AgeTerms): Html {
  const newest = newestTime(readings)
  if (newest !== undefined && !isOld(newest, now)) return html`<p>${voice.say(words.asOf, { time: minuteOf(newest) })}${renderInvented(voice, feed)}</p>`
  return renderOldNotice(voice, feed, newest ?? null)
}

/** `last`: as old as what is shown; null where nothing ever came. */
export function renderOldNotice(voice: Voice, feed: FeedState | undefined, last: Temporal.Instant | null): Html {
  if (feed?.source === 'none') return renderNotice({ voice, kind: 'warning', title: voice.say(words.noSource), body: voice.say(words.doUnknown) })
  if (last === null) return renderNotice({ voice, kind: 'warning', title: voice.say(words.noData), body: voice.say(words.doUnknown) })
  return renderNotice({ voice, kind: 'warning', title: voice.say(words.stale), body: voice.say(words.staleBody, { time: minuteOf(last) }) })
}

function renderInvented(voice: Voice, feed: FeedState | undefined): Html {
  return feed?.source === 'stand-in' ? html` ${voice.say(words.inventedDanger)}` : nothing
}

/** The city's own level with its age; that the agency is silent is said, since its calm is then no calm. */
export function renderCityWord(voice: Voice, { level, at, heard }: CityWord): Html {
  const age = at === null ? nothing : html` (${voice.say(words.announced, { time: minuteOf(at) })})`
  return html`<p>${renderLevel({ voice, level, size: 'large', label: html`${voice.say(words.cityNow)}${age}` })}</p>
    ${renderSilence(voice, heard)}`
}

export function renderSilence(voice: Voice, heard: CityWord['heard']): Html {
  switch (heard.kind) {
    case 'current':
      return nothing
    case 'silent':
      return renderNotice({ voice, kind: 'warning', title: voice.say(words.agencySilent), body: voice.say(words.agencySilentBody, { time: minuteOf(heard.heardAt) }) })
    case 'never':
      return renderNotice({ voice, kind: 'warning', title: voice.say(words.agencyNever), body: voice.say(words.agencyNeverBody) })
    default:
      return assertNever(heard)
  }
}

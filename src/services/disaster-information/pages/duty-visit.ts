import { renderNotice } from '#design/notice/view.ts'
import { renderLinkButton } from '#design/button/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { dayOf, minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import type { Crumb } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Realm } from '../model.ts'
import { dutyWords } from '../text/duty-words.ts'

export const DUTY_BOARD = '/staff/disaster'

/** Telegrams that the weather agency itself marks 訓練 or 試験. */
const TELEGRAM_DRILLS: Realm = 'drill:telegrams'

/** The board of a realm; what belongs to a drill never stands on the real one. */
export function boardPath(realm: Realm): string {
  return realm === 'live' ? DUTY_BOARD : `${DUTY_BOARD}/drills/${realm.slice('drill:'.length)}`
}

/** The realm that an address speaks of: `:drill` where it has one, else the real night. */
export function realmOf({ params, query }: Pick<Visit, 'params' | 'query'>): Realm {
  const drill = params.drill ?? query.drill
  if (drill === undefined || drill === '') return 'live'
  if (`drill:${drill}` === TELEGRAM_DRILLS) return TELEGRAM_DRILLS
  if (!isUuid(drill)) throw new Fault('not-found', 'there is no such drill')
  return `drill:${drill}`
}

export function idIn({ params }: Pick<Visit, 'params'>): string {
  const id = params.id ?? ''
  if (!isUuid(id)) throw new Fault('not-found', 'there is no such number')
  return id
}

/** Stands on top of every page of a drill. */
export function renderDrillBand(voice: Voice, realm: Realm): Html {
  if (realm === 'live') return nothing
  return renderNotice({
    voice, kind: 'warning', title: voice.say(dutyWords.drillBand), body: voice.say(dutyWords.drillBandBody),
    actions: renderLinkButton({ href: boardPath(realm), label: voice.say(dutyWords.boardTitle), kind: 'secondary', size: 'small' }),
  })
}

export function boardCrumb(voice: Voice, realm: Realm): Crumb {
  return { href: boardPath(realm), label: voice.say(dutyWords.boardTitle) }
}

/** Hour and minute in Japan, with the day where it is another one. */
export function clockText(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const [day = '', minute = ''] = minuteOf(at).split(' ')
  return dayOf(at).equals(today) ? minute : `${day.slice(5).replace('-', '/')} ${minute}`
}

export function minutesSince(at: Temporal.Instant, now: Temporal.Instant): number {
  return Math.max(0, Math.floor(now.since(at).total('minutes')))
}

/** A name within a sentence: readings would stand in the middle of another's. */
export function named(voice: Voice, phrase: Phrase<never>): string {
  return voice.plain(phrase)
}

import { HAND_OVER_NAMES, HAND_OVER_STATES } from '#capabilities/notices/hand-overs.ts'
import type { District, PersonalChannelKey } from '#capabilities/notices/model.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Level } from '../model.ts'
import { placesOf, type OrderState } from '../rules/orders.ts'
import type { TimeLineStep } from '../rules/time-line.ts'
import { HAZARD_NAMES, LEVEL_WORDS, dutyWords } from '../text/duty-words.ts'
import { orderWords } from '../text/order-words.ts'
import { timeLineWords as words } from '../text/time-line-words.ts'
import { whyText } from './hand-over-lines.ts'
import { orderName } from './order-names.ts'

/** One line of the record, the same on the page, on paper and in the workbook. */
export interface TimeLineRow {
  /** Day, minute and second in Japan. */
  readonly at: string
  readonly kind: string
  readonly who: string
  readonly what: string
}

/** Whole districts are told by their names; `districts` are the city's. */
export function rowOf(voice: Voice, step: TimeLineStep, districts: readonly District[]): TimeLineRow {
  return { at: secondOf(step.at), kind: voice.plain(kindOf(step)), who: step.who, what: whatOf(voice, step, districts) }
}

function secondOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}

function kindOf(step: TimeLineStep): Phrase<never> {
  if (step.kind === 'asked') return step.step > 1 ? words.kindEscalation : words.kindAsked
  return KINDS[step.kind]
}

const KINDS: Readonly<Record<Exclude<TimeLineStep['kind'], 'asked'>, Phrase<never>>> = {
  telegram: words.kindTelegram, level: words.kindLevel, suggestion: words.kindSuggestion, dismissal: words.kindDismissal, ask: words.kindAsk,
  settled: words.kindSettled, channel: words.kindChannel, 'hand-over': words.kindHandOver, shelter: words.kindShelter,
}

function whatOf(voice: Voice, step: TimeLineStep, districts: readonly District[]): string {
  switch (step.kind) {
    case 'telegram':
      return voice.plain(words.telegram, { type: step.type, title: step.title, infoType: step.infoType, reportAt: minuteOf(step.reportAt) })
    case 'level':
      return voice.plain(words.level, { hazard: hazardOf(voice, step), area: step.area, from: reached(voice, step.from), to: reached(voice, step.to), kindName: step.kindName })
    case 'suggestion':
      return suggestionText(voice, step)
    case 'dismissal':
      return `${hazardOf(voice, step)} ${step.area}`
    case 'ask':
      return voice.plain(words.asked, { ...orderText(voice, step, districts), reason: step.reason })
    case 'asked':
      return step.who === '' ? voice.plain(words.nobodyLeft) : voice.plain(words.askedStep, { step: step.step })
    case 'settled':
      return voice.plain(words.settled, { ...orderText(voice, step, districts), state: voice.plain(STATES[step.state]), why: step.why }).trim()
    case 'channel':
      return voice.plain(words.channel, { ...step, channel: voice.plain(CHANNELS[step.channel]), state: step.isEnded ? '' : voice.plain(words.underWay) })
    case 'hand-over':
      return handOverText(voice, step)
    case 'shelter':
      return voice.plain(step.act === 'opened' ? words.shelterOpened : step.act === 'closed' ? words.shelterClosed : words.shelterChanged, { name: step.name, occupants: step.occupants })
    default:
      return assertNever(step)
  }
}

const STATES: Readonly<Record<Exclude<OrderState, 'asked'>, Phrase<never>>> = { issued: orderWords.stateIssued, refused: orderWords.stateRefused, withdrawn: orderWords.stateWithdrawn }
const CHANNELS: Readonly<Record<PersonalChannelKey, Phrase<never>>> = { mail: dutyWords.channelMail, push: dutyWords.channelPush, line: dutyWords.channelLine }

function handOverText(voice: Voice, { channel, state, attempts, said }: Extract<TimeLineStep, { kind: 'hand-over' }>): string {
  const told = voice.plain(words.handOver, { channel: voice.plain(HAND_OVER_NAMES[channel]), state: voice.plain(HAND_OVER_STATES[state]) })
  const tries = attempts > 1 ? ` ${voice.plain(words.tries, { attempts })}` : ''
  return said === null || state === 'taken' ? `${told}${tries}` : `${told}${tries}: ${whyText(voice, { state, said })}`
}

function hazardOf(voice: Voice, { hazard }: { readonly hazard: keyof typeof HAZARD_NAMES }): string {
  return voice.plain(HAZARD_NAMES[hazard])
}

/** The agency's level is an equivalent (相当); the city's own words are kept for what the city issued. */
function reached(voice: Voice, level: Level | null): string {
  if (level === null) return voice.plain(words.levelUnknown)
  return level === 0 ? voice.plain(words.none) : voice.plain(words.levelNumber, { level })
}

function suggestionText(voice: Voice, step: Extract<TimeLineStep, { kind: 'suggestion' }>): string {
  const { act, area, level, kindName: kind } = step
  const hazard = hazardOf(voice, step)
  if (act === 'issue') return voice.plain(dutyWords.suggestIssue, { area, hazard, level: voice.plain(LEVEL_WORDS[level ?? 0]) })
  if (act === 'lower') return voice.plain(dutyWords.suggestLower, { area, hazard })
  if (act === 'tell') return voice.plain(dutyWords.suggestTell, { area, hazard, kind })
  return `${voice.plain(dutyWords.suggestCallOut, { area, hazard, kind })} ${voice.plain(dutyWords.callOut, { name: step.callOut })}`
}

function orderText(voice: Voice, step: Extract<TimeLineStep, { kind: 'ask' | 'settled' }>, districts: readonly District[]) {
  const { order: kind, hazard, level, towns } = step
  return { order: orderName(voice, { kind, hazard, level }), towns: `${voice.plain(words.townsCount, { count: towns.length })} (${placesOf(districts, towns).map((place) => voice.plain(place)).join('、')})` }
}

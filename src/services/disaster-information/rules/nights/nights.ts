import { assertNever } from '#kernel/values/assert-never.ts'
import type { TelegramStatus } from '../telegrams/telegram.ts'
import { composeIntensity, composeNankai, composeQuickIntensity } from './compose-earth.ts'
import type { ComposedTelegram } from './compose-telegram.ts'
import { composeForecast, composeLandslideAlert, composeRiver, composeTag, composeTornado, composeWarnings, type ComposedKind } from './compose-weather.ts'

/** Invented nights for drills, rehearsals and tests. */
export const NIGHTS = ['storm', 'earthquake'] as const
export type NightName = (typeof NIGHTS)[number]

interface When {
  /** When the night began: the earthquake is named after it. */
  readonly startAt: Temporal.Instant
  readonly reportAt: Temporal.Instant
  readonly status: TelegramStatus
}

interface Step {
  readonly afterMinutes: number
  readonly compose: (when: When) => ComposedTelegram
}

export interface NightTerms {
  readonly startAt: Temporal.Instant
  /** How many times faster than it was; times in the telegrams shrink with it, so that nothing comes from the future. */
  readonly speed: number
  readonly status: TelegramStatus
}

/** Telegrams of one office never bear the same second, however fast the night goes by: their order would be lost. */
const APART_SECONDS = 1

/** All telegrams of a night, in the order in which they are sent. */
export function composeNight(night: NightName, { startAt, speed, status }: NightTerms): ComposedTelegram[] {
  return stepsOf(night).map(({ afterMinutes, compose }, position) => {
    const seconds = Math.max(Math.round((afterMinutes * 60) / speed), position * APART_SECONDS)
    return compose({ startAt, reportAt: startAt.add({ seconds }), status })
  })
}

function stepsOf(night: NightName): readonly Step[] {
  switch (night) {
    case 'storm':
      return STORM
    case 'earthquake':
      return EARTHQUAKE
    default:
      return assertNever(night)
  }
}

const step = (afterMinutes: number, compose: Step['compose']): Step => ({ afterMinutes, compose })
const warning = (afterMinutes: number, type: string, ...kinds: readonly ComposedKind[]) => step(afterMinutes, (when) => composeWarnings(type, kinds, when))
const kind = (code: string, status: string, last?: string, condition?: string): ComposedKind =>
  ({ code, status, ...(last === undefined ? {} : { last }), ...(condition === undefined ? {} : { condition }) })

/** An autumn front, eleven hours long: the landslide level jumps from 2 to 4, the old telegrams repeat it all, a tag and a river join in. */
const STORM: readonly Step[] = [
  warning(0, 'VPWW61', kind('14', '発表')),
  warning(25, 'VPWW55', kind('10', '発表')),
  warning(25, 'VPWW54', kind('10', '発表'), kind('14', '継続', '14')),
  warning(55, 'VPWW56', kind('29', '発表')),
  step(70, (when) => composeForecast(['21', '31', '41', '41', '31', '21'], when)),
  warning(95, 'VPWW58', kind('15', '発表')),
  step(110, (when) => composeRiver('20', 'レベル２氾濫注意報', 1, when)),
  warning(150, 'VPWW55', kind('03', '発表', '10')),
  warning(150, 'VPWW54', kind('03', '発表', '10', '浸水害'), kind('18', '発表'), kind('14', '継続', '14'), kind('15', '発表')),
  step(185, (when) => composeTornado(when)),
  step(200, (when) => composeRiver('30', 'レベル３氾濫警報', 2, when)),
  warning(230, 'VPWW56', kind('49', '発表', '29')),
  warning(231, 'VPWW54', kind('03', '継続', '03', '土砂災害、浸水害'), kind('04', '発表', '18'), kind('14', '継続', '14'), kind('15', '継続', '15')),
  step(232, (when) => composeLandslideAlert(true, 1, when)),
  step(240, (when) => composeTag('線状降水帯発生', when)),
  warning(262, 'VPWW55', kind('43', '発表', '03')),
  step(270, (when) => composeRiver('40', 'レベル４氾濫危険警報', 3, when)),
  step(280, (when) => composeTag('記録雨', when)),
  warning(300, 'VPWW55', kind('33', '発表', '43')),
  warning(370, 'VPWW55', kind('43', '特別警報から危険警報', '33')),
  warning(430, 'VPWW56', kind('09', '危険警報から警報', '49')),
  step(431, (when) => composeLandslideAlert(false, 2, when)),
  warning(450, 'VPWW55', kind('03', '危険警報から警報', '43')),
  step(470, (when) => composeRiver('30', 'レベル３氾濫警報', 4, when)),
  warning(520, 'VPWW56', kind('29', '警報から注意報', '09')),
  warning(540, 'VPWW55', kind('10', '警報から注意報', '03')),
  step(555, (when) => composeRiver('10', '氾濫注意報解除', 5, when)),
  warning(570, 'VPWW58', kind('15', '解除', '15')),
  warning(600, 'VPWW56', kind('29', '解除', '29')),
  warning(620, 'VPWW55', kind('10', '解除', '10')),
  warning(640, 'VPWW54'),
  warning(650, 'VPWW61', kind('14', '解除', '14')),
]

/** A strong earthquake: the quick report names the area, the second one the city; then the Nankai Trough is examined. */
const EARTHQUAKE: readonly Step[] = [
  step(0, (when) => composeQuickIntensity('6-', told(when, when.startAt))),
  step(3, (when) => composeIntensity('5+', 1, told(when, when.startAt))),
  step(5, (when) => composeNankai('111', '調査中', told(when))),
  step(125, (when) => composeNankai('130', '巨大地震注意', told(when))),
  step(600, (when) => composeNankai('190', '調査終了', told(when))),
]

/** Earthquakes are named by the second in which they began, other information by its own time. */
function told({ reportAt, status }: When, namedAfter = reportAt) {
  const eventId = namedAfter.toString({ timeZone: 'Asia/Tokyo', smallestUnit: 'second' }).replace(/\D/g, '').slice(0, 14)
  return { reportAt, status, eventId }
}

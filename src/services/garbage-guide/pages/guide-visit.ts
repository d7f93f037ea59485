import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Language, Voice } from '#kernel/text/text.ts'
import type { Cookie } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { renderNotice } from '#design/notice/view.ts'
import type { District, Guide, WasteClass, Wording } from '../model.ts'
import { guideFor, type GuideCopy } from '../store/guide-copy.ts'
import { words } from '../text/guide-words.ts'
import { nextCollections } from './collections.ts'

/** What every page of the guide begins with. */
export interface GuideVisit {
  readonly visit: Visit
  readonly voice: Voice
  readonly copy: GuideCopy
  readonly guide: Guide
  readonly today: Temporal.PlainDate
  /** Chosen on this device; null where none was. */
  readonly district: District | null
  readonly next: ReturnType<typeof nextCollections>
}

const DISTRICT_COOKIE = 'garbage-district'
const A_YEAR_IN_SECONDS = 31_536_000

export async function guideVisit(visit: Visit): Promise<GuideVisit> {
  const copy = await guideFor(visit)
  const { guide } = copy
  const { today } = visit.tx
  const district = guide.districts.find(({ key }) => key === visit.cookies[DISTRICT_COOKIE]) ?? null
  const next = district === null ? new Map() : copy.remember(`next ${district.key} ${today.toString()}`, () => nextCollections(guide, district, today))
  return { visit, voice: visit.voice, copy, guide, today, district, next }
}

/** Remembers a district on this device, or with null forgets it. */
export function districtCookie(district: District | null): Cookie {
  return { name: DISTRICT_COOKIE, value: district?.key ?? null, maxAgeSeconds: A_YEAR_IN_SECONDS }
}

export function classOf(guide: Guide, key: string): WasteClass {
  const found = guide.classes.find((wasteClass) => wasteClass.key === key)
  if (found === undefined) throw new RangeError(`There is no class ${key}, though the tables refuse such ways`)
  return found
}

/** The reader's words; Japanese where the list has none in the reader's language. */
export function said(wording: Wording, language: Language): string {
  return wording[language] || wording.ja
}

/** A day as people read it, with its weekday: 11/26(木). */
export function dayText(voice: Voice, day: Temporal.PlainDate): string {
  return day.toLocaleString(voice.locale, { month: voice.htmlLang === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' })
}

/** The same with the year, where a day may lie far off. */
export function longDayText(voice: Voice, day: Temporal.PlainDate): string {
  return day.toLocaleString(voice.locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })
}

/** Says that a demo's guide is invented; nothing where it is not. */
export function renderInvented({ voice, guide }: GuideVisit): Html {
  if (!guide.isInvented) return nothing
  return html`${renderNotice({ voice, kind: 'info', title: voice.say(words.invented), body: voice.say(words.inventedBody) })}`
}

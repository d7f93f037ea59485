import { Fault } from '#kernel/faults/faults.ts'
import { LANGUAGES, Voice, type Language } from '#kernel/text/text.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { countSubscription } from '../actions/count.ts'
import { collectionsIn } from '../pages/collections.ts'
import { said } from '../pages/guide-visit.ts'
import { calendarFile } from '../rules/calendar-file.ts'
import { guideFor } from '../store/guide-copy.ts'
import { words } from '../text/guide-words.ts'

/** A program that subscribes keeps what is past; more than a year ahead the days are not decided. */
const SPAN = { pastDays: 31, aheadDays: 366 } as const

/** A district's days as iCalendar. Programs send no cookies, so the language stands in the address. */
export async function showCalendarFeed(visit: Visit): Promise<Answer> {
  const { guide } = await guideFor(visit)
  const district = guide.districts.find(({ key }) => key === visit.params.key)
  if (district === undefined) throw new Fault('not-found', 'there is no such district')
  const language = LANGUAGES.find((one) => one === visit.query.language) ?? visit.voice.language
  const { today } = visit.tx
  const days = collectionsIn(guide, district, { from: today.subtract({ days: SPAN.pastDays }), to: today.add({ days: SPAN.aheadDays }) })
  const body = calendarFile({
    name: nameIn(language, said(district.name, language)),
    days: days.map(({ day, collected }) => ({
      day,
      classes: collected.map(({ wasteClass }) => ({ name: said(wasteClass.name, language), how: said(wasteClass.how, language) })),
    })),
    url: `${visit.client.origin}/garbage/districts/${district.key}.ics`,
    language,
  })
  await countSubscription(visit, district.key)
  return fileAnswer(body, 'text/calendar; charset=utf-8')
}

function nameIn(language: Language, district: string): string {
  return new Voice({ language, hasFurigana: false, textSize: 'standard' }).plain(words.calendarOf, { district })
}

import { readFileSync } from 'node:fs'
import { printPdf, type PrintContent } from '#capabilities/documents/pdf.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Voice } from '#kernel/text/text.ts'
import { beginOf } from '#kernel/time/clock.ts'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { District, Guide } from '../model.ts'
import { collectionsIn, shiftsIn, signsOf } from '../pages/collections.ts'
import { holidaysIn } from '../pages/months.ts'
import { dayText, longDayText, said } from '../pages/guide-visit.ts'
import { qrSource } from '../pages/qr.ts'
import { guideFor } from '../store/guide-copy.ts'
import { words } from '../text/guide-words.ts'

const SHEET = { months: 12, weeks: 6 } as const

/** How many shifts are printed: as many as the one sheet has room for, which depends on names and languages. */
const SHIFTS_TRIED = [16, 8, 0] as const

/** A district's coming year on one sheet of A4, in the reader's language, with the QR code of its page. */
export async function showCalendarSheet(visit: Visit): Promise<Answer> {
  const copy = await guideFor(visit)
  const district = copy.guide.districts.find(({ key }) => key === visit.params.key)
  if (district === undefined) throw new Fault('not-found', 'there is no such district')
  const { voice, tx, client } = visit
  const key = `sheet ${district.key} ${voice.language} ${tx.today.toString()} ${client.origin}`
  const made = copy.remember(key, () => printSheet(visit, copy.guide, district))
  made.catch(() => copy.forget(key))
  return fileAnswer(await made, 'application/pdf')
}

async function printSheet(visit: Visit, guide: Guide, district: District): Promise<Buffer> {
  const { voice, tx, city } = visit
  const title = voice.plain(words.calendarOf, { district: said(district.name, voice.language) })
  for (const shown of SHIFTS_TRIED) {
    const printed = await printPdf({
      template: readFileSync(new URL('./calendar-sheet.typ', import.meta.url), 'utf8'),
      content: await contentOf(visit, guide, district, { title, shown }),
      title,
      author: city.name,
      createdAt: beginOf(tx.today),
      standard: 'ua-1',
      missingCharacters: 'geta',
    })
    if (!printed.ok) throw new Fault('too-large', `the calendar cannot be printed: ${printed.reason}`)
    if (printed.pageCount === 1) return Buffer.from(printed.bytes)
  }
  throw new Fault('too-large', 'the calendar does not fit on one sheet')
}

async function contentOf({ voice, tx, city, client }: Visit, guide: Guide, district: District, { title, shown }: { readonly title: string; readonly shown: number }): Promise<PrintContent> {
  const { language } = voice
  const signs = signsOf(guide)
  const first = tx.today.toPlainYearMonth()
  const address = `${client.origin}/garbage/districts/${district.key}`
  const shifts = shiftsIn(guide, district, { from: tx.today, to: first.add({ months: SHEET.months - 1 }).toPlainDate({ day: 28 }) })
  return {
    title,
    city: voice.plain(city.displayName),
    towns: district.towns.join('、'),
    weekdays: weekdaysOf(voice),
    months: Array.from({ length: SHEET.months }, (_, index) => monthOf(guide, district, first.add({ months: index }), voice)),
    legend: guide.classes.flatMap(({ key, name, colour }) => (signs.has(key) ? [{ sign: signs.get(key) ?? '', colour, name: said(name, language) }] : [])),
    shifts: [
      `${voice.plain(words.changes)}: `,
      ...shifts.slice(0, shown).map(({ usual, wasteClass, instead }) =>
        `${signs.get(wasteClass.key)} ${dayText(voice, usual)} → ${instead === null ? voice.plain(words.skipped) : dayText(voice, instead)}  `),
      shifts.length > shown ? '…' : shifts.length === 0 ? voice.plain(words.noChanges) : '',
    ].join(''),
    foot: `${address}  ${longDayText(voice, tx.today)}${guide.isInvented ? `  ${voice.plain(words.invented)}` : ''}`,
    qr: await qrSource(address),
    qrLabel: voice.plain(words.qr, { district: said(district.name, language) }),
  }
}

function monthOf(guide: Guide, district: District, month: Temporal.PlainYearMonth, voice: Voice): PrintContent {
  const from = month.toPlainDate({ day: 1 })
  const signs = signsOf(guide)
  const holidays = holidaysIn(month)
  const days = new Map(collectionsIn(guide, district, { from, to: from.with({ day: month.daysInMonth }) }).map(({ day, collected }) => [day.day, collected]))
  const blanks = from.dayOfWeek % 7
  const cells = Array.from({ length: SHEET.weeks * 7 }, (_, index) => {
    const number = index - blanks + 1
    if (number < 1 || number > month.daysInMonth) return null
    const day = from.with({ day: number })
    const tone = holidays.has(day.toString()) || day.dayOfWeek === 7 ? 'red' : day.dayOfWeek === 6 ? 'blue' : 'ink'
    const collected = days.get(number) ?? []
    return { number: String(number), tone, signs: collected.map(({ wasteClass }) => ({ sign: signs.get(wasteClass.key) ?? '', colour: wasteClass.colour })) }
  })
  return { name: from.toLocaleString(voice.locale, { year: 'numeric', month: 'long' }), cells }
}

function weekdaysOf(voice: Voice): string[] {
  const sunday = Temporal.PlainDate.from('2026-11-01')
  return Array.from({ length: 7 }, (_, days) => sunday.add({ days }).toLocaleString(voice.locale, { weekday: 'short' }))
}

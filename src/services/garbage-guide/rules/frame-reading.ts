import { isReading } from '#kernel/values/kana.ts'
import type { Phrase, PhraseValue } from '#kernel/text/text.ts'
import type { Danger, District, Frame, FrameKind, MovedDay, WasteClass, Wording, WorkingCentre } from '../model.ts'
import { frameRefusals } from '../text/frame-words.ts'
import { COLUMN_ENDINGS, DAYS_PREFIX, MOST_RESTS, type CellRefusal, type Cells } from './frame-cells.ts'
import { contrastToWhite, LOWEST_CONTRAST } from './contrast.ts'
import { LONGEST_MOVE_DAYS, REST_RULES, type Rest } from './rests.ts'
import { SCHEDULE_REASONS } from './schedule-reasons.ts'
import { parseSchedule } from './schedule.ts'

/** What the cells of a part are held against: the rest of the guide, without the part itself. */
export interface FrameAround {
  readonly classes: readonly WasteClass[]
  readonly centres: readonly WorkingCentre[]
  readonly districts: readonly District[]
  readonly movedDays: readonly MovedDay[]
  /** The city's list of towns; null where it has none, or it is not at hand. */
  readonly towns: readonly string[] | null
}

export type PartReading<Kind extends FrameKind> =
  | { readonly ok: true; readonly part: Frame[Kind] }
  | { readonly ok: false; readonly refusals: readonly CellRefusal[] }

/** Characters that a cell may have. */
export const FRAME_LIMITS = { key: 64, name: 100, text: 600, reading: 100, towns: 10_000 } as const

/** Reads a part out of its cells; every cell that is wrong is named, none is repaired. */
export function readPart<Kind extends FrameKind>(kind: Kind, cells: Cells, around: FrameAround): PartReading<Kind> {
  const reader = new CellReader(cells)
  const part = READERS[kind](reader, around)
  return reader.refusals.length > 0 ? { ok: false, refusals: reader.refusals } : { ok: true, part }
}

const READERS: { readonly [Kind in FrameKind]: (reader: CellReader, around: FrameAround) => Frame[Kind] } = {
  class: readClass, danger: readDanger, centre: readCentre, district: readDistrict, 'moved-day': readMovedDay,
}

/** Reads single cells and remembers what is wrong with them. */
class CellReader {
  readonly refusals: CellRefusal[] = []
  readonly cells: Cells

  constructor(cells: Cells) {
    this.cells = cells
  }

  refuse(column: string, phrase: Phrase, values: Readonly<Record<string, PhraseValue>> = {}): void {
    this.refusals.push({ column, phrase, values })
  }

  text(column: string, max: number): string {
    const text = (this.cells[column] ?? '').replaceAll('\r\n', '\n').trim()
    if (text.length > max) this.refuse(column, frameRefusals.tooLong, { max })
    else if (/[\u0000-\u0009\u000B-\u001F\u007F\uFFFD]/.test(text)) this.refuse(column, frameRefusals.controlCharacter)
    return text
  }

  filled(column: string, max: number): string {
    const text = this.text(column, max)
    if (text === '') this.refuse(column, frameRefusals.missing)
    return text
  }

  key(): string {
    const key = this.filled('key', FRAME_LIMITS.key)
    if (key !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key)) this.refuse('key', frameRefusals.wrongKey, { read: key })
    return key
  }

  /** All four languages; of what may be left out, all or none. */
  wording(column: string, max: number, isRequired = true): Wording {
    const isBegun = isRequired || COLUMN_ENDINGS.some(([, ending]) => (this.cells[column + ending] ?? '').trim() !== '')
    const words = COLUMN_ENDINGS.map(([language, ending]) => {
      const text = this.text(column + ending, max)
      if (isBegun && text === '') this.refuse(column + ending, isRequired ? frameRefusals.missing : frameRefusals.allLanguages)
      return [language, text]
    })
    return Object.fromEntries(words) as Wording
  }

  choice<const Choice extends string>(column: string, choices: readonly Choice[]): Choice {
    const read = this.text(column, FRAME_LIMITS.key)
    const found = choices.find((choice) => choice === read)
    if (found === undefined) this.refuse(column, frameRefusals.notAChoice, { read, choices: choices.join(', ') })
    return found ?? (choices[0] as Choice)
  }

  /** A day of the calendar; the first of all days where it cannot be read. */
  day(column: string): Temporal.PlainDate {
    const read = this.text(column, FRAME_LIMITS.key)
    const day = /^\d{4}-\d{2}-\d{2}$/.test(read) ? dayIn(read) : null
    if (day === null) this.refuse(column, read === '' ? frameRefusals.missing : frameRefusals.notADay, read === '' ? {} : { read })
    return day ?? NO_DAY
  }
}

const NO_DAY = new Temporal.PlainDate(1, 1, 1)

function dayIn(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    // Such as the 32nd: no day, and told so by the caller.
    return null
  }
}

function readClass(reader: CellReader): WasteClass {
  return {
    key: reader.key(),
    name: reader.wording('name', FRAME_LIMITS.name),
    how: reader.wording('how', FRAME_LIMITS.text),
    colour: readColour(reader),
    isCollected: readYesOrNo(reader, 'isCollected'),
  }
}

function readColour(reader: CellReader): string {
  const colour = reader.filled('colour', FRAME_LIMITS.key).toLowerCase()
  if (colour === '') return colour
  if (!/^#[0-9a-f]{6}$/.test(colour)) reader.refuse('colour', frameRefusals.notAColour, { read: colour })
  else if (contrastToWhite(colour) < LOWEST_CONTRAST) reader.refuse('colour', frameRefusals.paleColour, { read: colour, contrast: contrastToWhite(colour).toFixed(1) })
  return colour
}

function readYesOrNo(reader: CellReader, column: string): boolean {
  const read = reader.text(column, FRAME_LIMITS.key)
  if (read !== 'true' && read !== 'false') reader.refuse(column, frameRefusals.notYesOrNo, { read })
  return read === 'true'
}

function readDanger(reader: CellReader): Danger {
  return { key: reader.key(), title: reader.wording('title', FRAME_LIMITS.name), body: reader.wording('body', FRAME_LIMITS.text) }
}

function readCentre(reader: CellReader): WorkingCentre {
  const onHoliday = reader.choice('onHoliday', ['collect', ...REST_RULES])
  const rests = Array.from({ length: MOST_RESTS }, (_, index) => readRest(reader, index)).filter((rest) => rest !== null)
  return { key: reader.key(), name: reader.wording('name', FRAME_LIMITS.name), onHoliday, rests: rests.toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from)) }
}

/** Null where all three cells are blank. */
function readRest(reader: CellReader, index: number): Rest | null {
  const [first, last, ruled] = [`restFrom.${index}`, `restTo.${index}`, `restRule.${index}`]
  if ([first, last].every((column) => (reader.cells[column] ?? '').trim() === '')) return null
  const rest = { from: reader.day(first), to: reader.day(last), rule: reader.choice(ruled, REST_RULES) }
  if (rest.to !== NO_DAY && Temporal.PlainDate.compare(rest.from, rest.to) > 0) reader.refuse(last, frameRefusals.endsBefore)
  const isTwice = Array.from({ length: index }, (_, earlier) => reader.cells[`restFrom.${earlier}`]).includes(reader.cells[first])
  if (isTwice) reader.refuse(first, frameRefusals.restTwice)
  return rest
}

function readDistrict(reader: CellReader, around: FrameAround): District {
  const key = reader.key()
  const centre = reader.text('centre', FRAME_LIMITS.key)
  if (centre !== '' && !around.centres.some((one) => one.key === centre)) reader.refuse('centre', frameRefusals.unknownCentre, { read: centre })
  const reading = reader.filled('reading', FRAME_LIMITS.reading)
  if (reading !== '' && !isReading(reading)) reader.refuse('reading', frameRefusals.notHiragana, { read: reading })
  return {
    key, name: reader.wording('name', FRAME_LIMITS.name), reading, towns: readTowns(reader, key, around),
    centreKey: centre === '' ? null : centre, days: readDays(reader, around),
  }
}

/** Towns are parted by line ends in a form and by semicolons in a table. */
function readTowns(reader: CellReader, key: string, { districts, towns }: FrameAround): readonly string[] {
  const own = [...new Set(reader.filled('towns', FRAME_LIMITS.towns).split(/[;；\n]/).map((town) => town.trim()).filter(Boolean))]
  const unknown = own.find((town) => towns !== null && !towns.includes(town))
  if (unknown !== undefined) reader.refuse('towns', frameRefusals.unknownTown, { read: unknown })
  for (const town of own) {
    const other = districts.find((district) => district.key !== key && district.towns.includes(town))
    if (other !== undefined) reader.refuse('towns', frameRefusals.townElsewhere, { read: town, district: other.name.ja })
  }
  return own
}

function readDays(reader: CellReader, { classes }: FrameAround): Readonly<Record<string, string>> {
  const days: Record<string, string> = {}
  for (const column of Object.keys(reader.cells).filter((name) => name.startsWith(DAYS_PREFIX))) {
    const text = reader.text(column, FRAME_LIMITS.text)
    if (text === '') continue
    const classKey = column.slice(DAYS_PREFIX.length)
    if (!classes.some(({ key }) => key === classKey)) reader.refuse(column, frameRefusals.unknownClass, { read: classKey })
    const read = parseSchedule(text)
    if (read.ok) days[classKey] = text
    else reader.refuse(column, SCHEDULE_REASONS[read.reason], { part: read.part })
  }
  return days
}

function readMovedDay(reader: CellReader, around: FrameAround): MovedDay {
  const [district, classKey] = [reader.text('district', FRAME_LIMITS.key), reader.text('class', FRAME_LIMITS.key)]
  if (district !== '' && !around.districts.some(({ key }) => key === district)) reader.refuse('district', frameRefusals.unknownDistrict, { read: district })
  if (classKey !== '' && !around.classes.some(({ key }) => key === classKey)) reader.refuse('class', frameRefusals.unknownClass, { read: classKey })
  const part: MovedDay = {
    key: reader.key(),
    usualOn: reader.day('usualOn'),
    insteadOn: (reader.cells.insteadOn ?? '').trim() === '' ? null : reader.day('insteadOn'),
    districtKey: district === '' ? null : district,
    classKey: classKey === '' ? null : classKey,
    reason: reader.wording('reason', FRAME_LIMITS.text, false),
  }
  refuseWrongMove(reader, part)
  const same = around.movedDays.find((other) => other.key !== part.key && other.usualOn.equals(part.usualOn) && other.districtKey === part.districtKey && other.classKey === part.classKey)
  if (same !== undefined) reader.refuse('usualOn', frameRefusals.movedTwice, { read: same.key })
  return part
}

function refuseWrongMove(reader: CellReader, { usualOn, insteadOn }: MovedDay): void {
  if (insteadOn === null || usualOn === NO_DAY || insteadOn === NO_DAY) return
  const days = Math.abs(usualOn.until(insteadOn).days)
  if (days === 0) reader.refuse('insteadOn', frameRefusals.sameDay)
  if (days > LONGEST_MOVE_DAYS) reader.refuse('insteadOn', frameRefusals.tooFar)
}

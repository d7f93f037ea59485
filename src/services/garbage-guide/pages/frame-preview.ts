import { renderColourLabel } from '#design/colour-label/view.ts'
import { renderColumns, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { District, FrameKind, FramePart, Guide, WasteClass } from '../model.ts'
import { withPart } from '../rules/frame.ts'
import { frameWords } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { collectionsIn } from './collections.ts'
import { longDayText, said } from './guide-visit.ts'
import { renderLegend, renderMonthOf } from './months.ts'

/** Whether saving a part of this kind alters calendars: then it is shown as a calendar before. */
export function hasPreview(kind: FrameKind): boolean {
  return kind === 'centre' || kind === 'district' || kind === 'moved-day'
}

/** Differences shown by name; beyond them only their number. */
const MOST_DIFFERENCES = 60
/** Where the whole year stands above as months, a few examples are enough. */
const MOST_BESIDE_A_YEAR = 10
const MONTHS_AHEAD = 12

interface Previewed {
  readonly kind: FrameKind
  readonly guide: Guide
  readonly part: FramePart
  readonly today: Temporal.PlainDate
}

/** What a part would do: the days of a year that come and go, and for a district its whole year as months. */
export function renderPreview(voice: Voice, { kind, guide, part, today }: Previewed): Html {
  const after = withPart(guide, kind, part.key, part)
  const district = kind === 'district' ? (part as District) : null
  return renderStack({
    parts: [
      renderNotice({ voice, kind: 'info', title: voice.say(frameWords.previewTitle), body: voice.say(frameWords.previewBody), isAnnounced: true }),
      district === null ? nothing : renderYear(voice, after, district, today),
      renderDifferences(voice, differencesBetween(guide, after, today), district === null ? MOST_DIFFERENCES : MOST_BESIDE_A_YEAR),
    ],
    gap: 'large',
  })
}

interface Difference {
  readonly district: District
  readonly wasteClass: WasteClass
  readonly day: Temporal.PlainDate
  readonly comes: boolean
}

/** Collections of the coming year that only one of the two guides has, by day. */
function differencesBetween(before: Guide, after: Guide, today: Temporal.PlainDate): readonly Difference[] {
  const span = { from: today, to: today.add({ months: MONTHS_AHEAD }) }
  const listed = (guide: Guide, district: District | undefined) => district === undefined ? [] : collectionsIn(guide, district, span)
    .flatMap(({ day, collected }) => collected.map(({ wasteClass }) => ({ day, wasteClass, mark: `${day.toString()} ${wasteClass.key}` })))
  return after.districts.flatMap((district) => {
    const [old, present] = [listed(before, before.districts.find(({ key }) => key === district.key)), listed(after, district)]
    const [oldMarks, marks] = [new Set(old.map(({ mark }) => mark)), new Set(present.map(({ mark }) => mark))]
    return [
      ...present.filter(({ mark }) => !oldMarks.has(mark)).map(({ day, wasteClass }) => ({ district, wasteClass, day, comes: true })),
      ...old.filter(({ mark }) => !marks.has(mark)).map(({ day, wasteClass }) => ({ district, wasteClass, day, comes: false })),
    ]
  }).toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day))
}

function renderDifferences(voice: Voice, differences: readonly Difference[], most: number): Html {
  if (differences.length === 0) return html`<p>${voice.say(frameWords.noDifference)}</p>`
  const rows = differences.slice(0, most)
  return html`${renderTable({
    caption: voice.say(frameWords.differences, { count: differences.length }),
    columns: [{ heading: voice.say(frameWords.collectionDay), width: 'narrow' }, { heading: voice.say(frameWords.forDistrict) }, { heading: voice.say(staffWords.wasteClass) }, { heading: voice.say(frameWords.change) }],
    isCardsOnPhone: true,
    rows: rows.map(({ district, wasteClass, day, comes }) => [
      longDayText(voice, day), said(district.name, voice.language),
      renderColourLabel({ colour: wasteClass.colour, label: said(wasteClass.name, voice.language) }),
      comes ? html`<strong>＋ ${voice.say(frameWords.comes)}</strong>` : html`− ${voice.say(frameWords.goes)}`,
    ]),
  })}${differences.length > rows.length ? html`<p>${voice.say(frameWords.andMore, { count: differences.length - rows.length })}</p>` : nothing}`
}

function renderYear(voice: Voice, guide: Guide, district: District, today: Temporal.PlainDate): Html {
  const first = today.toPlainYearMonth()
  const months = Array.from({ length: MONTHS_AHEAD }, (_, index) => renderMonthOf({ voice, guide, today }, district, first.add({ months: index })))
  return renderStack({ parts: [renderLegend({ voice, guide }), renderColumns({ kind: 'halves', parts: months })] })
}

import type { CellStyle } from '#capabilities/documents/xlsx-writer.ts'

/** The looks of the workbook; the colours are those of the PDF. */
const HEAD_FILL = 'E6EDF4'
const LABEL_FILL = 'F1F5F9'
const COPY_FILL = 'EFEFEC'
const ACCENT = '1F4E79'
const FADED = '6B7280'
export const BODY_POINTS = 9

const boxed: CellStyle = { fontSize: BODY_POINTS, border: 'thin', isWrapped: true }

export const LOOKS = {
  title: { fontSize: 16, isBold: true, fontColour: ACCENT, vertical: 'center', horizontal: 'left' },
  coverTitle: { fontSize: 18, isBold: true, fontColour: ACCENT, vertical: 'center', horizontal: 'center' },
  heading: { fontSize: 12, isBold: true, fontColour: ACCENT },
  issuer: { fontSize: 11, horizontal: 'right' },
  legend: { fontSize: 10 },
  remark: { fontSize: BODY_POINTS, fontColour: FADED },
  head: { ...boxed, isBold: true, fillColour: HEAD_FILL, horizontal: 'center' },
  label: { ...boxed, isBold: true, fillColour: LABEL_FILL, horizontal: 'center' },
  // What is not to be changed here: numbers and directions.
  fixed: { ...boxed, fillColour: LABEL_FILL, format: 'text' },
  fixedCentred: { ...boxed, fillColour: LABEL_FILL, horizontal: 'center', format: 'text' },
  text: { ...boxed, vertical: 'top', horizontal: 'left', format: 'text' },
  name: { ...boxed, horizontal: 'left', format: 'text' },
  centred: { ...boxed, horizontal: 'center', format: 'text' },
  mark: { ...boxed, fontSize: 12, horizontal: 'center', format: 'text' },
  coverText: { ...boxed, fontSize: 11, vertical: 'center', horizontal: 'left', format: 'text' },
  coverLabel: { ...boxed, fontSize: 11, isBold: true, fillColour: LABEL_FILL, horizontal: 'center' },
  key: { fontSize: 8, fontColour: FADED, format: 'text' },
} as const satisfies Readonly<Record<string, CellStyle>>

/** A line that only repeats a project looks as if it could not be written on: it is changed in its main place. */
export function copyLook(style: CellStyle): CellStyle {
  return { ...style, fillColour: COPY_FILL, fontColour: FADED }
}

const POINTS_PER_LINE = BODY_POINTS * 1.4
const CELL_PADDING_POINTS = 6
/** Column widths count digits of the workbook's 10-point font; a Japanese character takes two. */
const DEFAULT_POINTS = 10

/** Estimated height in points of a wrapped text: programs do not fit the height of merged cells by themselves. */
export function textHeight(text: string, columnWidth: number, points: number = BODY_POINTS): number {
  const capacity = Math.max(1, Math.floor(((columnWidth - 1) * DEFAULT_POINTS) / points))
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / capacity)), 0)
  return lines * POINTS_PER_LINE * (points / BODY_POINTS) + CELL_PADDING_POINTS
}

/** In digits: half-width forms count one, everything else two. */
function widthOf(line: string): number {
  let width = 0
  for (const character of line) width += /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2
  return width
}

import type { Area, Cell, CellStyle, Row, Sheet } from '#capabilities/documents/xlsx-writer.ts'
import { PLAN_SECTION_KEYS, type PlanDocument, type PlanSectionKey } from '../model.ts'
import { FORM } from './form-words.ts'
import { withoutCodes } from './plan-sheet.ts'
import { INDICATOR_COLUMNS, planTexts, type PlanCellField } from './report-fields.ts'
import { LOOKS, textHeight } from './report-looks.ts'
import { shortYear, type ReportShape } from './report-shape.ts'
import { COVER_SHEET, FORM_ROW_MARK, KEY_MARK } from './workbook-keys.ts'

/** Number, name, unit, baseline, actual, target; texts of the sections stand across all but the first. */
const WIDTHS = [24, 60, 14, 16, 16, 16] as const
const TEXT_WIDTH = 122
const COVER_POINTS = 11
const FIRST_COLUMN = 2
const LAST_COLUMN = FIRST_COLUMN + WIDTHS.length - 1
const ROW_POINTS_LIMIT = 409

/** The cover: what the plan is, its indicators, and what is said of it as a whole. */
export function coverSheet(plan: PlanDocument, shape: ReportShape): Sheet {
  const cover = new Cover(planTexts(plan))
  cover.keyRow()
  cover.wide(shape.title, LOOKS.coverTitle, 34)
  cover.wide(`（ ${plan.issuedBy} ）`, LOOKS.issuer, 18)
  cover.heading(FORM.basics)
  cover.labelled(FORM_ROW_MARK, FORM.period, `${shortYear(plan.period.from)} ～ ${shortYear(plan.period.to)} 年度`)
  cover.sections(plan, ['position', 'purpose', 'framework'])
  cover.heading(FORM.indicators)
  cover.indicators(plan)
  cover.heading(FORM.achievements)
  cover.sections(plan, ['results', 'outcomes', 'contribution'])
  cover.gap()
  cover.sections(plan, ['reflection', 'direction'])
  return {
    name: COVER_SHEET,
    columns: [{ width: 10, isHidden: true }, ...WIDTHS.map((width) => ({ width }))],
    rows: cover.rows,
    merges: cover.merges,
    print: {
      paper: 'a3',
      orientation: 'landscape',
      area: { top: 2, left: FIRST_COLUMN, bottom: cover.rows.length, right: LAST_COLUMN },
      footer: `&C&8&P / &N&R&8${withoutCodes(plan.issuedBy)}`,
    },
  }
}

const FORM_KEY: Cell = { value: FORM_ROW_MARK, style: LOOKS.key }

class Cover {
  readonly rows: Row[] = []
  readonly merges: Area[] = []
  private readonly texts: ReadonlyMap<PlanCellField, string>

  constructor(texts: ReadonlyMap<PlanCellField, string>) {
    this.texts = texts
  }

  keyRow(): void {
    const keys = [KEY_MARK, 'number', ...INDICATOR_COLUMNS]
    this.rows.push({ isHidden: true, cells: keys.map((value) => ({ value, style: LOOKS.key })) })
  }

  wide(value: string, style: CellStyle, height: number): void {
    this.rows.push({ height, cells: [FORM_KEY, { value, style }] })
    this.merge(FIRST_COLUMN)
  }

  heading(words: string): void {
    if (this.rows.length > 3) this.gap()
    this.rows.push({ height: 22, cells: [FORM_KEY, { value: `■${words}`, style: LOOKS.heading }] })
  }

  gap(): void {
    this.rows.push({ height: 10, cells: [] })
  }

  labelled(key: string, label: string, text: string): void {
    const height = Math.max(22, textHeight(text, TEXT_WIDTH, COVER_POINTS) + 6)
    const cells: Cell[] = [
      { value: key, style: LOOKS.key },
      { value: label, style: LOOKS.coverLabel },
      { value: text, style: key === FORM_ROW_MARK ? { ...LOOKS.fixed, fontSize: COVER_POINTS } : LOOKS.coverText },
    ]
    this.rows.push({ height: Math.min(ROW_POINTS_LIMIT, height), cells })
    this.merge(FIRST_COLUMN + 1)
  }

  sections(plan: PlanDocument, keys: readonly PlanSectionKey[]): void {
    for (const key of PLAN_SECTION_KEYS.filter((candidate) => keys.includes(candidate))) {
      const section = plan.sections.find((candidate) => candidate.key === key)
      if (section !== undefined)
        this.labelled(`sections.${key}`, section.heading, this.texts.get(`sections.${key}`) ?? '')
    }
  }

  indicators(plan: PlanDocument): void {
    const actual = `${FORM.actual} (${shortYear(plan.reportYear)})`
    const headings = [FORM.number, FORM.indicatorName, FORM.unit, FORM.baseline, actual, FORM.target]
    this.rows.push({ height: 20, cells: [FORM_KEY, ...headings.map((value) => ({ value, style: LOOKS.head }))] })
    for (const { number } of plan.indicators) {
      const cells = INDICATOR_COLUMNS.map((column) => ({
        value: this.texts.get(`indicators.${number}.${column}`) ?? '',
        style: column === 'name' ? LOOKS.name : LOOKS.centred,
      }))
      this.rows.push({
        height: 20,
        cells: [
          { value: `indicators.${number}`, style: LOOKS.key },
          { value: String(number), style: LOOKS.fixedCentred },
          ...cells,
        ],
      })
    }
  }

  private merge(left: number): void {
    const row = this.rows.length
    this.merges.push({ top: row, left, bottom: row, right: LAST_COLUMN })
  }
}

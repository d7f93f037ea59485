import { type SourceLine, placeOfCell } from '#capabilities/imports/reading/cells.ts'
import { holdsHtml, plainParagraphs } from '#capabilities/imports/reading/html-text.ts'
import { cleanCell } from '#capabilities/imports/reading/characters.ts'
import type { FiscalYearNumber, PlanDocument, PlanIndicator, PlanSection, PlanSectionKey } from '../model.ts'
import type { CoverBranch } from './branches.ts'
import { isIndicatorHeader, readIndicators } from './indicators.ts'
import { leftOut } from './left-out.ts'
import { visionOf } from './numbers.ts'
import type { CellRef, Doubts } from './question.ts'
import { readYearLabel } from './years.ts'

/** What stands before the list of projects. Null where the dump does not say it. */
export interface CoverSheet {
  readonly title: string | null
  readonly issuedBy: string | null
  readonly reportYear: FiscalYearNumber | null
  readonly period: PlanDocument['period'] | null
  readonly sections: readonly PlanSection[]
  readonly indicators: readonly PlanIndicator[]
  readonly branches: readonly CoverBranch[]
  /** What the city calls its visions, e.g. `ビジョン`. */
  readonly topLevel: string | null
}

const SECTION_LABELS: readonly (readonly [PlanSectionKey, RegExp])[] = [
  ['position', /位置(付|づ)け/],
  ['contribution', /寄与/],
  ['framework', /骨格|体系/],
  ['results', /^(主な)?(取組)?実績$|取組実績/],
  ['outcomes', /^(主な)?成果$/],
  ['reflection', /反省|課題/],
  ['direction', /方向性/],
  ['purpose', /目的|^概要$/],
]

const LONGEST_LABEL = 20

/** Reads the cover sheet line by line: title, office, period, sections, indicators; what it does not know it asks about. */
export function readCoverSheet(lines: readonly SourceLine[], doubts: Doubts): CoverSheet {
  const reader = new CoverReader(doubts)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine
    if (isIndicatorHeader(line)) {
      const found = readIndicators(lines, at)
      reader.indicators.push(...found.indicators)
      at += found.lineCount
    } else reader.read(line)
  }
  return reader.sheet()
}

class CoverReader {
  readonly indicators: PlanIndicator[] = []
  readonly #doubts: Doubts
  readonly #sections: { key: PlanSectionKey; heading: string; body: string }[] = []
  #title: string | null = null
  #issuedBy: string | null = null
  #period: PlanDocument['period'] | null = null

  constructor(doubts: Doubts) {
    this.#doubts = doubts
  }

  read(line: SourceLine): void {
    const filled = line.cells.flatMap((text, index) => (text === '' ? [] : [{ text, cell: placeOfCell(line, index) }]))
    const first = filled[0]
    if (!first || /^[-=_─━\s|:]+$/.test(line.cells.join(''))) return
    const label = labelText(first.text)
    const body = filled.slice(1)
    const section = body.length > 0 || /[■#]/.test(first.text) ? sectionOf(label) : null
    if (body.length > 0 && /計画期間|^期間$/.test(label)) this.#readPeriod(line, body.map(({ text }) => text).join(' '))
    else if (body.length > 0 && section) this.#addSection(section, label, line, body)
    else if (filled.length === 1) this.#readSingle(line, first)
    else this.#doubts.add(leftOut(line, '表紙'))
  }

  #readSingle(line: SourceLine, { text, cell }: { readonly text: string; readonly cell: number }): void {
    const office = text.match(/^[(（]\s*(.+?)\s*[)）]$/)?.[1]
    if (this.#title === null && !office) this.#title = text.replace(/^#+\s*/, '')
    else if (office && this.#issuedBy === null) this.#issuedBy = office
    else if (/^[#■●◆]|一覧$/.test(text)) return
    else if (this.#sections.length > 0) this.#extendSection(line, text, cell)
    else this.#doubts.add(leftOut(line, '表紙'))
  }

  #readPeriod(line: SourceLine, text: string): void {
    const period = readPeriod(text)
    if (period) this.#period = period
    else this.#doubts.add(leftOut(line, '表紙'))
  }

  #addSection(
    key: PlanSectionKey,
    heading: string,
    line: SourceLine,
    cells: readonly { readonly text: string; readonly cell: number }[],
  ): void {
    const raw = cells.map(({ text }) => text).join('\n')
    const body = this.#plain(
      raw,
      key,
      heading,
      cells.map(({ cell }) => ({ line: line.number, cell })),
    )
    const known = this.#sections.find((section) => section.key === key)
    if (known) known.body = `${known.body}\n${body}`
    else this.#sections.push({ key, heading, body })
  }

  /** A paragraph on a line of its own belongs to the section above. */
  #extendSection(line: SourceLine, text: string, cell: number): void {
    const section = this.#sections.at(-1)
    if (!section) return
    section.body =
      `${section.body}\n${this.#plain(text, section.key, section.heading, [{ line: line.number, cell }])}`.trim()
  }

  #plain(raw: string, key: PlanSectionKey, column: string, cells: readonly CellRef[]): string {
    const { text, oddities } = cleanCell(raw)
    const place = {
      line: cells[0]?.line ?? 0,
      row: '',
      column,
      read: raw,
      field: `sections/${key}/body`,
      cells,
    } as const
    for (const oddity of oddities) this.#doubts.add({ ...place, kind: oddity })
    if (!holdsHtml(text)) return text
    this.#doubts.add({ ...place, kind: 'html-layout' })
    return plainParagraphs(text)
  }

  sheet(): CoverSheet {
    const framework = this.#sections.find(({ key }) => key === 'framework')?.body ?? ''
    return {
      title: this.#title,
      issuedBy: this.#issuedBy,
      reportYear: this.#title === null ? null : yearIn(this.#title),
      period: this.#period,
      sections: this.#sections,
      indicators: this.indicators,
      branches: readCoverBranches(framework),
      topLevel: framework.match(VISION)?.[1] ?? null,
    }
  }
}

function labelText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[#■●◆\s]+|[\s：:]+$/g, '')
    .replace(/\s+/g, '')
}

function sectionOf(label: string): PlanSectionKey | null {
  if (label.length > LONGEST_LABEL) return null
  return SECTION_LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null
}

function yearIn(title: string): FiscalYearNumber | null {
  const named = title.match(/(?:令和|平成|昭和|[RHS])\s?(?:元|[0-9０-９]{1,2})年?度?|[12１２][0-9０-９]{3}年度?/g)
  return named ? readYearLabel(named.at(-1) as string) : null
}

/** `H 29 ~ R 3 年度`, `平成29年度から令和3年度まで`, `令和4～8年度` (the second without era counts in the first's). */
export function readPeriod(text: string): PlanDocument['period'] | null {
  const [first = '', second = ''] = text.replace(/まで/g, '').split(/\s*(?:[~～〜∼]|から|[-－―–—]{1,2})\s*/)
  const from = readYearLabel(first)
  const era = first.match(/^\s*(令和|平成|昭和|[RHS])/i)?.[1] ?? ''
  const to = readYearLabel(second) ?? readYearLabel(era + second)
  return from !== null && to !== null && from <= to && to - from < LONGEST_PERIOD ? { from, to } : null
}

const LONGEST_PERIOD = 30

const VISION = /^(ビジョン|基本方針|基本目標|方針|目標|柱)\s*([①-⑳Ⅰ-Ⅻ]|[0-9０-９]{1,2})\s*[：:]?\s*(.+)$/m

/** `ビジョン① 名称` and the bullets under it, as the framework of the plan draws them. */
function readCoverBranches(framework: string): readonly CoverBranch[] {
  const branches: { vision: number; name: string; directions: string[] }[] = []
  for (const line of framework.split('\n')) {
    const vision = line.match(VISION)
    if (vision) branches.push({ vision: visionOf(vision[2] as string), name: vision[3] as string, directions: [] })
    else if (/^[•・●○-]/.test(line)) branches.at(-1)?.directions.push(line.replace(/^[•・●○-]\s*/, ''))
  }
  return branches
}

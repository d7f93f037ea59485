import type { Project } from '../model.ts'

/** Room for a text in one place each, in characters. */
export interface OutputLimits {
  /** A cell of the A3 table at its printed size: 8 pt, some nine lines of the column's width before rows grow past a third of the page. */
  readonly table: number
  /** A section of the project's page: about two screens of a phone. */
  readonly web: number
}

export const OUTPUT_LIMITS: Readonly<Record<string, OutputLimits>> = {
  'sheet/results': { table: 300, web: 1_200 },
  'sheet/outcomes': { table: 300, web: 1_200 },
  'sheet/periodStatus': { table: 200, web: 800 },
  purpose: { table: 200, web: 600 },
  outline: { table: 200, web: 600 },
}

/** As the form counts: UTF-16 units, a line end as one. */
export function lengthOf(text: string): number {
  return text.replaceAll('\r\n', '\n').length
}

/** Is this year's text last year's? Blanks and the width of characters make no new text. */
export function isUnchanged(text: string, before: string): boolean {
  const bare = (own: string) => own.normalize('NFKC').replace(/\s/gu, '')
  return bare(text) !== '' && bare(text) === bare(before)
}

const TEXT_PARTS = ['results', 'outcomes', 'periodStatus'] as const
export type TextPart = (typeof TEXT_PARTS)[number]

/** Texts of a sheet that say what last year's said. */
export function unchangedTexts({ sheet }: Pick<Project, 'sheet'>, before: Readonly<Record<TextPart, string>> | undefined): TextPart[] {
  return before === undefined ? [] : TEXT_PARTS.filter((part) => isUnchanged(sheet[part], before[part]))
}

/** Texts that some output has no room for. */
export function tooLongTexts({ sheet }: Pick<Project, 'sheet'>): TextPart[] {
  return TEXT_PARTS.filter((part) => lengthOf(sheet[part]) > (OUTPUT_LIMITS[`sheet/${part}`]?.table ?? Infinity))
}

import type { Project } from '../model.ts'

/** Fields of a sheet that a report prints and nobody has filled in. What came in each year may stay open. */
export type ReportField = 'sheet/results' | 'sheet/outcomes' | 'sheet/periodStatus' | 'sheet/achievement'

export function blankFieldsOf({ sheet }: Project): ReportField[] {
  const texts = (['results', 'outcomes', 'periodStatus'] as const).filter((part) => sheet[part].trim() === '')
  return [...texts.map((part) => `sheet/${part}` as const), ...(sheet.achievement === null ? (['sheet/achievement'] as const) : [])]
}

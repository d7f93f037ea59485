import type { Spread } from '#capabilities/imports/reading/alignment.ts'
import { type CellTraits, type Vocabulary, hasEnding, markCount } from '#capabilities/imports/reading/profiles.ts'
import type { PlanColumn } from './columns.ts'
import { COSTS } from './row-prices.ts'

/** One cell with the texts of several columns: `→ → ◎` over three years, a unit and its section, a name and a text. */
export function spreadOf(
  cell: CellTraits,
  column: number,
  columns: readonly PlanColumn[],
  vocabulary: Vocabulary,
): Spread | null {
  const here = columns[column] as PlanColumn
  const next = columns[column + 1]
  if (!next) return null
  if (here.shape === 'mark' && cell.kind === 'marks') {
    const parts = Array.from(cell.text.replace(/[\s\ufe0f、,・／/]/g, ''))
    return parts.length === markCount(cell.text, vocabulary) ? { parts, cost: COSTS.spread } : null
  }
  if (cell.kind !== 'words' && cell.kind !== 'sentence' && cell.kind !== 'marked-text') return null
  const parts =
    here.shape === 'unit' && next.shape === 'unit'
      ? spreadUnits(cell.text, here, next)
      : spreadTexts(cell.text, here, next, vocabulary)
  if (!parts) return null
  const isParagraph = here.shape === 'prose' && next.shape === 'prose' && !/。(\s{2}|\u3000)/.test(cell.text)
  return { parts, cost: isParagraph ? COSTS.sentenceSpread : COSTS.spread }
}

function spreadUnits(text: string, here: PlanColumn, next: PlanColumn): readonly string[] | null {
  const parts = text.split(/[\s／/]+/)
  if (parts.length < 2 || parts.length > 3) return null
  const fits = hasEnding(parts[0] as string, here.endings ?? []) && hasEnding(parts[1] as string, next.endings ?? [])
  return fits ? parts : null
}

/** Two texts parted by a space where a separator stood: a number and a name, a name and a text, a text and a mark. */
function spreadTexts(
  text: string,
  here: PlanColumn,
  next: PlanColumn,
  vocabulary: Vocabulary,
): readonly string[] | null {
  const at = partingSpace(text, here, next, vocabulary)
  if (at <= 0) return null
  const parts = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const marks = next.shape === 'mark' ? parts[1] : here.shape === 'mark' ? parts[0] : null
  return marks && markCount(marks, vocabulary) !== 1 ? null : parts
}

function partingSpace(text: string, here: PlanColumn, next: PlanColumn, vocabulary: Vocabulary): number {
  if (next.shape === 'mark') return here.shape === 'prose' || here.shape === 'name' ? text.lastIndexOf(' ') : -1
  if (here.shape === 'mark') return text.search(/[ \u3000]/)
  if (here.shape === 'code') return lastCodeSpace(text, vocabulary)
  if (here.shape === 'name') return text.search(/[ \u3000]/)
  return here.shape === 'prose' && next.shape === 'prose' ? text.search(/。[ \u3000]/) + 1 : -1
}

function lastCodeSpace(text: string, vocabulary: Vocabulary): number {
  let best = -1
  for (let at = text.indexOf(' '); at >= 0 && at < 30; at = text.indexOf(' ', at + 1)) {
    if (vocabulary.isCode(text.slice(0, at))) best = at
  }
  return best
}

import { randomBytes } from 'node:crypto'
import { rowsOf, type City } from '#kernel/city/city.ts'
import { Fault } from '#kernel/faults/faults.ts'
import type { Typed } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { FrameKind, FramePart, Guide } from '../model.ts'
import { showFramePart } from '../pages/frame-form.ts'
import { hasPreview } from '../pages/frame-preview.ts'
import { framePath } from '../pages/frame-paths.ts'
import { cellsOf, type Cells } from '../rules/frame-cells.ts'
import { readPart, type FrameAround } from '../rules/frame-reading.ts'
import { findPart, pointersTo } from '../rules/frame.ts'
import { changeFrame, digestOfCells, listGivenKeys } from '../store/frame.ts'
import { loadGuide } from '../store/guide.ts'
import { holdGuide } from '../store/items.ts'
import { frameWords } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { textOf } from './edit-item.ts'

type FrameVisit = Submission<Record<string, unknown>>

/** Saves a part of the guide. What alters the calendar is shown as a calendar first and saved by a second press. */
export function savePart(kind: FrameKind) {
  return async (visit: FrameVisit): Promise<Answer> => {
    const { tx, params, typed, city } = visit
    await holdGuide(tx)
    const guide = await loadGuide(tx)
    const before = partWanted(guide, kind, params.key)
    const key = before?.key ?? freeKey(await listGivenKeys(tx, kind), typed)
    const cells: Cells = { ...textsIn(typed), key }
    const read = readPart(kind, cells, aroundOf(guide, city))
    if (!read.ok) return showFramePart(visit, { kind, guide, before, cells, refusals: read.refusals })
    if (textOf(typed.seen) !== digestOfCells(before && cellsOf(kind, before))) {
      return showFramePart(visit, { kind, guide, before, cells, notice: staffWords.overtaken })
    }
    const digest = digestWithoutKey(kind, read.part)
    if (hasPreview(kind) && textOf(typed.previewed) !== digest) {
      return showFramePart(visit, { kind, guide, before, cells, preview: { part: read.part, digest } })
    }
    const changes = await changeFrame(tx, [{ kind, key, part: read.part }], { cause: 'edit' })
    return redirect(framePath(kind), { notice: changes.length === 0 ? staffWords.unchanged : staffWords.saved })
  }
}

/** Takes a part out of use, unless something names it: then the page says what. */
export function retirePart(kind: FrameKind) {
  return async (visit: FrameVisit): Promise<Answer> => {
    const { tx, params, typed } = visit
    await holdGuide(tx)
    const guide = await loadGuide(tx)
    const before = partWanted(guide, kind, params.key ?? '')
    if (before === null) throw new Fault('not-found', 'there is no such part of the guide')
    const cells = cellsOf(kind, before)
    if (textOf(typed.seen) !== digestOfCells(cells)) return redirect(framePath(kind, before.key), { notice: staffWords.overtaken })
    if (pointersTo(guide, kind, before.key).length > 0) return redirect(framePath(kind, before.key), { notice: frameWords.stillUsedUndo })
    await changeFrame(tx, [{ kind, key: before.key, part: null }], { cause: 'removal' })
    return redirect(framePath(kind), { notice: frameWords.retired })
  }
}

/** What a part is held against; the towns are those of the city's own list. */
export function aroundOf(guide: Guide, city: City): FrameAround {
  const towns = rowsOf(city, 'towns.csv').map(({ name = '' }) => name)
  return { ...guide, towns: towns.length === 0 ? null : towns }
}

/** A new part gets another key with each press; what was checked is told apart without it. */
function digestWithoutKey(kind: FrameKind, part: FramePart): string {
  return digestOfCells({ ...cellsOf(kind, part), key: '' })
}

function partWanted(guide: Guide, kind: FrameKind, key: string | undefined): FramePart | null {
  if (key === undefined) return null
  const part = findPart(guide, kind, key)
  if (part === null) throw new Fault('not-found', 'there is no such part of the guide')
  return part
}

function textsIn(typed: Typed): Cells {
  return Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))
}

/** Out of the English name, or the day; told apart from every key that was ever given. */
function freeKey(given: ReadonlySet<string>, typed: Typed): string {
  const said = textOf(typed.nameEn) || textOf(typed.titleEn) || textOf(typed.usualOn)
  const base = said.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-$/, '')
  const wished = base || randomBytes(4).toString('hex')
  for (let number = 1; ; number++) {
    const key = number === 1 ? wished : `${wished}-${number}`
    if (!given.has(key)) return key
  }
}

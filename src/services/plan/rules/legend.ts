import type { SourceLine } from '#capabilities/imports/reading/cells.ts'
import type { Scale, ScaleName, ScaleStep } from '../model.ts'
import type { Doubts } from './question.ts'
import { isMarkGlyph } from './marks.ts'

/** The scales as the official table explains them; used where a dump has lost its legend. */
const STANDARD_SCALES: Readonly<Record<ScaleName, Scale>> = {
  schedule: {
    name: 'schedule',
    heading: 'スケジュール項目',
    steps: [
      { key: 'survey', glyph: '△', label: '調査、検討' },
      { key: 'partial', glyph: '○', label: '一部実施、推進' },
      { key: 'complete', glyph: '◎', label: '実施、完了' },
      { key: 'continue', glyph: '→', label: '継続' },
    ],
  },
  achievement: {
    name: 'achievement',
    heading: '達成度項目',
    steps: [
      { key: 'achieved', glyph: '◎', label: '達成' },
      { key: 'mostly', glyph: '○', label: '概ね達成' },
      { key: 'partly', glyph: '△', label: '一部達成' },
      { key: 'none', glyph: '×', label: '未実施' },
    ],
  },
}

/** The judgement of what left the plan. Legends seldom name it, tables use it. */
export const WITHDRAWN: ScaleStep = { key: 'withdrawn', glyph: '-', label: '計画から外れたもの' }

interface LegendEntry {
  readonly scale: ScaleName
  readonly line: number
  readonly glyph: string
  readonly label: string
}

export interface Legend {
  readonly scales: Readonly<Record<ScaleName, Scale>>
  /** Lines that were read as legend: they are neither cover nor table. */
  readonly lines: ReadonlySet<number>
}

/** Reads every legend of a dump (one a vision, often with glyphs lost) into one pair of scales. */
export function readLegend(lines: readonly SourceLine[], doubts: Doubts): Legend {
  const entries: LegendEntry[] = []
  const headings = new Map<ScaleName, string>()
  const used = new Set<number>()
  let scale: ScaleName | null = null
  for (const line of lines) {
    const words = line.cells.filter((cell) => cell !== '')
    const text = words.join(' ')
    const heading = words.length <= 2 ? legendHeading(text) : null
    const found: LegendEntry[] =
      text.length <= 200 && words.length <= 8 ? entriesOf(line.number, text, heading ?? scale) : []
    if (heading) {
      scale = heading
      if (!headings.has(heading))
        headings.set(heading, text.replace(/^[\s#【[(]+|[\s】\])：:]+$/g, '').split(/[：:]/)[0] ?? '')
    } else if (found.length === 0) scale = null
    if (heading || found.length > 0) used.add(line.number)
    entries.push(...found)
  }
  return { scales: scalesOf(entries, headings, doubts), lines: used }
}

function legendHeading(text: string): ScaleName | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain.length > 120) return null
  const label = plain.split(':')[0] ?? ''
  if (label.length > 24 || !/項目|凡例|記号/.test(label)) return null
  if (/スケジュール|計画|実施年度|工程/.test(label)) return 'schedule'
  return /達成|評価|判定|進捗/.test(label) ? 'achievement' : null
}

const ENTRY =
  /(?:^|\s|[・•*、,])\s*(?:[-・•*]\s+)?([^\s:：・•、]{0,2})\s*[:：]\s*([^:：]+?)(?=\s+[^\s:：]{1,2}\s*[:：]|$)/gu

function entriesOf(line: number, text: string, scale: ScaleName | null): LegendEntry[] {
  if (!scale || !/[:：]/.test(text)) return []
  const entries: LegendEntry[] = []
  // A legend on one line begins with its heading: スケジュール項目：△：調査、検討 ○：…
  const list = legendHeading(text) ? text.replace(/^[^:：]*[:：]/, '') : text
  for (const match of list.matchAll(ENTRY)) {
    const sign = (match[1] ?? '').replace(/\ufe0f/g, '')
    const label = (match[2] ?? '').trim()
    // A bullet alone (`- ：継続`) means that the dump has lost the glyph.
    const glyph = sign === '-' && text.trimStart().startsWith('-') ? '' : sign
    if (label.length > 30 || (glyph !== '' && !isMarkGlyph(glyph) && !/^[A-ZＡ-Ｚ]$/.test(glyph))) continue
    entries.push({ scale, line, glyph, label })
  }
  return entries
}

function scalesOf(
  entries: readonly LegendEntry[],
  headings: ReadonlyMap<ScaleName, string>,
  doubts: Doubts,
): Readonly<Record<ScaleName, Scale>> {
  const scaleOf = (name: ScaleName): Scale => {
    const own = entries.filter((entry) => entry.scale === name)
    const steps = stepsOf(name, own)
    const heading = headings.get(name) || STANDARD_SCALES[name].heading
    if (steps.length < 2) {
      doubts.add({
        kind: 'legend-missing',
        line: 0,
        row: '',
        column: heading,
        read: '',
        proposed: legendText(STANDARD_SCALES[name]),
      })
      return { ...STANDARD_SCALES[name], heading }
    }
    const scale = { name, heading, steps }
    for (const entry of own) doubtEntry(entry, scale, doubts)
    return scale
  }
  return { schedule: scaleOf('schedule'), achievement: scaleOf('achievement') }
}

/** The scales with the standard steps that the table uses although its legend has lost them. */
export function withUsedSteps(scale: Scale, glyphs: Iterable<string>, doubts: Doubts): Scale {
  const steps = [...scale.steps]
  for (const glyph of glyphs) {
    const standard = STANDARD_SCALES[scale.name].steps.find((step) => step.glyph === glyph)
    if (!standard || steps.some((step) => step.glyph === glyph || step.key === standard.key)) continue
    steps.push(standard)
    doubts.add({
      kind: 'legend-missing',
      line: 0,
      row: '',
      column: scale.heading,
      read: '',
      proposed: `${glyph}：${standard.label}`,
    })
  }
  return steps.length === scale.steps.length ? scale : { ...scale, steps }
}

/** The steps in the order of the fullest legend; a lost glyph is taken from the others, else from the standard. */
function stepsOf(name: ScaleName, entries: readonly LegendEntry[]): readonly ScaleStep[] {
  const steps: ScaleStep[] = []
  for (const { glyph, label } of entries) {
    if (steps.some((step) => step.label === label || (glyph !== '' && step.glyph === glyph))) continue
    const named = glyph || entries.find((entry) => entry.label === label && entry.glyph !== '')?.glyph
    const standard = STANDARD_SCALES[name].steps.find((step) => step.label === label || step.glyph === named)
    const sign = named ?? standard?.glyph
    if (!sign || steps.some((step) => step.glyph === sign)) continue
    steps.push({ key: keyOf(name, sign, steps.length), glyph: sign, label })
  }
  return steps
}

function keyOf(name: ScaleName, glyph: string, position: number): string {
  const standard = [...STANDARD_SCALES[name].steps, ...(name === 'achievement' ? [WITHDRAWN] : [])]
  return standard.find((step) => step.glyph === glyph)?.key ?? `step-${position + 1}`
}

function doubtEntry(entry: LegendEntry, scale: Scale, doubts: Doubts): void {
  const step = scale.steps.find(({ label, glyph }) => label === entry.label || glyph === entry.glyph)
  if (!step) return
  const place = { line: entry.line, row: '', column: scale.heading, read: `${entry.glyph}：${entry.label}` }
  if (entry.glyph === '') {
    const values = { label: entry.label, glyph: step.glyph }
    doubts.add({ ...place, kind: 'legend-glyph', field: `scales/${scale.name}/${step.key}/glyph`, values })
  } else if (step.label !== entry.label || step.glyph !== entry.glyph) {
    const values = { glyph: step.glyph, label: step.label }
    doubts.add({ ...place, kind: 'legend-differs', proposed: `${step.glyph}：${step.label}`, values })
  }
}

function legendText(scale: Scale): string {
  return scale.steps.map(({ glyph, label }) => `${glyph}：${label}`).join(' ')
}

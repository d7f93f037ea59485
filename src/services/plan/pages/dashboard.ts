import { renderPanel } from '#design/card/view.ts'
import { renderBarChart, type ChartSeries, type ChartTone } from '#design/chart/view.ts'
import { renderColumns, renderSection } from '#design/layout/view.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { countMarks, type MarkCounts } from './dashboard-counts.ts'
import { UNJUDGED } from './plan-filter.ts'
import type { PublicVisit } from './public-visit.ts'
import type { Tongue } from './tongue.ts'

/** The plan in numbers: by mark, by top branch and by department. */
export function renderDashboard(found: PublicVisit): Html {
  const { tongue, document } = found
  const { voice } = tongue
  const counts = countMarks(document)
  const series = counts.steps.map((step, index) => seriesOf(tongue, step, index))
  return renderSection({
    heading: voice.say(publicWords.atAGlance),
    id: 'glance',
    lead: voice.say(publicWords.countedOnce),
    body: html`${renderColumns({
      kind: 'halves',
      parts: [renderPanel({ body: renderByMark(found, counts, series) }), renderPanel({ body: renderByBranch(found, counts, series) })],
    })}
    ${renderPanel({ body: renderByDepartment(found, counts, series) })}`,
  })
}

function renderByMark({ tongue, links }: PublicVisit, { byMark }: MarkCounts, series: readonly ChartSeries[]): Html {
  const { voice } = tongue
  // One bar for each mark in the mark's own colour: each row has a number in its own series and none in the others.
  const rows = byMark.map(({ step, count }, index) => ({
    label: html`${series[index]?.sign} ${series[index]?.label}`,
    values: series.map((_, place) => (place === index ? count : 0)),
    href: links.to('/plan', { mark: step ?? UNJUDGED }),
  }))
  return renderBarChart({ voice, caption: voice.say(publicWords.byMark), rowHeading: voice.say(planWords.achievement), series, rows })
}

function renderByBranch({ tongue, links }: PublicVisit, { byBranch }: MarkCounts, series: readonly ChartSeries[]): Html {
  const { voice } = tongue
  return renderBarChart({
    voice,
    caption: voice.say(publicWords.byBranch, { level: tongue.levelName(0) }),
    rowHeading: tongue.levelName(0),
    series,
    rows: byBranch.map(({ branch, counts }) => ({
      label: html`${branch.number} ${tongue.branchName(branch)}`,
      values: counts,
      href: links.to('/plan', { branch: branch.key }),
    })),
  })
}

function renderByDepartment({ tongue, links }: PublicVisit, { byDepartment }: MarkCounts, series: readonly ChartSeries[]): Html {
  const { voice } = tongue
  return renderBarChart({
    voice,
    caption: voice.say(publicWords.byDepartment),
    rowHeading: voice.say(planWords.department),
    series,
    rows: byDepartment.map(({ department, counts }) =>
      department === ''
        ? { label: voice.say(publicWords.withoutDepartment), values: counts }
        : { label: tongue.unitName(department), values: counts, href: links.to('/plan', { department }) },
    ),
  })
}

function seriesOf(tongue: Tongue, step: string | null, index: number): ChartSeries {
  if (step === null) return { label: tongue.voice.say(planWords.notJudged), tone: 'none' }
  const glyph = tongue.mark('achievement', step)?.glyph ?? ''
  return { label: tongue.stepLabel('achievement', step), sign: glyph, tone: TONES[glyph] ?? PLAIN_TONES[index] ?? 'none' }
}

/** Marks that everybody knows bear their own colours; the steps of other scales are only told apart. */
const TONES: Readonly<Record<string, ChartTone>> = { '◎': 'best', '○': 'good', '△': 'partly', '×': 'not', '-': 'none', '−': 'none' }
const PLAIN_TONES: readonly ChartTone[] = ['first', 'second', 'third', 'fourth']

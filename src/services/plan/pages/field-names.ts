import { html, type Html } from '#kernel/html/html.ts'
import { planWords } from '../text/plan-words.ts'
import type { Tongue } from './tongue.ts'

/** What a changed or edited value is called, from its address in store/document-fields.ts and document-changes.ts. */
export function fieldName(tongue: Tongue, field: string): Html {
  const { voice } = tongue
  const [room = '', one = '', two = ''] = field.split('/')
  switch (room) {
    case 'years':
      return html`${tongue.year(Number(one))} ${voice.say(YEAR_PARTS[two] ?? planWords.note)}`
    case 'sheet':
      return voice.say(SHEET_PARTS[one] ?? planWords.report)
    case 'sections':
      return sectionName(tongue, one, two)
    case 'indicators':
      return html`${voice.say(planWords.indicator, { number: one })} ${voice.say(INDICATOR_PARTS[two] ?? planWords.indicatorName)}`
    case 'branches':
      return branchField(tongue, one)
    case 'scales':
      return html`${voice.say(planWords.legend)} ${tongue.scaleHeading(one === 'schedule' ? 'schedule' : 'achievement')}`
    default:
      return voice.say(PLAIN_FIELDS[room] ?? planWords.note)
  }
}

function sectionName(tongue: Tongue, key: string, part: string): Html {
  const section = tongue.document.sections.find((candidate) => candidate.key === key)
  const heading = tongue.plainNamed(`sections/${key}/heading`, section?.heading ?? key)
  return part === 'heading' ? tongue.voice.say(planWords.sectionHeading, { name: heading }) : tongue.named(`sections/${key}/heading`, heading)
}

function branchField(tongue: Tongue, key: string): Html {
  const branch = tongue.document.branches.find((candidate) => candidate.key === key)
  return tongue.voice.say(planWords.branchName, { name: branch?.number ?? key })
}

const YEAR_PARTS: Readonly<Record<string, typeof planWords.note>> = {
  planned: planWords.planned,
  actual: planWords.actual,
  note: planWords.note,
}

const SHEET_PARTS: Readonly<Record<string, typeof planWords.note>> = {
  results: planWords.results,
  outcomes: planWords.outcomes,
  periodStatus: planWords.periodStatus,
  achievement: planWords.achievement,
}

const INDICATOR_PARTS: Readonly<Record<string, typeof planWords.note>> = {
  name: planWords.indicatorName,
  unit: planWords.unit,
  baseline: planWords.baseline,
  actual: planWords.actualValue,
  target: planWords.target,
}

const PLAIN_FIELDS: Readonly<Record<string, typeof planWords.note>> = {
  name: planWords.name,
  purpose: planWords.purpose,
  outline: planWords.outline,
  owners: planWords.owners,
  listings: planWords.listings,
  title: planWords.planTitle,
  issuedBy: planWords.issuedBy,
  period: planWords.periodName,
  levels: planWords.levels,
  report: planWords.report,
  whole: planWords.cover,
}

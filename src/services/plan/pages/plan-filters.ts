import { renderFilters } from '#design/filters/view.ts'
import type { Html } from '#kernel/html/html.ts'
import { planWords } from '../text/plan-words.ts'
import { publicWords } from '../text/public-words.ts'
import { UNJUDGED, type PlanFilter } from './plan-filter.ts'
import type { PublicVisit } from './public-visit.ts'

/** Search and choices over the projects; a plain form, so that every result has an address. */
export function renderPlanFilters({ tongue, links, document }: PublicVisit, filter: PlanFilter): Html {
  const { voice } = tongue
  const { achievement, schedule } = document.scales
  const departments = [...new Set(document.projects.flatMap(({ owners }) => owners.map(({ department }) => department)))]
  const years = Array.from({ length: document.period.to - document.period.from + 1 }, (_, index) => document.period.from + index)
  const tops = document.branches.filter(({ parentKey }) => parentKey === null)
  return renderFilters({
    voice,
    action: '/plan#projects',
    hidden: links.hidden,
    clearHref: links.to('/plan'),
    search: { name: 'q', label: voice.say(publicWords.searchWords), value: filter.words },
    selects: [
      {
        name: 'branch',
        label: tongue.levelName(0),
        value: filter.branch,
        choices: tops.map((branch) => ({ value: branch.key, label: `${branch.number} ${tongue.plainBranchName(branch)}` })),
      },
      {
        name: 'department',
        label: voice.say(planWords.department),
        value: filter.department,
        choices: departments.filter((name) => name !== '').map((name) => ({ value: name, label: tongue.plainUnitName(name) })),
      },
      {
        name: 'mark',
        label: voice.say(planWords.achievement),
        value: filter.mark,
        choices: [
          ...achievement.steps.map(({ key, glyph }) => ({ value: key, label: `${glyph} ${tongue.stepLabel('achievement', key)}` })),
          { value: UNJUDGED, label: voice.plain(planWords.notJudged) },
        ],
      },
      {
        name: 'year',
        label: voice.say(publicWords.filterYear),
        value: filter.year === null ? '' : String(filter.year),
        choices: years.map((year) => ({ value: String(year), label: tongue.plainYear(year) })),
      },
      {
        name: 'year-mark',
        label: voice.say(publicWords.filterYearMark),
        value: filter.yearMark,
        choices: schedule.steps.map(({ key, glyph }) => ({ value: key, label: `${glyph} ${tongue.stepLabel('schedule', key)}` })),
      },
    ],
  })
}

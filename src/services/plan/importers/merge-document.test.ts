import { describe, expect, test } from 'vitest'
import type { PlanDocument, Project } from '../model.ts'
import { inventedPlan } from '../report/invented-plan.ts'
import { mergeDocument } from './merge-document.ts'

const present = inventedPlan(4)
const [first, second, third] = present.projects as readonly [Project, Project, Project, ...Project[]]

const renamed = (document: PlanDocument, from: string, to: string): PlanDocument => ({
  ...document,
  projects: document.projects.map((project) => (project.key === from ? { ...project, key: to } : project)),
  listings: document.listings.map((listing) => (listing.projectKey === from ? { ...listing, projectKey: to } : listing)),
})

describe('laying a document over the plan', () => {
  test('the same document changes nothing', () => {
    expect(mergeDocument(present, present).document).toEqual(present)
  })

  test('a project that was renumbered keeps its address', () => {
    const read = renamed(present, first.key, '9-9-9')
    const { document, projectKeys } = mergeDocument(present, read)
    expect(projectKeys.get('9-9-9')).toBe(first.key)
    expect(document.projects.map(({ key }) => key)).toEqual(present.projects.map(({ key }) => key))
    expect(document.listings).toEqual(present.listings)
  })

  test('a project that was renamed under its number is the same', () => {
    const read = { ...present, projects: [{ ...first, name: '新しい名前' }, ...present.projects.slice(1)] }
    expect(mergeDocument(present, read).document.projects[0]).toMatchObject({ key: first.key, name: '新しい名前' })
  })

  test('two projects that exchanged their numbers are told apart by their names', () => {
    const read = { ...present, projects: [{ ...second, key: first.key }, { ...first, key: second.key }, ...present.projects.slice(2)] }
    const { projectKeys } = mergeDocument(present, read)
    expect([projectKeys.get(first.key), projectKeys.get(second.key)]).toEqual([second.key, first.key])
  })

  test('what the document leaves out stays, with its listings', () => {
    const read = { ...present, projects: present.projects.slice(1), listings: present.listings.filter(({ projectKey }) => projectKey !== first.key), sections: [] }
    const { document, left } = mergeDocument(present, read)
    expect(left.map(({ key }) => key)).toEqual([first.key])
    expect(document.listings.filter(({ projectKey }) => projectKey === first.key)).toEqual(present.listings.filter(({ projectKey }) => projectKey === first.key))
    expect(document.sections).toEqual(present.sections)
  })

  test('marks that came are the city\'s own and stay where the document says nothing of them', () => {
    const cells = third.years.map((cell) => ({ ...cell, actual: present.scales.schedule.steps[0]!.key }))
    const known = { ...present, projects: present.projects.map((project) => (project.key === third.key ? { ...third, years: cells } : project)) }
    const read = { ...present, projects: present.projects.map((project) => ({ ...project, years: project.years.map((cell) => ({ ...cell, actual: null })) })) }
    expect(mergeDocument(known, read).document.projects[2]!.years).toEqual(cells)
  })

  test('steps are the same when they print the same sign, also in another form; new signs become new steps', () => {
    const schedule = {
      ...present.scales.schedule,
      steps: [
        ...present.scales.schedule.steps.map((step, index) => ({ ...step, key: `read-${index}`, glyph: step.glyph === '○' ? '〇' : step.glyph })),
        { key: 'read-new', glyph: '☆', label: '前倒し' },
      ],
    }
    const keyOf = (key: string | null) => (key === null ? null : `read-${present.scales.schedule.steps.findIndex((step) => step.key === key)}`)
    const read = {
      ...present,
      scales: { ...present.scales, schedule },
      projects: present.projects.map((project) => ({ ...project, years: project.years.map((cell) => ({ ...cell, planned: keyOf(cell.planned), actual: keyOf(cell.actual) })) })),
    }
    const { document } = mergeDocument(present, read)
    expect(document.scales.schedule.steps.map(({ key }) => key)).toEqual([...present.scales.schedule.steps.map(({ key }) => key), 'read-new'])
    expect(document.projects).toEqual(present.projects)
  })
})

test('a legend that prints both → and ⇒ adds the second and moves no mark', () => {
  const { schedule } = present.scales
  const arrow = schedule.steps.find(({ glyph }) => glyph === '→')!
  const steps = [{ key: 'step-9', glyph: '⇒', label: '継続' }, ...schedule.steps]
  const { document } = mergeDocument(present, { ...present, scales: { ...present.scales, schedule: { ...schedule, steps } } })
  expect(document.projects).toEqual(present.projects)
  expect(document.scales.schedule.steps).toContainEqual(arrow)
  expect(document.scales.schedule.steps.at(-1)).toEqual({ key: 'step-9', glyph: '⇒', label: '継続' })
})

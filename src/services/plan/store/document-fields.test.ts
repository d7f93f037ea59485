import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventedPlan } from '../report/invented-plan.ts'
import { fieldText, withFieldText, type FieldAddress } from './document-fields.ts'
import { changesBetween } from './document-changes.ts'

const document = inventedPlan(6)
const { key, years } = document.projects[0]!
const year = years[0]!.year

const at = (field: string, projectKey: string | null = key) => ({ projectKey, field }) as FieldAddress

describe('values at their addresses', () => {
  test.each<[string, FieldAddress, string]>([
    ['a name', at('name'), '別の名前'],
    ['a text of the sheet', at('sheet/results'), '1行目\n2行目'],
    ['a judgement', at('sheet/achievement'), document.scales.achievement.steps[1]!.key],
    ['no judgement', at('sheet/achievement'), ''],
    ['a planned mark', at(`years/${year}/planned`), document.scales.schedule.steps[1]!.key],
    ['a mark that came', at(`years/${year}/actual`), document.scales.schedule.steps[0]!.key],
    ['a note', at(`years/${year}/note`), '<script>'],
    ['owners', at('owners'), '[{"department":"","section":"会計室","group":"出納G"}]'],
    ['a section', at(`sections/${document.sections[0]!.key}/body`, null), '新しい文'],
    ['an indicator', at('indicators/1/target', null), '70%'],
  ])('%s can be set, and only it changes', (_, address, text) => {
    const edited = withFieldText(document, address, text)
    expect(fieldText(edited, address)).toBe(text)
    const changes = changesBetween(document, edited)
    expect(changes).toEqual(fieldText(document, address) === text ? [] : [{ ...address, before: fieldText(document, address), after: text }])
  })

  test.each([
    ['an unknown project', at('name', 'none')],
    ['a year the plan has not', at('years/1999/note')],
    ['an unknown indicator', at('indicators/99/name', null)],
    ['an unknown room', at('colour')],
  ])('%s is refused', (_, address) => {
    expect(fieldText(document, address)).toBeUndefined()
    expect(() => withFieldText(document, address, 'x')).toThrow(RangeError)
  })

  test('a step of the other scale is refused', () => {
    const own = document.scales.achievement.steps.find(({ key: step }) => !document.scales.schedule.steps.some((other) => other.key === step))!
    expect(() => withFieldText(document, at(`years/${year}/planned`), own.key)).toThrow('no step')
  })

  test('an indicator with a name is set, one without is not', () => {
    const named = withFieldText(document, at('indicators/1/name', null), '利用者数')
    expect(named.indicators[0]!.isSet).toBe(true)
    expect(withFieldText(named, at('indicators/1/name', null), '').indicators[0]!.isSet).toBe(false)
  })

  test('setting what stands there changes nothing', () => {
    const texts = ['name', 'purpose', 'outline', 'owners', `years/${year}/note`, `years/${year}/planned`, 'sheet/results', 'sheet/achievement']
    fc.assert(
      fc.property(fc.constantFrom(...document.projects.map((project) => project.key)), fc.constantFrom(...texts), (projectKey, field) => {
        const address = at(field, projectKey)
        expect(withFieldText(document, address, fieldText(document, address)!)).toEqual(document)
      }),
    )
  })
})

describe('changes between two states', () => {
  test('a new project is one change, a lost one too', () => {
    const [first, ...rest] = document.projects
    const without = { ...document, projects: rest, listings: document.listings.filter(({ projectKey }) => projectKey !== first!.key) }
    expect(changesBetween(without, document)).toEqual([{ projectKey: first!.key, field: 'whole', before: '', after: first!.name }])
    expect(changesBetween(document, without)).toEqual([{ projectKey: first!.key, field: 'whole', before: first!.name, after: '' }])
  })

  test('a project that moves to another place says where it was listed', () => {
    const moved = { ...document, listings: document.listings.map((listing) => (listing.projectKey === key ? { ...listing, number: '⑨(9)-9' } : listing)) }
    expect(changesBetween(document, moved).map(({ projectKey, field, after }) => [projectKey, field, after])).toContainEqual([key, 'listings', expect.stringContaining('⑨(9)-9')])
  })
})

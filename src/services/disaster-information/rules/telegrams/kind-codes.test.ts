import { expect, test } from 'vitest'
import { CODE_TABLES, meaningOf, meaningOfTag, TAGS } from './kind-codes.ts'

test('every table of codes says whence it is and when it was checked', () => {
  for (const { source, checkedOn, codes } of [...Object.values(CODE_TABLES), TAGS]) {
    expect(source.length).toBeGreaterThan(10)
    expect(Temporal.PlainDate.from(checkedOn).year).toBeGreaterThanOrEqual(2026)
    expect(Object.keys(codes).length).toBeGreaterThan(1)
  }
})

test.each([
  ['VPWW61', '20', 'dense-fog', 2], ['VXKO', '20', 'flood', 2], ['VXKO', '50', 'flood', 5], ['VXKO', '51', 'flood', 5], ['VXKO', '53', 'flood', 5], ['VPWW54', '04', 'flood', 3],
  ['VYSE50', '120', 'nankai-trough', 4], ['VYSE50', '130', 'nankai-trough', 3], ['VYSE50', '190', 'nankai-trough', 0],
])('%s %s is %s at level %s', (type, code, hazard, level) => {
  expect(meaningOf(type, code)).toEqual({ hazard, level })
})

test.each([['線状降水帯発生', 'linear-rainband', 4], ['線状降水帯直前', 'linear-rainband', 3], ['記録雨', 'record-rain', 4], ['短時間大雪', 'short-heavy-snow', 3]])('the tag %s is %s at level %s', (tag, hazard, level) => {
  expect(meaningOfTag(tag)).toEqual({ hazard, level })
})

test.each([['VPWW55', '04'], ['VPWW55', '99'], ['VPWW55', 'constructor'], ['constructor', 'name'], ['VXKO', '']])('%s %s means nothing', (type, code) => {
  expect(meaningOf(type, code)).toBeUndefined()
  expect(meaningOfTag(code)).toBeUndefined()
})

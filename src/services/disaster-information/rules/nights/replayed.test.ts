import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTelegram } from '../telegrams/read-telegram.ts'
import { xmlTree } from '../telegrams/xml-tree.ts'
import { xmlText } from '../telegrams/xml-text.ts'
import { composeTornado } from './compose-weather.ts'
import { composeNight, NIGHTS } from './nights.ts'
import { replayed } from './replayed.ts'

const RECORDED_AT = Temporal.Instant.from('2026-07-14T10:00:00Z')
const startAt = Temporal.Instant.from('2026-11-22T00:00:00.123Z')

function read(source: Buffer, fileName: string) {
  const reading = readTelegram(source, fileName)
  return reading.ok ? reading.telegram : expect.fail(reading.detail)
}

describe.each(NIGHTS)('the night %s, recorded and played again', (night) => {
  const recorded = composeNight(night, { startAt: RECORDED_AT, speed: 1, status: '通常' })

  test.each([1, 60, 3_600])('at speed %s says the same, as a drill and in the same order', (speed) => {
    const played = recorded.map((one) => replayed(one, { from: RECORDED_AT, startAt, speed }) ?? expect.fail('not played'))
    played.forEach((one, position) => {
      const [before, after] = [read(recorded[position]?.source ?? Buffer.alloc(0), one.fileName), read(one.source, one.fileName)]
      expect(after.status).toBe('訓練')
      const { tree: _, status: __, sentAt: ___, reportAt: ____, targetAt: _____, validUntil: ______, ...same } = before
      expect(after).toMatchObject(same)
      expect(after.reportAt).toEqual(one.reportAt)
      expect(after.validUntil === null ? null : after.reportAt.until(after.validUntil)).toEqual(before.validUntil === null ? null : before.reportAt.until(before.validUntil))
    })
    const reports = (nights: readonly { reportAt: Temporal.Instant }[]) =>
      nights.slice(1).map(({ reportAt }, index) => Temporal.Instant.compare(nights[index]?.reportAt ?? reportAt, reportAt))
    expect(reports(played)).toEqual(reports(recorded))
    const last = recorded.at(-1)?.reportAt ?? RECORDED_AT
    expect(startAt.until(played.at(-1)?.reportAt ?? startAt).total('seconds')).toBeCloseTo(RECORDED_AT.until(last).total('seconds') / speed, 3)
  })
})

test('what was valid for 70 minutes after its report still is, however fast the night goes by', () => {
  const tornado = composeTornado({ reportAt: RECORDED_AT.add({ hours: 2 }) })
  const played = replayed(tornado, { from: RECORDED_AT, startAt, speed: 120 }) ?? expect.fail('not played')
  expect(played.reportAt).toEqual(startAt.add({ minutes: 1 }))
  expect(read(played.source, played.fileName).validUntil).toEqual(startAt.add({ minutes: 71 }))
})

test('what is no telegram is not played', () => {
  expect(replayed({ source: Buffer.from('<no/>'), fileName: '' }, { from: RECORDED_AT, startAt, speed: 1 })).toBeUndefined()
})

test('a tree written down reads as the same tree, whatever stands in it', () => {
  const word = fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).map((text) => text.trim())
  fc.assert(fc.property(word, word, fc.constantFrom('', 'http://a.example/', 'http://b.example/'), (text, attribute, namespace) => {
    const leaf = { name: 'Leaf', namespace, attributes: { type: attribute }, children: [], text }
    const root = { name: 'Root', namespace: 'http://a.example/', attributes: {}, children: [leaf, leaf], text: '' }
    expect(JSON.parse(JSON.stringify(xmlTree(Buffer.from(xmlText(root)))))).toEqual(root)
  }))
})

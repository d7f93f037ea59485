import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { evacuation, inventedNotice } from '../../src/capabilities/notices/invented-notices.ts'
import type { Notice } from '../../src/capabilities/notices/model.ts'
import { LEVELS } from '../../src/capabilities/notices/model.ts'
import { capOf, type CapSurroundings } from '../../src/capabilities/notices/rules/cap.ts'
import { lAlertOf } from '../../src/capabilities/notices/rules/l-alert.ts'

/** The schemas of OASIS for CAP 1.2 and EDXL-DE 1.0, and messages of others, where copies lie beside the project. */
const SHARED = join(import.meta.dirname, '../../../shared/data/cap')
const CAP = join(SHARED, 'schema/cap12.xsd')
const EDXL = join(SHARED, 'schema/edxlde-1_0.xsd')
const isThere = [CAP, EDXL].every((path) => existsSync(path))
if (!isThere) process.stderr.write(`SKIPPED: the schemas of CAP and EDXL-DE are not at ${SHARED}; our messages were not held against them.\n`)

async function complaints(schema: string, contents: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'message.xml', contents }], schema: [readFileSync(schema, 'utf8')] })
  return errors.map(({ message }) => message)
}

const first = inventedNotice()
const at = (minutes: number) => first.issuedAt.add({ minutes })
const surroundings: CapSurroundings = {
  sender: 'city.example', senderName: () => '亀山市', event: () => '避難情報', areas: () => '亀山市 関町、白川町', cityCode: '242101', origin: 'https://city.example',
  thread: [{ id: 'a1', kind: 'issue', issuedAt: at(-20) }, { id: 'b2', kind: 'update', issuedAt: at(-10) }, { id: first.id, kind: 'cancel', issuedAt: at(0) }],
}
const hostile = { title: ']]>&amp;<b>\u0000\u0008\ud800', sentences: ['"\'<>&\u000b', ''], origin: 'machine' as const }

const cases: [string, Notice, CapSurroundings][] = [
  ...LEVELS.map((level): [string, Notice, CapSurroundings] => [`of level ${level}`, inventedNotice({ level }), { ...surroundings, thread: [] }]),
  ['that is a drill', inventedNotice({ isDrill: true }), { ...surroundings, thread: [] }],
  ['with an end', inventedNotice({ expiresAt: at(600) }), { ...surroundings, thread: [] }],
  ['without anything that CAP asks for', inventedNotice({ cap: null, texts: { ...evacuation.texts, 'ja-x-yasashii': null, en: null, pt: null } }), { ...surroundings, thread: [] }],
  ['that updates', inventedNotice({ kind: 'update', refersTo: 'b2' }), surroundings],
  ['that cancels', inventedNotice({ kind: 'cancel', refersTo: 'b2', level: 0 }), surroundings],
  ['of hostile text', inventedNotice({ texts: { ja: hostile, 'ja-x-yasashii': hostile, en: hostile, pt: hostile } }), { ...surroundings, areas: () => '<&>', thread: [] }],
]

describe.skipIf(!isThere)('a notice', () => {
  test.each(cases)('%s is sound as CAP 1.2', async (_, notice, around) => {
    expect(await complaints(CAP, capOf(notice, around))).toEqual([])
  })

  test.each(cases)('%s is sound in its envelope of EDXL-DE 1.0', async (_, notice, around) => {
    expect(await complaints(EDXL, lAlertOf(notice, around))).toEqual([])
  })

  test('that were wrong would be complained of', async () => {
    const sound = capOf(first, surroundings)
    for (const [part, other] of [['<status>Actual', '<status>Perhaps'], ['<scope>Public</scope>', ''], ['+09:00</sent>', 'Z</sent>']] as const) {
      expect(sound).toContain(part)
      expect(await complaints(CAP, sound.replace(part, other))).not.toEqual([])
    }
    expect(await complaints(EDXL, lAlertOf(first, surroundings).replace('<distributionType>Report', '<distributionType>Rumour'))).not.toEqual([])
  })
})

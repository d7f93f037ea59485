import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { imports } from '../../src/capabilities/imports/manifest.ts'
import { mail } from '../../src/capabilities/mail/manifest.ts'
import { notices } from '../../src/capabilities/notices/manifest.ts'
import { openData } from '../../src/capabilities/open-data/manifest.ts'
import { phrasebook } from '../../src/capabilities/phrasebook/manifest.ts'
import { search } from '../../src/capabilities/search/manifest.ts'
import { staffIdentity } from '../../src/capabilities/staff-identity/manifest.ts'
import { readCsv } from '../../src/capabilities/documents/csv.ts'
import { systemActor } from '../../src/kernel/access/actor.ts'
import type { Tx } from '../../src/kernel/database/transaction.ts'
import { clockAt } from '../../src/kernel/time/clock.ts'
import { realmOf, receiveTelegram } from '../../src/services/disaster-information/actions/receive-telegram.ts'
import { disasterInformation } from '../../src/services/disaster-information/manifest.ts'
import type { Realm } from '../../src/services/disaster-information/model.ts'
import { composeNight, NIGHTS } from '../../src/services/disaster-information/rules/nights/nights.ts'
import { readTelegram } from '../../src/services/disaster-information/rules/telegrams/read-telegram.ts'
import type { Telegram } from '../../src/services/disaster-information/rules/telegrams/telegram.ts'
import { keepArea, listAreas } from '../../src/services/disaster-information/store/areas.ts'
import { listLevelChanges, listLevels } from '../../src/services/disaster-information/store/levels.ts'
import { openTestWeb, type TestWeb } from '../../src/testing.ts'

/**
 * The weather agency's own sample telegrams, where copies lie beside the project (出典: 気象庁, 公共データ利用規約 PDL 1.0), against
 * jma-golden.csv. The golden was written by reading the telegrams: levels from the names that people read (レベル４…, 警報, 震度…) and not
 * from the codes by which the program decides; of each file one area for every set of kinds that occurs in it.
 */
const SHARED = join(import.meta.dirname, '../../../shared/data/jma')
const SAMPLES = join(SHARED, 'xml')
const SCHEMAS = join(SHARED, 'schema')
const isThere = existsSync(SAMPLES) && existsSync(SCHEMAS)
if (!isThere) process.stderr.write(`SKIPPED: the weather agency's samples are not at ${SHARED}; telegrams were not tested against them.\n`)

interface GoldenLine {
  readonly file: string
  readonly type: string
  readonly status: string
  readonly infoType: string
  readonly eventId: string
  readonly serial: string
  readonly hazard: string
  readonly area: string
  readonly level: string
  readonly code: string
}

function golden(): GoldenLine[] {
  const reading = readCsv(readFileSync(join(import.meta.dirname, 'jma-golden.csv')))
  if (!reading.ok) throw new Error(reading.reason)
  return reading.rows.slice(1).map(([file = '', type = '', status = '', infoType = '', eventId = '', serial = '', hazard = '', area = '', level = '', code = '']) =>
    ({ file, type, status, infoType, eventId, serial, hazard, area, level, code }))
}

const areasOf = (lines: readonly GoldenLine[]) => [...new Set(lines.filter(({ hazard }) => hazard !== '').map(({ area }) => area))]
/** All that the golden has of an area: neither a line less nor a line more may be said of it. A line without a code says that nothing is in force. */
const linesOf = (lines: readonly GoldenLine[], of: string) =>
  [...new Set(lines.filter(({ hazard, area, code }) => hazard !== '' && area === of && code !== '').map(({ hazard, level, code }) => `${hazard} ${level} ${code}`))].toSorted()
/** What is left out (no code) is over, and stands in the golden only where nothing else does. */
const saidOf = ({ said }: Telegram, area: string) =>
  [...new Set(said.filter(({ areaCode, kindCode, level }) => areaCode === area && !(kindCode === '' && level === 0)).map(({ hazard, level, kindCode }) => `${hazard} ${level} ${kindCode}`))].toSorted()

/** Areas in which the demo city lies: what is said of them is said of the city. */
const COUNTED_ELSEWHERE: ReadonlySet<string> = new Set(['240000', '240010', '240012', '460'])

const source = (file: string) => readFileSync(join(SAMPLES, file))

describe.runIf(isThere)('every sample of the weather agency', () => {
  const lines = golden()
  const files = isThere ? readdirSync(SAMPLES).filter((file) => file.endsWith('.xml')).toSorted() : []

  test('stands in the golden, and nothing else does', () => {
    expect([...new Set(lines.map(({ file }) => file))].toSorted()).toEqual(files)
  })

  test.each(files)('%s says what a person reads in it', (file) => {
    // By its title alone: what a feed's address adds is tried elsewhere.
    const reading = readTelegram(source(file))
    if (!reading.ok) throw new Error(`${reading.reason} at ${reading.place}: ${reading.detail}`)
    const { telegram } = reading
    const own = lines.filter((each) => each.file === file)
    for (const line of own) {
      const { type, status, infoType, eventId } = telegram
      expect({ type, status, infoType, eventId, serial: String(telegram.serial ?? '') })
        .toEqual({ type: line.type, status: line.status, infoType: line.infoType, eventId: line.eventId, serial: line.serial })
      expect(realmOf(telegram)).toBe(line.status === '通常' ? 'live' : 'drill:telegrams')
    }
    for (const area of areasOf(own)) expect([area, saidOf(telegram, area)]).toEqual([area, linesOf(own, area)])
    for (const { hazard, area } of own.filter((line) => line.hazard !== '' && line.code === '')) {
      expect(telegram.said.find((one) => one.hazard === hazard && one.areaCode === area)).toMatchObject({ level: 0, kindCode: '' })
    }
    if (own.every(({ hazard }) => hazard === '')) expect(telegram.said).toEqual([])
    expect(telegram.remarks).toEqual([])
  })
})

describe.runIf(isThere)('the published schemas', () => {
  const schema = (name: string) => ({ fileName: name, contents: readFileSync(join(SCHEMAS, name), 'utf8') })
  const valid = async (fileName: string, contents: string) => {
    const preload = readdirSync(SCHEMAS).filter((name) => name !== 'jmx.xsd').map(schema)
    return validateXML({ xml: [{ fileName, contents }], schema: [schema('jmx.xsd')], preload })
  }

  test.each(NIGHTS)('hold for every telegram of the invented night %s', async (night) => {
    for (const { fileName, source: composed } of composeNight(night, { startAt: Temporal.Instant.from('2026-09-01T09:00:00Z'), speed: 1, status: '訓練' })) {
      const result = await valid(fileName, composed.toString())
      expect(result.errors.map(({ message }) => `${fileName}: ${message}`)).toEqual([])
      expect(result.valid).toBe(true)
    }
  })

  test('do not hold for a telegram without its head', async () => {
    const [first] = composeNight('storm', { startAt: Temporal.Instant.from('2026-09-01T09:00:00Z'), speed: 1, status: '通常' })
    expect((await valid('headless.xml', (first?.source.toString() ?? '').replace(/<Head[^]*<\/Head>/, ''))).valid).toBe(false)
  })
})

describe.runIf(isThere)('the samples as a city receives them', () => {
  let city: TestWeb
  const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('disaster-information', systemActor, work)
  const receive = (file: string, realm: Realm = 'live') => act((tx) => receiveTelegram(tx, { source: source(file), way: 'replay', realm, fileName: file }))
  const everything = Temporal.Instant.from('2000-01-01T00:00:00Z')
  beforeAll(async () => {
    // Six minutes after the earthquake of 11 March 2011, of which one sample names the city.
    city = await openTestWeb([staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation], { clock: clockAt('2011-03-11T05:55:00Z') })
    await act((tx) => keepArea(tx, { code: '3320200', name: '倉敷市', size: 'municipality', countsAs: '3320200', note: '' }))
    await act((tx) => keepArea(tx, { code: '3220900', name: '雲南市', size: 'municipality', countsAs: '3220900', note: '' }))
  })
  afterAll(() => city.close())

  test('are all taken; drills stay apart; of the whole country only what concerns the city changes anything', async () => {
    for (const file of readdirSync(SAMPLES).filter((name) => name.includes('VXSE') || name.includes('VTSE') || name.includes('VPBS'))) {
      expect([file, (await receive(file)).kind]).toEqual([file, 'taken'])
    }
    const levels = (await act((tx) => listLevels(tx, 'live'))).filter(({ level, areaCode }) => level !== 0 && areaCode === '2421000')
    expect(levels).toMatchObject([{ hazard: 'earthquake', areaCode: '2421000', level: 1, kindCode: '2', telegramType: 'VXSE53', eventId: '20110311144640' }])
    expect((await act((tx) => listLevels(tx, 'drill:telegrams'))).filter(({ level }) => level !== 0)).toEqual([])
  })

  test('one file jumps from level 2 to level 4 by its own word', async () => {
    const received = await receive('15_17_01_241226_VPWW56.xml', 'drill:jump')
    expect(received).toMatchObject({ kind: 'taken', changes: [{ hazard: 'landslide', areaCode: '3220900', to: 4, kindCode: '49' }] })
    const reading = readTelegram(source('15_17_01_241226_VPWW56.xml'))
    expect(reading.ok && reading.telegram.said.find(({ areaCode }) => areaCode === '3220900')?.lastLevel).toBe(2)
  })

  /** 岡山県土砂災害警戒情報 of September 2013; of 倉敷市 the six samples say: none, none, 警戒, 警戒, 警戒, none. */
  const SPELLS = ['17_03_01', '17_03_02', '17_03_04', '17_03_06', '17_03_07', '17_03_10'].map((start) => `${start}_190529_VXWW50.xml`)

  test('a series in order and in any other order ends in the same state', async () => {
    const realm: Realm = 'drill:okayama'
    for (const file of SPELLS) await receive(file, realm)
    const steps = (await act((tx) => listLevelChanges(tx, realm, everything, 100))).filter(({ areaCode }) => areaCode === '3320200').toReversed()
    expect(steps.map(({ from, to, reason, at }) => [from, to, reason, at.toString()])).toEqual([[0, 4, 'issued', '2013-09-04T00:22:00Z'], [4, 0, 'lifted', '2013-09-04T07:22:00Z']])
    const state = async (of: Realm) => (await act((tx) => listLevels(tx, of))).map(({ realm: _, telegramId: __, ...rest }) => rest)
    const inOrder = await state(realm)
    let run = 0
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(SPELLS, { minLength: SPELLS.length }), async (shuffled) => {
      const other: Realm = `drill:okayama-${run++}`
      for (const file of shuffled) await receive(file, other)
      expect(await state(other)).toEqual(inOrder)
    }), { numRuns: 10 })
  })
})

describe.runIf(isThere)('every sample, folded into the state of a city in which it happens', () => {
  const lines = golden()
  const files = [...new Set(lines.map(({ file }) => file))]
  let city: TestWeb
  const act = <Result>(work: (tx: Tx) => Promise<Result>) => city.open.database.act('disaster-information', systemActor, work)
  beforeAll(async () => {
    city = await openTestWeb([staffIdentity, imports, mail, notices, openData, search, phrasebook, disasterInformation], { clock: clockAt('2026-11-22T09:00:00+09:00') })
    await act(async (tx) => {
      const known = new Set((await listAreas(tx)).map(({ code }) => code))
      for (const code of areasOf(lines).filter((area) => !known.has(area))) await keepArea(tx, { code, name: code, size: 'place', countsAs: code, note: '' })
    })
  })
  afterAll(() => city.close())

  test.each(files)('%s: every line of the golden is the state, and every state has its telegram and its step', async (file) => {
    const realm: Realm = `drill:${file}`
    const received = await act((tx) => receiveTelegram(tx, { source: source(file), way: 'replay', realm, fileName: file }))
    if (received.kind !== 'taken') throw new Error(`${file} was ${received.kind}`)
    const own = lines.filter((each) => each.file === file && each.hazard !== '' && !COUNTED_ELSEWHERE.has(each.area))
    const levels = await act((tx) => listLevels(tx, realm))
    for (const { hazard, area, level, code } of own) {
      expect(levels.find((known) => known.hazard === hazard && known.areaCode === area)).toMatchObject({ level: Number(level), kindCode: code, telegramId: received.id })
    }
    const steps = await act((tx) => listLevelChanges(tx, realm, Temporal.Instant.from('2000-01-01T00:00:00Z'), 5_000))
    for (const { hazard, areaCode, level } of levels.filter(({ level: known }) => known !== 0)) {
      expect(steps.find((step) => step.hazard === hazard && step.areaCode === areaCode)).toMatchObject({ from: 0, to: level, telegramId: received.id, reason: 'issued' })
    }
    expect(steps.length).toBe(levels.filter(({ level }) => level !== 0).length)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cityIn } from '#kernel/city/city.ts'
import { addressKey, readAddress, townList, townsOf } from './addresses.ts'

const kameyama = townsOf(cityIn(new URL('../../../cities/kameyama', import.meta.url).pathname))
const read = (text: string) => readAddress(text, kameyama)

describe('an address as it is written', () => {
  test.each([
    ['三重県亀山市本町二丁目9101番地', '本町二丁目', '9101番地', ''],
    ['三重県⻲山市本町２丁目９１０１番地の２', '本町二丁目', '9101番地の2', ''],
    ['亀山市本町二丁目九千百一番地の二', '本町二丁目', '9101番地の2', ''],
    ['本町2-9101', '本町二丁目', '9101番地', ''],
    ['本町２－９１０１－２', '本町二丁目', '9101番地の2', ''],
    ['本町２丁目２番５号', '本町二丁目', '2番5号', ''],
    ['みどり町9102番地の3 みどりハイツ101', 'みどり町', '9102番地の3', 'みどりハイツ101'],
    ['みどり町9102番地の3みどりハイツ 101号室', 'みどり町', '9102番地の3', 'みどりハイツ 101号室'],
    ['亀山市みどり町 9102-3', 'みどり町', '9102番地の3', ''],
    ['みどり町9102番の3', 'みどり町', '9102番地の3', ''],
    ['みどり町9102番地3', 'みどり町', '9102番地の3', ''],
    ['みどり町9102ノ3', 'みどり町', '9102番地の3', ''],
    ['江ケ室1丁目100', '江ヶ室一丁目', '100番地', ''],
    ['江が室一丁目100番地', '江ヶ室一丁目', '100番地', ''],
    ['三重県鈴鹿郡関町大字木崎9103番地', '関町木崎', '9103番地', ''],
    ['鈴鹿郡関町大字加太市場9112番地', '加太市場', '9112番地', ''],
    ['関町市瀬10', '関町市瀬', '10番地', ''],
    ['市ケ坂町5-1', '市ヶ坂町', '5番地の1', ''],
    ['三寺町100番地', '三寺町', '100番地', ''],
    ['天神四丁目9116番地の5 天神テラス12', '天神四丁目', '9116番地の5', '天神テラス12'],
  ])('%s', (text, town, number, building) => {
    expect(read(text)).toMatchObject({ ok: true, town: { name: town }, number, building })
  })

  test('a part of a town with a name of its own is kept apart', () => {
    expect(read('安坂山町字坊谷123番地')).toMatchObject({ ok: true, town: { name: '安坂山町' }, section: '坊谷', number: '123番地' })
  })

  test.each([
    ['', 'empty', []],
    ['東京都千代田区永田町1-1', 'other-place', []],
    ['三重県津市広明町13番地', 'other-place', []],
    ['存在しない町1番地', 'unknown-town', []],
    ['本町9101番地', 'several-towns', ['本町一丁目', '本町二丁目', '本町三丁目', '本町四丁目']],
  ])('%s is refused: %s', (text, reason, towns) => {
    const reading = read(text)
    expect(reading).toMatchObject({ ok: false, reason })
    expect(reading.ok ? [] : reading.towns.map(({ name }) => name).toSorted()).toEqual([...towns].toSorted())
  })

  test.each([
    ['本町2-9101-2', [{ kind: 'number-taken-for-lot', said: '9101-2' }]],
    ['みどり町', [{ kind: 'no-number', said: '' }]],
    ['鈴鹿郡関町大字木崎9103番地', [{ kind: 'old-name', said: '鈴鹿郡関町大字木崎' }]],
    ['本町二丁目9101番地', []],
  ])('%s: what was supposed is said', (text, notes) => {
    expect(read(text)).toMatchObject({ ok: true, notes })
  })

  test('an old name must lead to a town', () => {
    expect(() => townList({ cityName: '市', prefectureName: '県' }, [], [{ name: '旧', town: '新' }])).toThrow('新 is not in towns.csv')
  })
})

describe('the key of an address', () => {
  const keyOf = (town: string, number: string, building = '') => addressKey({ town, number, building })
  test.each([
    [keyOf('本町二丁目', '9101番地の2'), keyOf('本町２丁目', '9101-2')],
    [keyOf('みどり町', '9102番地の3', 'みどりハイツ101'), keyOf('みどり町', '９１０２の３', 'みどりハイツ　１０１号室')],
    [keyOf('江ヶ室一丁目', '100番地'), keyOf('江ケ室1丁目', '百番地')],
    [keyOf('大字縄生', '1番地'), keyOf('縄生', '1')],
  ])('%s', (one, other) => expect(one).toBe(other))

  test('another room is another address', () => {
    expect(keyOf('みどり町', '1', 'ハイツ101')).not.toBe(keyOf('みどり町', '1', 'ハイツ102'))
    expect(keyOf('みどり町', '1-2')).not.toBe(keyOf('みどり町', '12'))
  })
})

test('what the register writes is read back as it was, in every town', () => {
  const towns = fc.constantFrom(...kameyama.towns)
  const number = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.option(fc.integer({ min: 1, max: 99 }))).map(([lot, branch]) => `${lot}番地${branch === null ? '' : `の${branch}`}`)
  fc.assert(
    fc.property(towns, number, fc.constantFrom('', 'みどりハイツ101', 'コーポ羽若B'), (town, written, building) => {
      expect(read(`三重県亀山市${town.name}${written} ${building}`)).toMatchObject({ ok: true, town, number: written, building, notes: [] })
    }),
  )
})

test('whatever is typed is answered, never thrown', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'本町二2-丁目番地の号亀山市9 関'), maxLength: 20 })), (text) => {
    expect(typeof read(text).ok).toBe('boolean')
  }))
})

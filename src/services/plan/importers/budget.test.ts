import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GivenAnswer } from '#capabilities/imports/importer.ts'
import { systemActor } from '#kernel/access/actor.ts'
import { budgetRows, readBudgetRow, yenIn, type BudgetRow } from '../rules/budget-table.ts'
import { listBudgetLines } from '../store/budget-lines.ts'
import { factNames, KAMEYAMA_PLAN, openPlanWeb } from '../testing/plan-web.ts'
import { budgetImporter } from './budget-importer.ts'

const HEADING = '事業番号,年度,会計,款,項,目,事業名,予算額,決算額,国庫支出金,県支出金,地方債,その他,一般財源'
const csv = (...lines: string[]) => Buffer.from([HEADING, ...lines].join('\r\n'))
const GOOD = '①(3)-7,令和3年度,一般会計,衛生費,清掃費,塵芥処理費,ごみ分別案内事業,"1,200,000円",1150000,0,"200,000",0,0,1000000'

test.each<[string, number | null | undefined]>([
  ['1200000', 1_200_000], ['1,200,000円', 1_200_000], ['１，２００', 1_200], ['△300', -300], ['', null], [' ', null], ['0', 0],
  ['1.5', undefined], ['千円', undefined], ['12a', undefined], ['9999999999999999', undefined],
])('“%s” as yen is %s', (text, yen) => expect(yenIn(text)).toBe(yen))

describe('a row', () => {
  const projects = new Map([['1-3-7', '1-3-7']])
  const row = (own: Partial<BudgetRow>) => {
    const table = budgetRows([HEADING.split(','), '1-3-7,2021,一般,衛生,清掃,塵芥,案内,100,,0,0,0,0,100'.split(',')])
    return readBudgetRow({ ...(table.ok ? table.rows[0]! : ({} as BudgetRow)), ...own }, projects)
  }
  test.each<[Partial<BudgetRow>, string[]]>([
    [{ 事業番号: '9-9-9' }, ['事業番号/unknown-project']],
    [{ 年度: '来年' }, ['年度/unreadable-year']],
    [{ 予算額: '' }, ['予算額/unreadable-yen']],
    [{ 予算額: '百円', 一般財源: 'x' }, ['予算額/unreadable-yen', '一般財源/unreadable-yen']],
    [{ 予算額: '101' }, ['予算額/sum-differs']],
    [{ 一般財源: '', 国庫支出金: '', 県支出金: '', 地方債: '', その他: '' }, []],
  ])('%j', (own, problems) => {
    const reading = row(own)
    expect(reading.ok ? [] : reading.cells.map(({ column, problem }) => `${column}/${problem}`)).toEqual(problems)
  })
})

describe('the file', () => {
  let city: Awaited<ReturnType<typeof openPlanWeb>>
  beforeAll(async () => {
    city = await openPlanWeb()
  })
  afterAll(() => city.web.close())
  const reading = <Result>(work: Parameters<typeof city.web.open.database.read<Result>>[2]) => city.web.open.database.read('plan', systemActor, work)
  const writing = <Result>(work: Parameters<typeof city.web.open.database.act<Result>>[2]) => city.web.open.database.act('plan', systemActor, work)
  const read = async (bytes: Buffer) => reading((tx) => budgetImporter.read(tx, { fileName: 'budget.csv', bytes }))

  test('is refused without its columns, naming them', async () => {
    expect(await read(Buffer.from('事業番号,年度\n1,2'))).toMatchObject({ ok: false, values: { columns: expect.stringContaining('予算額') } })
  })

  test('doubtful cells are questions; a line is left out until its cell is put right, and the sheet shows the rest', async () => {
    const bytes = csv(GOOD, '1-1-1,R3,一般会計,総務費,戸籍,交付,コンビニ交付,五百,,0,0,0,0,500', '99,2021,a,b,c,d,e,1,,0,0,0,0,1')
    const found = await read(bytes)
    if (!found.ok) throw new Error('refused')
    expect(found.questions.map(({ row, column, kind }) => `${row} ${column} ${kind}`)).toEqual(['3 予算額 unreadable-yen', '4 事業番号 unknown-project'])
    const answers: GivenAnswer[] = [{ questionId: '3/予算額', kind: 'edit', value: '500' }, { questionId: '4/事業番号', kind: 'accept' }]
    expect(await writing((tx) => budgetImporter.apply(tx, found, answers))).toEqual({ path: '/staff/plan', changes: 2 })
    const lines = await reading((tx) => listBudgetLines(tx, KAMEYAMA_PLAN, '1-3-7'))
    expect(lines).toMatchObject([{ year: 2021, budgetYen: 1_200_000, settledYen: 1_150_000, prefecturalYen: 200_000, generalYen: 1_000_000 }])
    const { body } = await (await city.staff('morita.riku')).get('/staff/plan/sheets/1-3-7')
    expect(body).toContain('1,200,000')
    expect(await factNames(city.web)).toContain('plan.budget-imported')
  })

  test('taken in again, a year’s lines are replaced and not doubled', async () => {
    const found = await read(csv(GOOD))
    if (!found.ok) throw new Error('refused')
    await writing((tx) => budgetImporter.apply(tx, found, []))
    expect(await reading((tx) => listBudgetLines(tx, KAMEYAMA_PLAN, '1-3-7'))).toHaveLength(1)
    expect(await reading((tx) => listBudgetLines(tx, KAMEYAMA_PLAN, '1-1-1'))).toHaveLength(0)
  })
})

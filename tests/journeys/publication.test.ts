import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey, type Visitor } from './browser.ts'
import { DUMP_FILE, DUMP_PERIOD, inventedDump } from './invented-dump.ts'

/** What the reader asks about the dump: a year that never was, two ways of writing, a lost mark, copies that differ. */
const QUESTIONS = 7

/** The DX office brings a published table, answers what is doubtful in it, and publishes; a resident reads the report. */
describe.each([true, false])('from a damaged table to the published report (JavaScript: %s)', (hasScripts) => {
  let journey: Journey
  let clerk: Visitor

  beforeAll(async () => {
    journey = await openJourney()
    clerk = await journey.arrive({ language: 'ja', hasScripts })
  })
  afterAll(async () => {
    await clerk.leave()
    await journey.close()
  })

  test('the clerk signs in and brings the file', async () => {
    await clerk.go('/sign-in?return=/staff/imports')
    await clerk.signIn('mizuno.yui')
    await bring(clerk, 'a file without a table.txt', '亀山市からのお知らせ\n\nきょうは良い天気です。\n')
    expect(await clerk.page.locator('[role=alert]').innerText()).not.toBe('')
    await bring(clerk, DUMP_FILE, inventedDump())
    expect(await answeredOf(clerk)).toBe(`${QUESTIONS}件のうち0件`)
  })

  test('stops after one answer, and goes on later where it was left', async () => {
    await acceptNext(clerk)
    await clerk.go('/staff/imports')
    await clerk.press(DUMP_FILE, 'link')
    expect(await answeredOf(clerk)).toBe(`${QUESTIONS}件のうち1件`)
  })

  test('types a better reading, skips one, takes an answer back, accepts the rest', async () => {
    await type(clerk, '①(1)-3')
    await skipNext(clerk)
    expect(await answeredOf(clerk)).toBe(`${QUESTIONS}件のうち2件`)
    await clerk.press(/番に戻る$/, 'link')
    if (hasScripts) await pressKey(clerk, 'a')
    else await clerk.press(/^提案どおりにする/)
    expect(await answeredOf(clerk)).toBe(`${QUESTIONS}件のうち3件`)
    for (let answered = 3; answered < QUESTIONS; answered++) await acceptNext(clerk)
    expect(await answeredOf(clerk)).toBe(`${QUESTIONS}件のうち${QUESTIONS}件`)
    await takeBack(clerk)
    expect(await answeredOf(clerk)).toBe(`${QUESTIONS}件のうち${QUESTIONS - 1}件`)
    await acceptNext(clerk)
  })

  test('looks at what would change, and applies it', async () => {
    await clerk.press(/反映に進む/, 'link')
    await clerk.press(/^反映する/)
    expect(await clerk.page.locator('main').innerText()).toContain('反映しました')
    await clerk.press('結果のページを開く', 'link')
    expect(await clerk.page.locator('h1').innerText()).toContain('みらいデジタル計画')
  })

  test('publishes, after being told what is still open', async () => {
    await clerk.go(`/staff/plan/publish?plan=${DUMP_PERIOD.key}`)
    await clerk.press('公表する')
    expect(await clerk.page.locator('main').innerText()).toContain('残っているところがあります')
    await clerk.page.check('#field-isUnfinished')
    await clerk.press('公表する')
    expect(new URL(clerk.page.url()).pathname).toBe(`/plan/report/${DUMP_PERIOD.year}`)
  })

  test('a resident reads the report, the lost mark left open and the year as it was printed', async () => {
    const resident = await journey.arrive({ language: 'ja', hasScripts })
    await resident.go(`/plan/report/${DUMP_PERIOD.year}`)
    const text = await resident.page.locator('main').innerText()
    for (const project of ['申請書作成支援事業', '乗合タクシー予約事業', '自転車の貸出事業']) expect(text).toContain(project)
    const csv = await resident.page.request.get(`/plan/report/${DUMP_PERIOD.year}.csv`)
    expect(await csv.text()).toContain('平成36年4月から四つの言葉で案内した。')
    await resident.leave()
  })

  async function acceptNext(visitor: Visitor): Promise<void> {
    if (hasScripts) await pressKey(visitor, 'a')
    else await visitor.press(/^提案どおりにする/)
  }

  async function skipNext(visitor: Visitor): Promise<void> {
    if (hasScripts) await pressKey(visitor, 's')
    else await visitor.press(/^あとで決める/)
  }

  async function takeBack(visitor: Visitor): Promise<void> {
    if (hasScripts) await pressKey(visitor, 'u')
    else await visitor.press(/^回答を取り消す/)
  }

  /** Opens the box below the proposal and writes another reading. */
  async function type(visitor: Visitor, reading: string): Promise<void> {
    const { page } = visitor
    if (hasScripts) await page.keyboard.press('e')
    else await page.locator('details.question-edit > summary').first().click()
    await page.locator('details.question-edit textarea').first().fill(reading)
    await visitor.press('この内容にする')
  }
})

async function bring(visitor: Visitor, name: string, text: string): Promise<void> {
  await visitor.page.locator('#plan-file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await visitor.page.locator('form:has(#plan-file) button').click()
  await visitor.page.waitForLoadState('load')
  await visitor.look()
}

/** The focus waits in the next card, so that a clerk never leaves the keyboard. */
async function pressKey(visitor: Visitor, key: string): Promise<void> {
  const { page } = visitor
  expect(await page.evaluate(() => document.activeElement?.closest('question-card') !== null)).toBe(true)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
  await visitor.look()
}

async function answeredOf(visitor: Visitor): Promise<string> {
  return /\d+件のうち\d+件/.exec(await visitor.page.locator('main').innerText())?.[0] ?? ''
}

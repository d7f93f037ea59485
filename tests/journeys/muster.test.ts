import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJourney, type Journey } from './browser.ts'

const PHONE = 390

let journey: Journey

beforeAll(async () => {
  journey = await openJourney()
}, 120_000)
afterAll(() => journey.close())

/** The link that a channel puts into the message of somebody who was called. */
async function ownLink(call: string): Promise<{ readonly link: string; readonly name: string }> {
  const rows = await journey.city.open.owner<{ name: string; contact_id: string }[]>`select r.name, c.contact_id from alert_mail.muster_person p
    join alert_mail.roster r on r.id = p.roster_id join alert_mail.roster_contact c on c.roster_id = r.id where p.call_id = ${call} order by r.name_kana limit 1`
  const token = Buffer.concat([Buffer.from((rows[0]?.contact_id ?? '').replaceAll('-', ''), 'hex'), Buffer.alloc(12)]).toString('base64url')
  return { link: `/muster/${call}/${token}`, name: rows[0]?.name ?? '' }
}

describe.each([['with scripts', true], ['without scripts', false]])('a call %s', (_, hasScripts) => {
  test('leaves the desk, is answered on a phone, and stands on the board', async () => {
    const officer = await journey.arrive({ signedInAs: 'kitamura.shun', hasScripts })
    await officer.go('/staff/muster')
    await officer.page.getByLabel(/第1配備/).check()
    await officer.page.fill('#field-reason', '大雨のため')
    await officer.page.getByLabel(/訓練として/).check()
    await officer.press('招集する')
    const call = new URL(officer.page.url()).pathname.split('/').at(-1) ?? ''
    const { link, name } = await ownLink(call)

    const called = await journey.arrive({ language: 'ja', width: PHONE, hasScripts })
    await called.go(link)
    await called.press('30分')
    expect(await called.page.locator('.notice-success').first().innerText()).toContain('伝えました')

    if (hasScripts) await officer.page.getByText('30分で参集').first().waitFor({ timeout: 10_000 })
    else await officer.go(`/staff/muster/${call}`)
    expect(await officer.page.locator('#muster-board').innerText()).toContain(name)
    expect(await officer.page.locator('#muster-board').innerText()).toContain('30分で参集')
    await officer.leave()
    await called.leave()
  })
})

test('a guardian joins with the code on a sheet, in Portuguese, on a phone', async () => {
  const office = await journey.arrive({ signedInAs: 'hayase.mio' })
  await office.go('/staff/schools')
  await office.press('三つ葉小学校', 'link')
  await office.press('3年 2組', 'link')
  await office.page.fill('#field-child', '33番')
  await office.page.fill('#field-address', 'mae33@example.jp')
  await office.page.locator('#field-language').selectOption('pt')
  await office.press('招待する')
  const letters = await journey.city.open.owner<{ source: string }[]>`select source from mail.delivered order by received_at desc limit 5`
  const texts = letters.map(({ source }) => decoded(source))
  const rows = await journey.city.open.owner<{ body: string }[]>`select body from mail.letter where purpose = 'alert-mail.invitation' order by written_at desc limit 1`
  const path = [...texts, rows[0]?.body ?? ''].map((text) => /\/schools\/join\/[0-9A-Z-]+/.exec(text)?.[0]).find((found) => found !== undefined)
  expect(path).toBeDefined()
  const mother = await journey.arrive({ language: 'pt', width: PHONE })
  await mother.go(path ?? '')
  await mother.page.getByLabel('mãe').check()
  await mother.press('Confirmar o cadastro')
  expect(await mother.page.locator('main').innerText()).toContain('Escola Primária Mitsuba')
  await mother.leave()
  await office.leave()
})

/** A letter's text as the stand-in took it in: quoted-printable or base64 (RFC 2045 section 6). */
function decoded(source: string): string {
  const [head = '', ...body] = source.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  return text.replace(/=\r?\n/g, '').replace(/=3D/gi, '=')
}

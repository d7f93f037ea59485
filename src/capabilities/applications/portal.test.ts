import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfOf } from '#capabilities/attachments/invented-files.ts'
import { attachments } from '#capabilities/attachments/manifest.ts'
import { mail } from '#capabilities/mail/manifest.ts'
import { payments } from '#capabilities/payments/manifest.ts'
import { residentIdentity } from '#capabilities/resident-identity/manifest.ts'
import { residents } from '#capabilities/residents/manifest.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { KAMEYAMA } from '../../testing.ts'
import { applications } from './manifest.ts'
import { PortalIntake } from './portal/portal-intake.ts'
import type { PortalApplication } from './portal/portal-client.ts'
import { StandInPortal } from './portal/stand-in-portal.ts'
import { permits, register } from './trial-permits.ts'

let city: Awaited<ReturnType<typeof openTestCity>>

const [permit, , , sticker] = permits.procedures ?? []
if (permit === undefined || sticker === undefined) throw new Error('the trial has no procedures')
const portal = { procedureCode: 'STICKER-1', fields: { 氏名: 'name.told', 重さ: 'size' } }
const withPortal = { ...permits, procedures: [permit, { ...sticker, versions: [{ ...sticker.versions[0], portal }] as const }] }

const received = (receptionNumber: string, fields: Record<string, string> = { 氏名: '辻󠄀 次郎', 重さ: '12' }): PortalApplication => ({
  receptionNumber, procedureCode: 'STICKER-1', submittedAt: '2026-11-20T10:00:00+09:00', signer: { certificateSerial: 'ab12', certificateIssuer: 'test' }, fields,
  attachments: [{ name: 'a.pdf', slot: 'photo', content: pdfOf().toString('base64') }],
})

beforeAll(async () => {
  city = await openTestCity({ parts: [residents, mail, residentIdentity, attachments, payments, register, applications, withPortal], folder: KAMEYAMA })
})
afterAll(() => city.close())

describe('what the national portal received', () => {
  const terms = { clientId: 'city', clientSecret: 'secret', callsOfToken: 3 }
  const stand = new StandInPortal({
    ...terms,
    applications: [received('R-1'), received('R-2'), received('R-3', { 氏名: '無理 花子', 重さ: 'very heavy', 備考: '犬がいます' }), { ...received('R-4'), procedureCode: 'UNKNOWN' }, received('R-5')],
  })
  afterAll(() => stand.close())
  const intake = async (address = terms) => new PortalIntake(city, { url: await stand.listen(), ...address }, silentLog)

  test('is taken in once, though the token ends in the middle and everything is fetched again', async () => {
    expect(await (await intake()).settle()).toBe(4)
    expect(stand.logins.length).toBeGreaterThan(1)
    expect(await (await intake()).settle()).toBe(0)
    expect(await city.owner`select channel, state from applications.application`).toEqual(Array.from({ length: 4 }, () => ({ channel: 'portal', state: 'submitted' })))
    expect(await city.owner`select reception_number, matched_by from applications.portal_reception order by 1`).toEqual(['R-1', 'R-2', 'R-3', 'R-5'].map((number) => ({ reception_number: number, matched_by: 'none' })))
  })

  test('a name matches nobody; what does not fit the form is left for the officer', async () => {
    const [odd] = await city.owner<{ id: string; answers: unknown; person_id: string | null }[]>`select id, answers, person_id from applications.application where applicant_name = '無理 花子'`
    expect(odd).toMatchObject({ person_id: null, answers: { name: { told: '無理 花子' } } })
    const [note] = await city.owner<{ text: string }[]>`select text from applications.event where application_id = ${odd?.id ?? null} and kind = 'note'`
    expect(note?.text).toContain('very heavy')
    expect(note?.text).toContain('犬がいます')
  })

  test('hears how things stand, each state once', async () => {
    expect(stand.told.map(({ state }) => state)).toEqual(['received', 'received', 'received', 'received'])
    await city.owner`update applications.application set state = 'checking' where applicant_name = '無理 花子'`
    await (await intake()).settle()
    expect(stand.told.slice(4)).toEqual([{ receptionNumber: 'R-3', state: 'checking' }])
  })

  test('a wrong secret takes nothing in and says so', async () => {
    await expect((await intake({ ...terms, clientSecret: 'wrong' })).settle()).rejects.toThrow('403')
  })
})

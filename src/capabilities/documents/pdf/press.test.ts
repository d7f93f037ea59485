import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { Press, PRESS_LIMITS, type PressLimits } from './press.ts'

const quick = { source: 'あ', inputs: {}, standard: 'ua-1', createdAtSeconds: 0, missingCharacters: 'refuse', typeface: 'gothic' } as const
const document = { ...quick, source: '#set document(title: "題")\nあ' }
// About a minute of counting: longer than any limit below.
const endless = { ...quick, source: '#for one in range(100000) { for other in range(10000) { } }' }

let press: Press
const pressWith = (limits: Partial<PressLimits>): Press => (press = new Press({ ...PRESS_LIMITS, ...limits }))

afterEach(() => press.close())

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isSo(); turn++) await wait(25)
  expect(isSo()).toBe(true)
}

describe('the press', () => {
  it('starts with the first job and ends when idle, giving its memory back', async () => {
    pressWith({ idleSeconds: 0.2 })
    expect(press.isRunning).toBe(false)
    expect(await press.print(document)).toMatchObject({ kind: 'printed', pageCount: 1 })
    expect(press.isRunning).toBe(true)
    const processId = press.processId as number
    await until(() => !press.isRunning)
    await until(() => !isAlive(processId))
    expect(await press.print(document)).toMatchObject({ kind: 'printed' })
  })

  it('prints jobs that come at once one after the other', async () => {
    pressWith({})
    const answers = await Promise.all(Array.from({ length: 5 }, () => press.print(document)))
    expect(answers.map((answer) => answer.kind)).toEqual(Array(5).fill('printed'))
  })

  it('hands over to a fresh press after its number of jobs', async () => {
    pressWith({ jobsPerPress: 1 })
    await press.print(document)
    expect(press.isRunning).toBe(false)
    expect(await press.print(document)).toMatchObject({ kind: 'printed' })
  })

  it('gives up a job that takes too long and prints the next', async () => {
    // Long enough for the next job on a busy machine, and far too short for the endless one.
    pressWith({ jobSeconds: 5 })
    const slow = press.print(endless)
    const next = press.print(document)
    await expect(slow).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('within 5 s') })
    expect(await next).toMatchObject({ kind: 'printed' })
  })

  it('gives up a job that takes too much memory', async () => {
    pressWith({ memoryMegabytes: 20 })
    await expect(press.print(endless)).rejects.toMatchObject({ message: expect.stringContaining('more than 20 MB') })
  })

  it('answers a crash with a fault and prints the next job', async () => {
    pressWith({})
    const lost = press.print(endless)
    process.kill(press.processId as number, 'SIGSEGV')
    await expect(lost).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('SIGSEGV') })
    expect(await press.print(document)).toMatchObject({ kind: 'printed' })
  })

  it('refuses more jobs than may wait', async () => {
    pressWith({ waitingJobs: 1, jobSeconds: 5 })
    const [running, waiting] = [press.print(endless), press.print(document)]
    await expect(press.print(document)).rejects.toMatchObject({ code: 'unavailable' })
    await expect(running).rejects.toMatchObject({ code: 'unavailable' })
    expect(await waiting).toMatchObject({ kind: 'printed' })
  })

  it('refuses what is under way and what waits when it is closed', async () => {
    pressWith({})
    const jobs = [press.print(endless), press.print(document)]
    press.close()
    const outcomes = await Promise.allSettled(jobs)
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected'])
    expect(press.isRunning).toBe(false)
  })
})

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

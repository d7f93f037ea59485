import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closePress } from '#capabilities/documents/pdf.ts'
import { readPdfText } from '#capabilities/documents/pdf-text.ts'
import { residentActor, systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import { connect } from '#kernel/database/connection.ts'
import type { Installation } from '#kernel/installation/installation.ts'
import { openStandInDesk } from '#kernel/outside/stand-in-desk.ts'
import { silentLog } from '#kernel/telemetry/log.ts'
import { imports } from '../src/capabilities/imports/manifest.ts'
import { mail } from '../src/capabilities/mail/manifest.ts'
import { numberVault } from '../src/capabilities/number-vault/manifest.ts'
import { payments } from '../src/capabilities/payments/manifest.ts'
import { residentIdentity } from '../src/capabilities/resident-identity/manifest.ts'
import { residents } from '../src/capabilities/residents/manifest.ts'
import { signing } from '../src/capabilities/signing/manifest.ts'
import { staffIdentity } from '../src/capabilities/staff-identity/manifest.ts'
import { issuePaper } from '../src/services/certificates/actions/issue.ts'
import { certificates } from '../src/services/certificates/manifest.ts'
import { CERTIFICATE_LIMITS } from '../src/services/certificates/model.ts'
import { findFile } from '../src/services/certificates/store/papers.ts'
import { keepRequest } from '../src/services/certificates/store/requests.ts'
import { enrol, idOf, layOutRegister, testRegister } from '../src/services/certificates/testing/register.ts'
import { BarePress } from './bare-certificate.ts'
import { openBenchInstallation } from './bench-installation.ts'
import { interleaved, median, medianRatio, milliseconds, round2, thousands, type Result } from './measure.ts'

const parts = [staffIdentity, residents, numberVault, imports, mail, residentIdentity, payments, signing, testRegister({ pauseMs: 0 }), certificates]
const CROWD = { papers: Number(process.env['PAPERS'] ?? 2_000), processes: 2, atOnce: 25 }
/** Papers of one round of the comparison. */
const PAPERS_A_ROUND = 40
const REACH = 0.7

/** Certificates from the request to the signed file: a crowd over two processes, and one after the other against the bare libraries. */
export async function measureCertificates(): Promise<Result[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-certificates-'))
  const { installation, open, close } = await openWithDesk(dataDir)
  try {
    const owner = connect(installation.server, { database: open.databaseName, connections: 1 })
    await layOutRegister(owner, open.database.rolePrefix)
    await owner.end()
    const compared = await compare(open)
    closePress()
    return [compared, await crowd(open, dataDir)]
  } finally {
    closePress()
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function openWithDesk(dataDir: string): Promise<{ installation: Installation; open: OpenCity; close: () => Promise<void> }> {
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: true })
  const desk = await openStandInDesk(installation.cities, { host: '127.0.0.1', port: 0, log: silentLog })
  const close = async () => {
    await desk.close()
    await installation.close()
  }
  return { installation, open: desk.cities[0] as OpenCity, close }
}

const nameOf = (number: number): string => `群衆 辻\u{E0100}${number}郎`
const personOf = (number: number): string => `bench-${number}`

async function enrolAndAsk(open: OpenCity, from: number, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, index) => from + index)
  await open.database.act('resident-records', systemActor, async (tx) => {
    for (const number of numbers) await enrol(tx, personOf(number), `三重県亀山市本丸町${number}番地`, [{ key: personOf(number), name: nameOf(number) }])
  })
  return open.database.act('certificates', systemActor, async (tx) => {
    const ids: string[] = []
    for (const number of numbers) {
      const id = randomUUID()
      await keepRequest(tx, {
        id, requestKey: `online:${id}`, kind: 'resident-copy', way: 'online', subjectId: idOf(personOf(number)), people: [], options: ['relationship', 'domicile'],
        accountId: randomUUID(), ownPersonId: idOf(personOf(number)), applicant: null, reduction: '', origin: 'https://kameyama.example',
      })
      ids.push(id)
    }
    return ids
  })
}

function issue(open: OpenCity, id: string, number: number): Promise<string> {
  const actor = residentActor({ accountId: randomUUID(), name: '', proof: 'card', personId: idOf(personOf(number)), actsFor: null })
  return issuePaper(open, id, actor)
}

/**
 * As the city makes them, several at once with as many presses as cores, against the libraries in a loop, as a program that
 * knows nothing of requests would. Ours also asks the register, stamps, reads back and writes down.
 */
async function compare(open: OpenCity): Promise<Result> {
  const bare = await BarePress.open()
  let next = 0
  const ours = async () => {
    const ids = await enrolAndAsk(open, next, PAPERS_A_ROUND)
    const from = next
    next += PAPERS_A_ROUND
    const waiting = [...ids.entries()]
    const desk = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) if ((await issue(open, one[1], from + one[0])) !== 'issued') throw new Error('a paper was not issued')
    }
    return milliseconds(() => Promise.all(Array.from({ length: CERTIFICATE_LIMITS.papersAtOnce }, desk)))
  }
  const theirs = () => milliseconds(async () => {
    for (let index = 0; index < PAPERS_A_ROUND; index++) await bare.makePaper(nameOf(index), `三重県亀山市本丸町${index}番地`)
  })
  await ours()
  await theirs()
  const samples = await interleaved({ ours, theirs })
  // As many per second: the ratio of times the other way round.
  const ratio = medianRatio(samples.theirs, samples.ours)
  const perSecond = (values: readonly number[]) => round2((PAPERS_A_ROUND * 1_000) / median(values))
  return {
    what: 'certificate, request → signed and stamped PDF, per s', ours: perSecond(samples.ours), against: `${perSecond(samples.theirs)} (typst and pkijs in a loop, no stamp)`,
    ratio: round2(ratio), reach: `≥ ${REACH} ×`, isReached: ratio >= REACH,
  }
}

/** Two processes take all requests from opposite ends and meet; afterwards every paper is read. */
async function crowd(open: OpenCity, dataDir: string): Promise<Result> {
  const from = 1_000_000
  const ids = await enrolAndAsk(open, from, CROWD.papers)
  const took = await milliseconds(() => Promise.all(Array.from({ length: CROWD.processes }, (_, index) => inProcess(dataDir, { ids, from, isReversed: index % 2 === 1 }))))
  let right = 0
  for (const [index, id] of ids.entries()) {
    const bytes = await open.database.read('certificates', systemActor, (tx) => findFile(tx, id))
    const text = bytes === undefined ? '' : readPdfText(bytes).join('')
    const names = [...text.matchAll(/氏名群衆 辻\u{E0100}(\d+)郎氏名の/gu)].map(([, number]) => Number(number))
    if (names.length === 1 && names[0] === from + index) right++
  }
  return {
    what: `${thousands(CROWD.papers)} certificates, ${CROWD.processes * CROWD.atOnce} at a time over ${CROWD.processes} processes: right person`, ours: `${thousands(right)}, ${round2((CROWD.papers * 1_000) / took)} per s with the start of the processes`,
    against: '–', ratio: '–', reach: 'all of them', isReached: right === CROWD.papers,
  }
}

interface Errand {
  readonly ids: readonly string[]
  readonly from: number
  readonly isReversed: boolean
}

function inProcess(dataDir: string, errand: Errand): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const child = fork(import.meta.filename, ['work', dataDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(errand)
  child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))))
  return promise
}

async function work(dataDir: string, { ids, from, isReversed }: Errand): Promise<void> {
  const { open, close } = await openWithDesk(dataDir)
  const waiting = [...ids.entries()]
  const desk = async () => {
    for (let next = isReversed ? waiting.pop() : waiting.shift(); next !== undefined; next = isReversed ? waiting.pop() : waiting.shift()) await issue(open, next[1], from + next[0])
  }
  await Promise.all(Array.from({ length: CROWD.atOnce }, desk))
  closePress()
  await close()
}

if (import.meta.main) {
  if (process.argv[2] === 'work') {
    const errand = await new Promise<Errand>((resolve) => { process.once('message', resolve) })
    await work(process.argv[3] ?? '', errand)
  } else {
    console.log(await measureCertificates())
  }
  process.exit(0)
}

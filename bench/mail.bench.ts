import { interleaved, median, medianRatio, round2, thousands, type Result } from './measure.ts'
import { issue, openTown, untilEnded, type Town } from './storm/broadcast.ts'
import { Child } from './storm/child.ts'
import type { SinkCounts } from './storm/sink-process.ts'

/** Mail subscribers of a city of 49,000. */
const READERS = 13_741
/** And of a prefecture; fewer for a quick look. */
const MANY = Number(process.env.BENCH_MAILS ?? 1_000_000)
const ROUNDS = 3
const SECOND = 1_000
/** A server on the net answers after as long as this; on this machine alone, two processes would only share its two cores. */
const DISTANT_MS = 20

interface Sent {
  readonly ms: number
  readonly firstMs: number
}

/** Mail to thousands: from the commit that issues a notice to the last message handed over, results written down. */
export async function measureMail(): Promise<Result[]> {
  const results: Result[] = []
  const town = await openTown(READERS)
  try {
    const { rows, rate } = await measureAgainstPeers(town)
    results.push(...rows, await measureTwoWorkers(town))
    await town.close()
    results.push(...await measureMany(rate))
  } catch (thrown) {
    await town.close().catch(() => {})
    throw thrown
  }
  return results
}

async function measureAgainstPeers(town: Town): Promise<{ rows: Result[]; rate: number }> {
  const { sink, port } = await startSink()
  const worker = await startWorker(town, port)
  const firsts: number[] = []
  const ours = async () => {
    const sent = await broadcast(town, sink, READERS)
    firsts.push(sent.firstMs)
    return sent.ms
  }
  await ours()
  firsts.length = 0
  const samples = await interleaved({ ours, bare: () => peer('bare-client.ts', port, sink), nodemailer: () => peer('nodemailer-peer.ts', port, sink) }, ROUNDS)
  await worker.kill()
  await sink.kill()
  const rate = (READERS * SECOND) / median(samples.ours)
  const against = (ms: readonly number[]) => thousands((READERS * SECOND) / median(ms))
  const [toBare, toNodemailer] = [medianRatio(samples.bare, samples.ours), medianRatio(samples.nodemailer, samples.ours)]
  const seconds = median(samples.ours) / SECOND
  const first = Math.max(...firsts)
  return {
    rate,
    rows: [
      { what: `${thousands(READERS)} personal mails, DKIM RSA-2048, with outbox and results, mails/s`, ours: thousands(rate), against: `${against(samples.bare)} bare client, 10 connections, same letters`, ratio: round2(toBare), reach: '≥ 0.7', isReached: toBare >= 0.7 },
      { what: 'the same', ours: thousands(rate), against: `${against(samples.nodemailer)} nodemailer, pool of 10, DKIM`, ratio: round2(toNodemailer), reach: '≥ 4', isReached: toNodemailer >= 4 },
      { what: 'the same, from the commit to the last, s', ours: round2(seconds), against: '–', ratio: '–', reach: '≤ 10', isReached: seconds <= 10 },
      { what: 'commit to the first mail handed over, longest of the rounds, ms', ours: thousands(first), against: '–', ratio: '–', reach: '≤ 1,000', isReached: first <= SECOND },
    ],
  }
}

async function measureTwoWorkers(town: Town): Promise<Result> {
  const { sink, port } = await startSink({ delayMs: DISTANT_MS })
  const run = async (workers: number) => {
    const started = await Promise.all(Array.from({ length: workers }, () => startWorker(town, port)))
    const { ms } = await broadcast(town, sink, READERS)
    for (const worker of started) await worker.kill()
    return ms
  }
  const samples = await interleaved({ two: () => run(2), one: () => run(1) }, ROUNDS)
  await sink.kill()
  const ratio = medianRatio(samples.one, samples.two)
  const perSecond = (ms: readonly number[]) => thousands((READERS * SECOND) / median(ms))
  return {
    what: `${thousands(READERS)} mails over two worker processes, no message twice, to a server that takes ${DISTANT_MS} ms a mail, mails/s`,
    ours: perSecond(samples.two), against: `${perSecond(samples.one)} one worker`, ratio: round2(ratio), reach: '≥ 1.5', isReached: ratio >= 1.5,
  }
}

async function measureMany(smallRate: number): Promise<Result[]> {
  const town = await openTown(MANY)
  const { sink, port } = await startSink()
  try {
    const worker = await startWorker(town, port)
    const { ms } = await broadcast(town, sink, MANY)
    const { peakBytes } = await worker.ask<{ peakBytes: number }>('memory')
    await worker.kill()
    const rate = (MANY * SECOND) / ms
    const megabytes = peakBytes / 2 ** 20
    return [
      { what: `the same to ${thousands(MANY)} readers, mails/s`, ours: thousands(rate), against: `${thousands(smallRate)} to ${thousands(READERS)}`, ratio: round2(rate / smallRate), reach: '≥ 0.8', isReached: rate >= 0.8 * smallRate },
      { what: 'most memory of the worker meanwhile, MB', ours: thousands(megabytes), against: '–', ratio: '–', reach: '≤ 512', isReached: megabytes <= 512 },
    ]
  } finally {
    await sink.kill()
    await town.close()
  }
}

/** One notice to everybody; throws when anybody was missed, or got it twice. */
async function broadcast(town: Town, sink: Child, readers: number): Promise<Sent> {
  await sink.ask('forget')
  const before = Date.now()
  const id = await issue(town)
  const line = await untilEnded(town, id)
  const counts = await sink.ask<SinkCounts>('counts')
  if (counts.distinct !== readers || counts.messages !== readers || line.handed !== readers) throw new Error(`not everybody once: ${JSON.stringify({ ...counts, twice: counts.twice.length, line })}`)
  const ended = line.endedAt?.epochMilliseconds ?? Number.NaN
  return { ms: ended - line.begunAt.epochMilliseconds, firstMs: counts.firstAt - before }
}

async function peer(program: string, port: number, sink: Child): Promise<number> {
  await sink.ask('forget')
  const child = Child.start(program, [String(port), String(READERS)])
  const { ms } = await child.next<{ ms: number }>()
  await child.kill()
  const { distinct } = await sink.ask<SinkCounts>('counts')
  if (distinct !== READERS) throw new Error(`${program} brought ${distinct} of ${READERS}`)
  return ms
}

async function startSink(faults: { readonly delayMs?: number } = {}): Promise<{ sink: Child; port: number }> {
  const sink = Child.start('sink-process.ts', [JSON.stringify(faults)])
  const { port } = await sink.next<{ port: number }>()
  return { sink, port }
}

async function startWorker(town: Town, port: number): Promise<Child> {
  const worker = Child.start('worker-process.ts', [town.dataDir], { NOTICES_SMTP_URL: `smtp://127.0.0.1:${port}` })
  await worker.next()
  return worker
}

if (import.meta.main) {
  console.log(await measureMail())
  process.exit(0)
}

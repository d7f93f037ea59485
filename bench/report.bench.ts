import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { closePress } from '#capabilities/documents/pdf.ts'
import { reportPdf } from '../src/services/plan/report/report-pdf.ts'
import { reportXlsx } from '../src/services/plan/report/report-xlsx.ts'
import { dumpOf, inventedPlan, printLines, type InventedPlan } from '../src/services/plan/rules/invented-report.ts'
import { readPlanFile, type ReadPlan } from '../src/services/plan/rules/read-report.ts'
import { median, milliseconds, ROUNDS, round2, type Result } from './measure.ts'

const REAL_REPORT = join(import.meta.dirname, '../../shared/seeds/kameyama-ict-plan-report-r3.txt')
const SECOND = 1_000

/** Reading the real report where it lies beside the project (else an invented one), and printing it. */
export async function measureReport(): Promise<Result[]> {
  const isReal = existsSync(REAL_REPORT)
  const bytes = isReal ? readFileSync(REAL_REPORT) : Buffer.from(inventedDump())
  const printedOn = Temporal.PlainDate.from('2026-11-22')
  const samples = { read: [] as number[], pdf: [] as number[], xlsx: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    let reading: ReadPlan | null = null
    samples.read.push(await milliseconds(async () => {
      const read = readPlanFile(bytes)
      if (read.ok) reading = read
    }))
    const document = (reading as unknown as ReadPlan).document
    samples.pdf.push(await milliseconds(() => reportPdf(document, { printedOn })))
    samples.xlsx.push(await milliseconds(() => Promise.resolve(reportXlsx(document, { printedOn }))))
    // The press ends when idle; ended here, each round pays for its cold start.
    closePress()
  }
  const name = isReal ? 'the real report (73 rows)' : 'an invented report'
  return [
    resultOf(`reading ${name}, s`, samples.read, 2),
    resultOf(`${name} as A3 PDF, cold press, s`, samples.pdf, 5),
    resultOf(`${name} as XLSX, s`, samples.xlsx, 2),
  ]
}

function resultOf(what: string, values: readonly number[], limitSeconds: number): Result {
  const seconds = median(values) / SECOND
  return { what, ours: round2(seconds), against: '–', ratio: '–', reach: `≤ ${limitSeconds} s`, isReached: seconds <= limitSeconds }
}

function inventedDump(): string {
  const [plan] = fc.sample(inventedPlan, { numRuns: 1, seed: 7 })
  return dumpOf(printLines(plan as InventedPlan))
}

if (import.meta.main) {
  console.log(await measureReport())
  process.exit(0)
}

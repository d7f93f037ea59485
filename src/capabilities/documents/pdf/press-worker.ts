import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PressAnswer, PressJob } from './press-words.ts'
import { sortTexts } from './sorts.ts'
import { TypeCase } from './typefaces.ts'

/**
 * The press: a child process that typesets one job after the other. It is a process and not a thread because the
 * compiler is native code: what it allocates or breaks must go with it and leave the city standing.
 */
const WORKSPACE = '/tsunagu-press' // Virtual: nothing of the machine's files may be reachable from a source.

const typeCase = new TypeCase(process.env['FONTS_FOLDER'] || undefined)
const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...typeCase.blobs] }] })

process.on('message', (job: PressJob) => process.send?.(print(job)))
process.on('disconnect', () => process.exit(0))

function print(job: PressJob): PressAnswer {
  const { inputs, missing, families, pattern } = sortTexts(job.inputs, job.typeface, typeCase)
  if (missing.length > 0 && job.missingCharacters === 'refuse') {
    return { id: job.id, kind: 'characters-missing', characters: missing }
  }
  try {
    const setting = JSON.stringify({ family: typeCase.familyOf(job.typeface), families, pattern })
    const compiled = compiler.compile({ mainFileContent: job.source, inputs: { ...inputs, setting }, resetRead: true })
    const document = compiled.result
    if (document === null) return { id: job.id, kind: 'source-broken', detail: complaintOf(compiled.takeDiagnostics()) }
    const bytes = compiler.pdf(document, { pdfStandard: job.standard, creationTimestamp: job.createdAtSeconds })
    return { id: job.id, kind: 'printed', bytes, pageCount: document.numOfPages, replaced: missing }
  } catch (thrown) {
    return { id: job.id, kind: 'source-broken', detail: String(thrown) }
  } finally {
    compiler.evictCache(0)
  }
}

function complaintOf(diagnostics: { readonly shortDiagnostics: readonly unknown[] } | null): string {
  return JSON.stringify(diagnostics?.shortDiagnostics ?? 'nothing was typeset')
}

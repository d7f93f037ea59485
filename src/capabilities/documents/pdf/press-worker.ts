import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { FontCoverage, isInvisible } from './font-coverage.ts'
import type { PressAnswer, PressJob } from './press-words.ts'

/**
 * The press: a child process that typesets one job after the other. It is a process and not a thread because the
 * compiler is native code: what it allocates or breaks must go with it and leave the city standing.
 */
const GETA = '〓'
/** Virtual: nothing of the machine's files may be reachable from a source. */
const WORKSPACE = '/tsunagu-press'

const fonts = readFonts()
// Regular decides what can be drawn: Bold holds the same characters.
const coverage = new FontCoverage(fonts[0] as Buffer)
const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: fonts }] })

process.on('message', (job: PressJob) => process.send?.(print(job)))
process.on('disconnect', () => process.exit(0))

function print(job: PressJob): PressAnswer {
  const { inputs, missing } = printable(job.inputs)
  if (missing.length > 0 && job.missingCharacters === 'refuse') {
    return { id: job.id, kind: 'characters-missing', characters: missing }
  }
  try {
    const compiled = compiler.compile({ mainFileContent: job.source, inputs, resetRead: true })
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

/** The inputs with every character that no font draws replaced, and the list of those characters. */
function printable(inputs: PressJob['inputs']): { inputs: Record<string, string>; missing: string[] } {
  const missing = new Set<string>()
  const result: Record<string, string> = {}
  for (const [name, text] of Object.entries(inputs)) {
    result[name] = text.replace(/[^\x20-\x7e]/gu, (character) => {
      const codePoint = character.codePointAt(0) as number
      if (coverage.draws(codePoint) || isInvisible(codePoint)) return character
      missing.add(character)
      return GETA
    })
  }
  return { inputs: result, missing: [...missing] }
}

function readFonts(): Buffer[] {
  return [
    import.meta.resolve('@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf'),
    import.meta.resolve('@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf'),
  ].map((url) => readFileSync(fileURLToPath(url)))
}

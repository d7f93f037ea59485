import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, isTextFile } from './files.ts'
import { errorAt, type Finding } from './finding.ts'
import { nameFindings } from './names.ts'
import { fileLengthFindings, functionLengthFindings } from './sizes.ts'
import { parsed, visit, type Node, type Source } from './syntax.ts'
import { templateFindings } from './templates.ts'

/** What the house asks of every file, whoever wrote it. */
export function sourceFindings(root: string): Finding[] {
  return filesBelow(root)
    .filter(isTextFile)
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return [...lineFindings(file, text), ...(/\.(?:ts|css)$/.test(file) ? fileLengthFindings(file, text) : []), ...codeFindings(file, text)]
    })
}

export function codeFindings(file: string, text: string): Finding[] {
  if (!file.endsWith('.ts') || file.endsWith('.d.ts')) return []
  const source = parsed(file, text)
  return [...barrelFindings(source), ...nameFindings(source), ...functionLengthFindings(source), ...templateFindings(source), ...openSwitchFindings(source)]
}

// Written with brackets around a letter, so that this file does not find itself.
const PROMISE_OF_WORK = /\b(?:TO[D]O|FIX[M]E|XX[X])\b/
const MACHINE_PATH = /(?<![\w./:-])\/(?:work|home|root|Users)\/\w/

export function lineFindings(file: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const findings: Finding[] = []
    if (PROMISE_OF_WORK.test(line)) findings.push(errorAt(file, index + 1, 'work that is promised in a comment is done or written down where it is seen'))
    if (MACHINE_PATH.test(line)) findings.push(errorAt(file, index + 1, 'a path of somebody\'s machine'))
    return findings
  })
}

/** A file that only passes on what others export hides where things are; a front door may pass on its own types. */
function barrelFindings(source: Source): Finding[] {
  const body = source.program.body as readonly Node[]
  const isBarrel = body.some(passesOn) && body.every((node) => node.type === 'ImportDeclaration' || passesOn(node))
  return isBarrel || source.file.endsWith('/index.ts') ? [errorAt(source.file, 0, 'is a barrel; import from where things are')] : []
}

function passesOn(node: Node): boolean {
  return node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null && node.source !== undefined)
}

/** A switch over a closed set is closed by assertNever; one over an open set says what happens to the rest. */
function openSwitchFindings(source: Source): Finding[] {
  const findings: Finding[] = []
  visit(source.program, (node) => {
    if (node.type !== 'SwitchStatement') return
    const cases = node.cases as readonly { readonly test: Node | null }[]
    if (cases.every(({ test }) => test !== null && test !== undefined)) findings.push(errorAt(source.file, source.lineOf(node), 'a switch ends with a default: assertNever where the set is closed'))
  })
  return findings
}

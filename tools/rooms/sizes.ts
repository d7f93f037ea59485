import { FILE_LINES, FUNCTION_LINES } from './allowed-rooms.ts'
import { adviceAt, errorAt, type Finding } from './finding.ts'
import { visit, type Node, type Source } from './syntax.ts'

/** Words, seeds and generated files are as long as what they list. */
export function isFreeOfLength(file: string, text: string): boolean {
  const base = file.split('/').at(-1) as string
  return base === 'text.ts' || base === 'sample-text.ts' || base === 'seed.ts' || file.includes('/text/') || text.startsWith('// Written by ')
}

export function fileLengthFindings(file: string, text: string): Finding[] {
  if (isFreeOfLength(file, text)) return []
  const lines = text.trimEnd().split('\n').length
  return lengthFindings(file, 0, `has ${lines} lines`, lines, FILE_LINES)
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'ClassMethod', 'PrivateMethod', 'Constructor',
  'MethodProperty', 'GetterProperty', 'SetterProperty',
])

export function functionLengthFindings(source: Source): Finding[] {
  const findings: Finding[] = []
  visit(source.program, (node, parent) => {
    if (!FUNCTIONS.has(node.type) || isTestGroup(parent)) return
    const from = source.lineOf(node)
    const lines = source.lastLineOf(node) - from + 1
    findings.push(...lengthFindings(source.file, from, `a function of ${lines} lines`, lines, FUNCTION_LINES))
  })
  return findings
}

/** What stands in `describe(…)` or `describe.each(…)(…)` is a chapter of tests and no function. */
function isTestGroup(parent: Node | null): boolean {
  if (parent?.type !== 'CallExpression') return false
  let callee = parent.callee as Node
  while (callee.type === 'CallExpression' || callee.type === 'MemberExpression') callee = (callee.callee ?? callee.object) as Node
  return callee.value === 'describe'
}

interface Lengths {
  readonly advised: number
  readonly most: number
}

function lengthFindings(file: string, line: number, what: string, lines: number, { advised, most }: Lengths): Finding[] {
  if (lines > most) return [errorAt(file, line, `${what}; ${most} is the end`)]
  return lines > advised ? [adviceAt(file, line, `${what}; ${advised} are advised`)] : []
}

import { errorAt, type Finding } from './finding.ts'
import { visit, type Node, type Source } from './syntax.ts'

/** Last words that say nothing: whatever bears them has a better name at the counter or in the statute. */
const EMPTY_WORDS = ['Manager', 'Handler', 'Processor', 'Helper', 'Helpers', 'Util', 'Utils', 'Data', 'Info']
const EMPTY_NAME = new RegExp(`(?:${EMPTY_WORDS.join('|')})$`)
const EMPTY_FILE = new RegExp(`(?:^|-)(?:${EMPTY_WORDS.join('|').toLowerCase()})(?:\\.test)?\\.ts$`)
/** オープンデータ is a word of the trade; authenticatorData and clientData are WebAuthn's own names. */
const TRADE_WORD = /(?:open-?|authenticator|auth|client)data(?:\.test)?(?:\.ts)?$/i

const DECLARATIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration', 'ClassDeclaration', 'VariableDeclarator', 'TsInterfaceDeclaration', 'TsTypeAliasDeclaration', 'ClassMethod',
])

export function nameFindings(source: Source): Finding[] {
  const findings: Finding[] = []
  const base = source.file.split('/').at(-1) as string
  if (EMPTY_FILE.test(base) && !TRADE_WORD.test(base)) findings.push(errorAt(source.file, 0, 'a file is named after what it does, not after being of use'))
  visit(source.program, (node) => {
    if (!DECLARATIONS.has(node.type)) return
    const name = nameOf(node)
    if (EMPTY_NAME.test(name) && !TRADE_WORD.test(name)) findings.push(errorAt(source.file, source.lineOf(node), `${name} says nothing: name it with the word of the trade`))
  })
  return findings
}

function nameOf(node: Node): string {
  const named = (node.identifier ?? node.id ?? node.key) as { value?: unknown } | undefined
  return typeof named?.value === 'string' ? named.value : ''
}

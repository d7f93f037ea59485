import { errorAt, type Finding } from './finding.ts'
import { visit, type Node, type Source } from './syntax.ts'

/**
 * The `html` tag escapes every value, which protects an attribute only while it stands in double quotes; handlers and
 * styles in a page would be refused by the content security policy. Both are found here, in the template's own text.
 */
export function templateFindings(source: Source): Finding[] {
  const findings: Finding[] = []
  visit(source.program, (node) => {
    if (node.type !== 'TaggedTemplateExpression') return
    const tag = node.tag as Node
    if (tag.type !== 'Identifier' || tag.value !== 'html') return
    const quasis = (node.template as Node).quasis as readonly (Node & { raw: string })[]
    for (const problem of problemsIn(quasis.map((quasi) => quasi.raw))) {
      findings.push(errorAt(source.file, source.lineOf(quasis[problem.quasi] as Node), problem.says))
    }
  })
  return findings
}

interface TemplateProblem {
  readonly quasi: number
  readonly says: string
}

type Place = 'text' | 'tag' | 'value' | 'comment'

const UNQUOTED = 'an attribute value stands in double quotes'

/** Walks through the literal parts as a browser would; a value between two parts stands wherever the walk is. */
export function problemsIn(quasis: readonly string[]): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  let place: Place = 'text'
  for (const [quasi, raw] of quasis.entries()) {
    for (let at = 0; at < raw.length; at++) {
      const rest = raw.slice(at)
      if (place === 'tag') problems.push(...attributeProblems(rest, at === 0 ? '' : (raw[at - 1] as string)).map((says) => ({ quasi, says })))
      place = placeAfter(place, rest)
    }
  }
  return problems
}

function placeAfter(place: Place, rest: string): Place {
  switch (place) {
    case 'text':
      if (rest.startsWith('<!--')) return 'comment'
      return /^<[a-zA-Z/]|^<$/.test(rest) ? 'tag' : 'text'
    case 'tag':
      if (rest.startsWith('"')) return 'value'
      return rest.startsWith('>') ? 'text' : 'tag'
    case 'value':
      return rest.startsWith('"') ? 'tag' : 'value'
    default:
      return rest.startsWith('-->') ? 'text' : 'comment'
  }
}

function attributeProblems(rest: string, before: string): string[] {
  if (rest.startsWith('=') && !rest.startsWith('="')) return [UNQUOTED]
  if (!/\s|^$/.test(before)) return []
  if (/^on[a-z]+=/.test(rest)) return ['a handler in the page (the content security policy refuses it)']
  return rest.startsWith('style=') ? ['a style in the page (the content security policy refuses it)'] : []
}

import { parseSync } from '@swc/core'

/** A node of the syntax tree as swc gives it; what else it holds depends on its type. */
export interface Node {
  readonly type: string
  readonly span: { readonly start: number; readonly end: number }
  readonly [key: string]: unknown
}

export interface Source {
  readonly file: string
  readonly text: string
  readonly program: Node
  /** Line of a node's first character, from 1. */
  lineOf(node: Node): number
  lastLineOf(node: Node): number
}

/** swc counts positions in bytes of UTF-8 and begins with 1. */
const FIRST_POSITION = 1

export function parsed(file: string, text: string): Source {
  const program = parseSync(text, { syntax: 'typescript', target: 'esnext' }) as unknown as Node
  const lineEnds = lineEndsOf(Buffer.from(text))
  const lineAt = (position: number) => lineEnds.findIndex((end) => position - FIRST_POSITION <= end) + 1
  return { file, text, program, lineOf: (node) => lineAt(node.span.start), lastLineOf: (node) => lineAt(node.span.end - 1) }
}

/** Visits every node below `node` and itself, parents first. */
export function visit(node: Node, see: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  see(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) visitChild(child, see, node)
  }
}

function visitChild(child: unknown, see: (node: Node, parent: Node | null) => void, parent: Node): void {
  if (typeof child !== 'object' || child === null) return
  if (isNode(child)) return visit(child, see, parent)
  // Arguments, for one, are wrapped in plain objects: { spread, expression }.
  for (const inner of Object.values(child)) if (typeof inner === 'object' && inner !== null) visitChild(inner, see, parent)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'span' in value
}

function lineEndsOf(bytes: Buffer): number[] {
  const ends: number[] = []
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 0x0a) ends.push(index)
  return [...ends, bytes.length]
}

import type { ServiceNames } from '../new-service.ts'

type Names = Pick<ServiceNames, 'name' | 'camel'>

/** src/city.ts with one more part: an import behind the last one, a name at the end of the list. */
export function withPart(source: string, names: Names): string {
  const imports = [...source.matchAll(/^import .*$/gm)]
  const last = imports.at(-1)
  const list = listIn(source)
  if (last === undefined || list === null) throw new Error('src/city.ts has no list of parts that could be added to')
  const importsEnd = last.index + last[0].length
  const listed = source.slice(0, list.end) + entryOf(list, names) + source.slice(list.end)
  return `${listed.slice(0, importsEnd)}\n${importOf(names)}${listed.slice(importsEnd)}`
}

/** src/city.ts without the part, as it was before `withPart`. */
export function withoutPart(source: string, names: Names): string {
  const withoutImport = source.replace(`\n${importOf(names)}`, '')
  const list = listIn(withoutImport)
  if (withoutImport === source || list === null || !namesIn(list).includes(names.camel)) throw new Error(`src/city.ts does not list ${names.name}`)
  return withoutImport.slice(0, list.start) + insideWithout(list, names) + withoutImport.slice(list.end)
}

function insideWithout(list: PartList, { camel }: Names): string {
  if (list.inside.includes('\n')) return list.inside.replace(`\n  ${camel},`, '')
  return namesIn(list).filter((name) => name !== camel).join(', ')
}

function namesIn({ inside }: PartList): string[] {
  return inside.split(',').map((name) => name.trim()).filter((name) => name !== '')
}

interface PartList {
  readonly start: number
  /** Where the next name goes. */
  readonly end: number
  readonly inside: string
}

function listIn(source: string): PartList | null {
  const match = /export const parts: readonly Manifest\[\] = \[/.exec(source)
  if (match === null) return null
  const start = match.index + match[0].length
  const close = source.indexOf(']', start)
  // In a list over several lines the last name's line ends before the bracket's.
  const end = source[close - 1] === '\n' ? close - 1 : close
  return { start, end, inside: source.slice(start, end) }
}

function entryOf({ inside }: PartList, { camel }: Names): string {
  if (inside.trim() === '') return camel
  return inside.includes('\n') ? `\n  ${camel},` : `, ${camel}`
}

function importOf({ name, camel }: Names): string {
  return `import { ${camel} } from './services/${name}/manifest.ts'`
}

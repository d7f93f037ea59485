import { isDateFormatCode, isDateFormatNumber } from './date-format.ts'
import { XlsxRefusal } from './refusal.ts'
import type { Visibility } from './workbook.ts'
import { unescapeCellText } from './xml.ts'
import { readXml } from './xml-reader.ts'
import type { Archive } from './zip.ts'

/** What stands around the sheets: which sheets there are, where their parts lie, shared texts, date styles. */
export interface WorkbookFrame {
  readonly sheets: readonly { readonly name: string; readonly visibility: Visibility; readonly part: string }[]
  readonly is1904: boolean
  readonly sharedTexts: readonly string[]
  /** By the number in a cell's `s` attribute. */
  readonly isDateStyle: readonly boolean[]
}

export async function readFrame(archive: Archive, sheetLimit: number): Promise<WorkbookFrame> {
  const root = await readRelations(archive, '')
  const main = root.find((relation) => relation.type === 'officeDocument')
  if (main === undefined || !archive.has(main.target)) throw new XlsxRefusal('not-a-workbook')
  const { sheets, is1904, isWorkbook } = await readWorkbookPart(archive, main.target)
  if (!isWorkbook) throw new XlsxRefusal('not-a-workbook')
  if (sheets.length > sheetLimit) throw new XlsxRefusal('too-many-parts', `${sheets.length} sheets`)
  const relations = await readRelations(archive, main.target)
  const targetOf = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target
  return {
    // A sheet that is only a chart or a dialogue holds no cells.
    sheets: sheets.flatMap(({ name, visibility, id }) => {
      const relation = relations.find((candidate) => candidate.id === id)
      if (relation === undefined) throw new XlsxRefusal('damaged', `the sheet ${name} has no part`)
      return relation.type === 'worksheet' ? [{ name, visibility, part: relation.target }] : []
    }),
    is1904,
    sharedTexts: await readSharedTexts(archive, targetOf('sharedStrings')),
    isDateStyle: await readDateStyles(archive, targetOf('styles')),
  }
}

interface Relation {
  readonly id: string
  /** Last step of the type's address: transitional and strict files differ only before it. */
  readonly type: string
  readonly target: string
}

/** The relations of a part; '' is the package itself (ECMA-376 part 2, 8.3.3). */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/')
  const name = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
  const relations: Relation[] = []
  if (!archive.has(name)) return relations
  await readXml(archive.read(name), {
    open(element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (element !== 'Relationship' || mode === 'External') return
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(part, target) })
    },
  })
  return relations
}

function resolved(from: string, target: string): string {
  return decodeURI(new URL(target, `part:/${from}`).pathname.slice(1))
}

interface SheetEntry {
  readonly name: string
  readonly visibility: Visibility
  readonly id: string
}

async function readWorkbookPart(
  archive: Archive,
  part: string,
): Promise<{ sheets: SheetEntry[]; is1904: boolean; isWorkbook: boolean }> {
  const sheets: SheetEntry[] = []
  let is1904 = false
  let isWorkbook = false
  await readXml(archive.read(part), {
    open(element, { name = '', state, id = '', date1904 }) {
      if (element === 'workbook') isWorkbook = true
      if (element === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true'
      if (element === 'sheet') sheets.push({ name, visibility: visibilityOf(state), id })
    },
  })
  return { sheets, is1904, isWorkbook }
}

function visibilityOf(state: string | undefined): Visibility {
  if (state === 'hidden') return 'hidden'
  return state === 'veryHidden' ? 'very-hidden' : 'visible'
}

async function readSharedTexts(archive: Archive, part: string | undefined): Promise<string[]> {
  const texts: string[] = []
  if (part === undefined || !archive.has(part)) return texts
  const item = new RichText()
  await readXml(archive.read(part), {
    open(element) {
      if (element === 'si') item.begin()
      else item.open(element)
    },
    text: (text) => item.add(text),
    close(element) {
      if (element === 'si') texts.push(item.text)
      else item.close(element)
    },
  })
  return texts
}

/**
 * The text of a shared or inline string: the `t` of itself or of its runs. Those within `rPh` are readings that an
 * input method left behind (phonetic runs, 18.4.6) and are no part of what the cell says.
 */
export class RichText {
  private parts = ''
  private isInText = false
  private isInReading = false

  get text(): string {
    return unescapeCellText(this.parts)
  }

  begin(): void {
    this.parts = ''
    this.isInText = false
    this.isInReading = false
  }

  open(element: string): void {
    if (element === 'rPh') this.isInReading = true
    if (element === 't') this.isInText = true
  }

  add(text: string): void {
    if (this.isInText && !this.isInReading) this.parts += text
  }

  close(element: string): void {
    if (element === 'rPh') this.isInReading = false
    if (element === 't') this.isInText = false
  }
}

async function readDateStyles(archive: Archive, part: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (part === undefined || !archive.has(part)) return styles
  const ownFormats = new Map<number, boolean>()
  let isInCellFormats = false
  await readXml(archive.read(part), {
    open(element, { numFmtId = '0', formatCode = '' }) {
      if (element === 'cellXfs') isInCellFormats = true
      // Within <dxf> a numFmt belongs to conditional looks, but its number means the same.
      if (element === 'numFmt') ownFormats.set(Number(numFmtId), isDateFormatCode(formatCode))
      if (element !== 'xf' || !isInCellFormats) return
      styles.push(ownFormats.get(Number(numFmtId)) ?? isDateFormatNumber(Number(numFmtId)))
    },
    close(element) {
      if (element === 'cellXfs') isInCellFormats = false
    },
  })
  return styles
}

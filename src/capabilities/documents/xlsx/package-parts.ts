import { columnLetters } from './address.ts'
import type { Sheet, WorkbookProperties } from './workbook.ts'
import { escapeXml, XML_DECLARATION } from './xml.ts'

/** The parts of the package around the sheets: what kinds there are, how they hang together, names and properties. */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PART_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function contentTypesXml(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`
  let xml = `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">`
  xml += '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  xml += '<Default Extension="xml" ContentType="application/xml"/>'
  xml += override('/xl/workbook.xml', `${PART_TYPE}.sheet.main+xml`)
  for (let number = 1; number <= sheets; number++) {
    xml += override(`/xl/worksheets/sheet${number}.xml`, `${PART_TYPE}.worksheet+xml`)
  }
  xml += override('/xl/styles.xml', `${PART_TYPE}.styles+xml`)
  xml += override('/xl/sharedStrings.xml', `${PART_TYPE}.sharedStrings+xml`)
  xml += override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')
  xml += override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml')
  return `${xml}</Types>`
}

export const ROOT_RELATIONS =
  `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  `<Relationship Id="rId3" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>` +
  '</Relationships>'

export const APP_PROPERTIES =
  `${XML_DECLARATION}<Properties xmlns="${OFFICE}/extended-properties">` +
  '<Application>Tsunagu</Application></Properties>'

export function workbookRelationsXml(sheets: number): string {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
  let xml = `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`
  for (let number = 1; number <= sheets; number++) xml += relation(number, 'worksheet', `worksheets/sheet${number}.xml`)
  xml += relation(sheets + 1, 'styles', 'styles.xml') + relation(sheets + 2, 'sharedStrings', 'sharedStrings.xml')
  return `${xml}</Relationships>`
}

const STATES = { visible: '', hidden: ' state="hidden"', 'very-hidden': ' state="veryHidden"' } as const

export function workbookXml(sheets: readonly Sheet[]): string {
  const firstVisible = sheets.findIndex(({ visibility = 'visible' }) => visibility === 'visible')
  const entries = sheets.map(
    ({ name, visibility = 'visible' }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${STATES[visibility]} r:id="rId${index + 1}"/>`,
  )
  const names = sheets.flatMap(definedNamesOf)
  return (
    `${XML_DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">` +
    `<workbookPr/><bookViews><workbookView activeTab="${firstVisible}"/></bookViews>` +
    `<sheets>${entries.join('')}</sheets>` +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  )
}

/** What is printed, and the rows that each page repeats, are names of the workbook (18.2.5). */
function definedNamesOf({ name, print }: Sheet, index: number): string[] {
  const sheet = `'${name.replaceAll("'", "''")}'`
  const names: string[] = []
  if (print?.area !== undefined) {
    const { top, left, bottom, right } = print.area
    names.push(
      definedName('_xlnm.Print_Area', index, `${sheet}!${fixedAddress(top, left)}:${fixedAddress(bottom, right)}`),
    )
  }
  if (print?.titleRows !== undefined) {
    names.push(definedName('_xlnm.Print_Titles', index, `${sheet}!$${print.titleRows.from}:$${print.titleRows.to}`))
  }
  return names
}

function definedName(name: string, sheet: number, value: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}">${escapeXml(value)}</definedName>`
}

function fixedAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`
}

export function corePropertiesXml({ title, creator, createdAt }: WorkbookProperties): string {
  const at = createdAt.toString({ smallestUnit: 'second' })
  return (
    `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>` +
    '<dc:language>ja-JP</dc:language>' +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`
  )
}

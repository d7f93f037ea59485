import type { FiscalYearNumber, PlanDocument, Project } from '../model.ts'

/**
 * A figure that a writer put into a text instead of typing the number: `[[garbage-guide.searches]]`, or
 * `[[garbage-guide.searches 2020]]` for another fiscal year than the report's. It is kept as it was written, so the number
 * can always be followed to the facts it was counted from.
 */
export interface FigureReference {
  /** As it stands in the text. */
  readonly source: string
  /** Key of the indicator. */
  readonly key: string
  readonly year: FiscalYearNumber
}

/** A counted figure as a report prints it. */
export interface MeasuredFigure {
  readonly key: string
  readonly year: FiscalYearNumber
  /** Official Japanese name of the indicator. */
  readonly title: string
  /** Number and unit, e.g. `1,234件`. */
  readonly printed: string
  /** How many facts it was counted from. */
  readonly facts: number
  /** Place in the chain of facts up to which it was counted. */
  readonly position: number
  /** Hash of the chain at that place, where the figure was set down for good. */
  readonly hash: string | null
  /** Set down for good and different by now: what it would be if it were counted again. */
  readonly printedNow: string | null
}

export type MeasuredFigures = ReadonlyMap<string, MeasuredFigure>

export const NO_FIGURES: MeasuredFigures = new Map()

export function figureName({ key, year }: Pick<FigureReference, 'key' | 'year'>): string {
  return `${key} ${year}`
}

export function figureSource(key: string): string {
  return `[[${key}]]`
}

/** Is this one of the long texts in which figures are filled in? Short notes are printed as they were typed. */
export function takesFigures(field: string): boolean {
  return /^(sections\/[^/]+\/body|sheet\/(results|outcomes|periodStatus)|purpose|outline)$/.test(field)
}

const REFERENCE = /\[\[([a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)(?: ((?:19|20|21)\d{2}))?\]\]/g

/** A text in pieces: what is written, and the figures in it. */
export function textPieces(text: string, reportYear: FiscalYearNumber): (string | FigureReference)[] {
  const pieces: (string | FigureReference)[] = []
  let from = 0
  for (const match of text.matchAll(REFERENCE)) {
    if (match.index > from) pieces.push(text.slice(from, match.index))
    pieces.push({ source: match[0], key: match[1] as string, year: match[2] === undefined ? reportYear : Number(match[2]) })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

/** The figures of all texts of a report, each once, in the order of print. */
export function referencesIn(document: PlanDocument): FigureReference[] {
  const found = new Map<string, FigureReference>()
  const texts = [...document.sections.map(({ body }) => body), ...document.projects.flatMap(textsOf)]
  for (const text of texts) {
    for (const piece of textPieces(text, document.reportYear)) if (typeof piece !== 'string') found.set(figureName(piece), piece)
  }
  return [...found.values()]
}

/** Says where a printed figure comes from; stands at the end of the report or of the row. */
export interface Footnote {
  /** `※1` */
  readonly mark: string
  /** What is printed in the text, e.g. `1,234件※1`. */
  readonly printed: string
  /** What stands for it in the kept text. */
  readonly source: string
  readonly figure: MeasuredFigure
}

/**
 * The report as it is printed where a figure cannot be a link: each reference becomes the number with a mark, and the
 * footnotes say what the mark means. What is not known stays as it was written.
 */
export function withFootnotes(document: PlanDocument, figures: MeasuredFigures): { readonly document: PlanDocument; readonly footnotes: readonly Footnote[] } {
  const notes = new Map<string, Footnote>()
  const printed = (text: string) =>
    textPieces(text, document.reportYear)
      .map((piece) => (typeof piece === 'string' ? piece : (noteOf(notes, figures, piece)?.printed ?? piece.source)))
      .join('')
  const sections = document.sections.map((section) => ({ ...section, body: printed(section.body) }))
  const projects = document.projects.map((project) => {
    const { sheet } = project
    const texts = { results: printed(sheet.results), outcomes: printed(sheet.outcomes), periodStatus: printed(sheet.periodStatus) }
    return { ...project, purpose: printed(project.purpose), outline: printed(project.outline), sheet: { ...sheet, ...texts } }
  })
  const footnotes = [...notes.values()]
  return footnotes.length === 0 ? { document, footnotes } : { document: { ...document, sections, projects }, footnotes }
}

function noteOf(notes: Map<string, Footnote>, figures: MeasuredFigures, reference: FigureReference): Footnote | undefined {
  const figure = figures.get(figureName(reference))
  if (figure === undefined) return undefined
  const known = notes.get(reference.source)
  if (known !== undefined) return known
  const mark = `※${notes.size + 1}`
  const note = { mark, printed: `${figure.printed}${mark}`, source: reference.source, figure }
  notes.set(reference.source, note)
  return note
}

/** Puts the references back into a text that a person edited in a file, where the printed figures were left alone. */
export function withReferences(text: string, footnotes: readonly Pick<Footnote, 'printed' | 'source'>[]): string {
  // The longest first: ※1 is also the beginning of ※12.
  const byLength = footnotes.toSorted((one, other) => other.printed.length - one.printed.length)
  return byLength.reduce((kept, { printed, source }) => kept.replaceAll(printed, source), text)
}

function textsOf({ purpose, outline, sheet }: Project): string[] {
  return [purpose, outline, sheet.results, sheet.outcomes, sheet.periodStatus]
}

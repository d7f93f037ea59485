/** What the city and its press (the child process that typesets) say to each other. */
export interface PressJob {
  readonly id: number
  /** The whole Typst source; written by the program, never by a person. */
  readonly source: string
  /** What the source reads as `sys.inputs`: texts only, and only here does data travel. */
  readonly inputs: Readonly<Record<string, string>>
  readonly standard: PdfStandard
  readonly createdAtSeconds: number
  readonly missingCharacters: MissingCharacters
  readonly typeface: Typeface
}

export type PressAnswer =
  | {
      readonly id: number
      readonly kind: 'printed'
      readonly bytes: Uint8Array
      readonly pageCount: number
      readonly replaced: readonly string[]
    }
  | { readonly id: number; readonly kind: 'characters-missing'; readonly characters: readonly string[] }
  | { readonly id: number; readonly kind: 'source-broken'; readonly detail: string }

/** PDF/UA-1 (ISO 14289-1) for people who read with ears or fingers, PDF/A-2a (ISO 19005-2) for the archive. */
export const PDF_STANDARDS = ['ua-1', 'a-2a'] as const
export type PdfStandard = (typeof PDF_STANDARDS)[number]

/** `refuse` prints nothing; `geta` prints 〓 in its place, as printers do who lack a sort, and says which they were. */
export type MissingCharacters = 'refuse' | 'geta'

/** Strokes of one width for notices and tables, or with serifs as certificates are printed. */
export type Typeface = 'gothic' | 'mincho'

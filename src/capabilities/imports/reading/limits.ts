/** Every limit of reading a file, in one place. A plan's table has about 200 lines of 20 cells and weighs 0.1 MB. */
export const READING_LIMITS = {
  bytes: 32 * 1024 * 1024,
  lines: 100_000,
  cellsPerLine: 300,
  /** A longer cell is cut and asked about: no sentence of a report is longer than three pages. */
  cellCharacters: 20_000,
  /** A quoted cell may hold line breaks; a quote that does not close within this many lines is an ordinary character. */
  linesInQuotedCell: 60,
  /** A file may be damaged in places; more replaced characters than this share mean that the encoding was not found. */
  replacedShare: 0.01,
} as const

/** Every limit of publishing data, in one place. */
export const OPEN_DATA_LIMITS = {
  /** A dataset that outgrows this is split, e.g. by year: a spreadsheet program opens little more. */
  rows: 200_000,
  /** Rows that are turned into text at a time: what is held besides the file itself. */
  rowsAtATime: 1_000,
  fileBytes: 64 * 1024 * 1024,
  previewRows: 10,
  previewCharacters: 120,
  searchCharacters: 200,
} as const

/** Every limit of taking files in, in one place; those of reading their cells stand in reading/limits.ts. */
export const IMPORT_LIMITS = {
  fileBytes: 25 * 1024 * 1024,
  /** More doubtful places than this are no table with damage but another kind of file. */
  questions: 20_000,
  /** One text of a question, and one corrected text. */
  textCharacters: 20_000,
  questionsPerPage: 50,
  openReadings: 100,
  endedReadings: 50,
  alternativesShown: 5,
  /** Kinds of questions offered for filtering, most frequent first. */
  kindsShown: 200,
  /** Questions named when a file reads differently by now. */
  differencesShown: 20,
} as const

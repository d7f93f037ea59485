/** Every limit of searching, in one place. */
export const SEARCH_LIMITS = {
  /** What is longer is cut off, and the page says so: nobody looks for a whole letter. */
  queryCharacters: 100,
  /** Words that must all be found; the rest is left out, and the page says so. */
  queryWords: 8,
  /** Hits of one kind on the page that shows all kinds. */
  hitsByKind: 5,
  hitsByPage: 20,
  /** Pages that can be turned; beyond them more words help more. */
  pages: 50,
  /** Best hits for which a service shows the thing itself. */
  answers: 3,
  excerptCharacters: 110,

  /** Suggestions under the box while one types. */
  suggestions: 8,
  /** Fewer characters say too little, but for a kanji, which is a word. */
  suggestedFromCharacters: 2,
  /** Answers to longer words are not kept for the next visitor: hardly anybody types the same. */
  suggestionsKeptCharacters: 3,

  /** Longest text of a document that is searched, and of its titles and readings together. */
  documentCharacters: 20_000,
  titleCharacters: 1_000,
  /** Documents of one step of a re-index: one transaction, so that progress is seen and no lock is held for long. */
  documentsByStep: 500,

  /** Documents read at a time while the fast index is built. */
  documentsByRead: 2_000,
  /** Changed documents that are taken into the index before an answer; more are taken in behind it. */
  changesAtOnce: 1_000,
  /** How long building may hold the process before it lets requests through. */
  sliceMs: 8,
  /** No transaction reads longer; see LIMITS.requestTimeoutMs of the web. */
  longestReadingMs: 150_000,
  /** Small segments beside the great one; more are made one by building anew. */
  segments: 12,
  /** Two segments up to this size together are made one at once. */
  mergedDocuments: 2_000,
  /** Hits that the database looks at where there is no index yet. */
  hitsWithoutIndex: 1_000,

  /** A word must have so many characters before one typing error is forgiven, and so many for two. */
  charactersForOneError: 3,
  charactersForTwoErrors: 6,
  /** Longer words are found exactly or not at all. */
  charactersWithErrors: 31,
} as const

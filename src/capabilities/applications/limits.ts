/** Every limit of applications in one place. */
export const APPLICATION_LIMITS = {
  /** Of a whole set of answers as JSON, in characters: far above any form, far below what hurts. */
  answersCharacters: 200_000,
  itemsOfGroup: 20,
  /** Drafts that one account may have open at a time. */
  draftsOfAccount: 20,
  /** A draft that nobody touched for so long is erased with its files. */
  draftDays: 30,
  messageCharacters: 2_000,
  reasonCharacters: 1_000,
  /** Rows of the desk on one page, and of one file. */
  deskRows: 50,
  exportRows: 5_000,
  bulk: 50,
  /** Erased in one run of the nightly job; the rest the next night. */
  erasedAtOnce: 500,
} as const

/** Every limit of what people may attach, in one place. A procedure may ask for less, never for more. */
export const ATTACHMENT_LIMITS = {
  /** Of one file as it comes, in bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Files of one owner (an application) together. */
  filesOfOwner: 20,
  fileNameCharacters: 120,
  /** Width times height: a picture of 60 million points takes 240 MB in memory. */
  picturePoints: 60_000_000,
  pdfPages: 300,
  /** Of a PDF's object streams, inflated: of one, and of all together. */
  pdfStreamBytes: 8 * 1024 * 1024,
  pdfStreamsBytes: 48 * 1024 * 1024,
  archiveEntries: 100,
  archiveEntryBytes: 20 * 1024 * 1024,
  archiveBytes: 60 * 1024 * 1024,
  /** How many times larger than the archive its contents may be. */
  archiveRatio: 50,
  /** A file lies in the database in sealed pieces of this size. */
  pieceBytes: 512 * 1024,
  scanMs: 20_000,
  /** Pictures that wait to be turned or converted; one more is asked to come again. */
  picturesWaiting: 40,
  pictureMs: 30_000,
} as const

/** Every size and waiting time of archives. */
export const LIMITS = {
  /** What is gathered before it is compressed, hashed and written in one piece. */
  pieceBytes: 256 * 1024,
  /** A piece longer than this was not written by us. */
  longestPieceBytes: 16 * 1024 * 1024,
  headerBytes: 64 * 1024,
  /** The manifest of a city with ten thousand tables stays far below. */
  manifestBytes: 64 * 1024 * 1024,
  connectSeconds: 15,
  /** How long a restore waits for others to let go of the tables. */
  lockSeconds: 3,
  /** Zstandard's own default: the disk is slower than the compressor. */
  compressionLevel: 3,
  progressMs: 250,
} as const

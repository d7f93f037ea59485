/** Every waiting time and size of the embedded server. Milliseconds unless the name says otherwise. */
export const LIMITS = {
  /** A start may have to replay the whole write-ahead log after a crash (at most max_wal_size, 512 MB). */
  startMs: 300_000,
  /** A fast shutdown writes one checkpoint; after this the server is told to leave without one. */
  stopMs: 15_000,
  quitMs: 5_000,
  /** How long one process waits for another that is creating or starting the same database. */
  lockMs: 120_000,
  /** A lock file without readable content is one being written, or one torn by a power cut: older than this, torn. */
  tornLockMs: 5_000,
  pollMs: 10,
  watchMs: 500,
  /** A socket that neither accepts nor refuses within this time counts as answering: somebody holds it. */
  connectMs: 2_000,
  /** Progress is told only for waits longer than this. */
  quietMs: 1_000,
  /** Pauses before each new attempt to bring back a database that went away under us. */
  revivalPausesMs: [0, 500, 2_000, 5_000, 10_000, 30_000],
  logBytes: 4 * 1024 * 1024,
  logTailBytes: 16 * 1024,
  /** sockaddr_un.sun_path holds 108 bytes with its final zero (unix(7)). */
  socketPathBytes: 107,
} as const

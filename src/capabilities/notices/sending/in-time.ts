/** A transaction whose connection died without a word is waited for this long; what it was about is then tried again. */
const PATIENCE_MS = 10_000

/** Rejects when the work takes longer; it may still end, so it must be such as may be done again. */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const { promise: limit, reject } = Promise.withResolvers<never>()
  const alarm = setTimeout(reject, PATIENCE_MS, new Error(`the database did not answer within ${PATIENCE_MS / 1_000} s`))
  return Promise.race([work, limit]).finally(() => clearTimeout(alarm))
}

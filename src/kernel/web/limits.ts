/** Every limit of the door in one place. */
export const LIMITS = {
  /** A form without files, in bytes: room for one field of a megabyte beside the others. */
  formBytes: 2 * 1024 * 1024,
  uploadBytes: 30 * 1024 * 1024,
  uploadedFiles: 5,
  formFields: 500,
  /** A single field of a form with files. */
  fieldBytes: 1024 * 1024,
  urlCharacters: 4_000,
  requestTimeoutMs: 120_000,
  /** Requests a minute from one address that the page cache did not answer. */
  requestsPerMinute: 600,
  /** Sent forms a minute from one address. */
  formsPerMinute: 120,
  rememberedAddresses: 20_000,
} as const

/** Counts by address in windows of a minute. A window costs one map entry and is forgotten as a whole. */
export class RateLimit {
  private readonly perMinute: number
  private counts = new Map<string, number>()
  private window = 0

  constructor(perMinute: number) {
    this.perMinute = perMinute
  }

  /** True when this request is one too many. */
  isExceededBy(address: string, nowMs: number): boolean {
    const window = Math.floor(nowMs / 60_000)
    if (window !== this.window || this.counts.size > LIMITS.rememberedAddresses) {
      this.window = window
      this.counts = new Map()
    }
    const count = (this.counts.get(address) ?? 0) + 1
    this.counts.set(address, count)
    return count > this.perMinute
  }
}

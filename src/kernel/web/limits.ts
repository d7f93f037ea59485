/** Every limit of the door in one place. */
export const LIMITS = {
  /** A form without files, in bytes: room for one field of a megabyte beside the others. */
  formBytes: 2 * 1024 * 1024,
  uploadBytes: 30 * 1024 * 1024,
  uploadedFiles: 5,
  /** Uploads of all requests that may be in memory together. */
  uploadBytesAtOnce: 120 * 1024 * 1024,
  formFields: 500,
  /** A single field of a form with files. */
  fieldBytes: 1024 * 1024,
  urlCharacters: 4_000,
  deviceCharacters: 300,
  requestTimeoutMs: 120_000,
  /** Longer than proxies and browsers keep an idle connection (60 s): none is shut in the face of a request on its way. */
  keepAliveMs: 72_000,
  /** Requests a minute from one address that the page cache did not answer. */
  requestsPerMinute: 600,
  /** Sent forms a minute from one address. */
  formsPerMinute: 120,
  /** What another machine brings a minute: a bad night sends hundreds of telegrams at once, a payment agent as many notices. */
  deliveriesPerMinute: 3_000,
  /** A closing city stops listening when nobody has come for so long … */
  quietBeforeClosingMs: 100,
  /** … or after this. */
  longestClosingMs: 2_000,
  /** How often a closing city shuts the connections that have been answered. */
  sweepClosingMs: 50,
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
    if (window !== this.window) {
      this.window = window
      this.counts = new Map()
    }
    const source = sourceOf(address)
    // When there are more sources than can be told apart, the new ones share one count.
    const key = this.counts.has(source) || this.counts.size < LIMITS.rememberedAddresses ? source : 'others'
    const count = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, count)
    return count > this.perMinute
  }
}

/** An IPv6 household owns a whole /64, so its first four groups are what is counted. */
function sourceOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  return address.split(':').slice(0, 4).join(':')
}

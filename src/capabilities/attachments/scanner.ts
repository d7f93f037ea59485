import { ClamdClient, type Scanned } from './scanner/clamd-client.ts'
import { StandInClamd } from './scanner/stand-in-clamd.ts'

export type { Scanned } from './scanner/clamd-client.ts'

const standIn = new StandInClamd()
const configured = process.env.CLAMD_ADDRESS

/** Whether a real scanner is named, in `CLAMD_ADDRESS`: `unix:/run/clamav/clamd.ctl` or `tcp:host:3310`. */
export const hasScanner = configured !== undefined && configured !== ''

/** Lets the city's scanner look at a file. */
export function scanWithConfigured(bytes: Buffer): Promise<Scanned> {
  return new ClamdClient(configured ?? '').scan(bytes)
}

/** Lets the stand-in look, over the same protocol: it knows the test virus of EICAR and nothing else. */
export async function scanWithStandIn(bytes: Buffer): Promise<Scanned> {
  return new ClamdClient(`tcp:127.0.0.1:${await standIn.listen()}`).scan(bytes)
}

/** What the scanner says of itself, e.g. `ClamAV 1.4.3/27800/…`; null when it does not answer. */
export async function scannerVersion(): Promise<string | null> {
  return hasScanner ? new ClamdClient(configured ?? '').version() : new ClamdClient(`tcp:127.0.0.1:${await standIn.listen()}`).version()
}

import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { mailDomainsOf } from '../mail/mail-domains.ts'
import { readLocalPart } from '../mail/return-address.ts'
import { ReceivingServer, type ReturnDesk } from './receiving-server.ts'
import { takeReturned } from './returned-mail.ts'

/** Another process of the city may have the port; when that one ends, this one takes it. */
const AGAIN_MS = 30_000

/** Cities of one process share a port. */
const servers = new Map<number, ReceivingServer>()

export function bouncePort(variables: NodeJS.ProcessEnv = process.env): number | undefined {
  const text = variables['BOUNCE_PORT'] || undefined
  if (text === undefined) return undefined
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`BOUNCE_PORT must be a number from 1 to 65535, not "${text}"`)
  return port
}

/** Receives what comes back of the city's letters, where `BOUNCE_PORT` says that it shall. */
export function receivingOn(portOf: () => number | undefined): StandingWork {
  return { name: 'receiving-bounces', begin: (open, surroundings) => new Receiving(open, surroundings, portOf()) }
}

class Receiving implements StandingRun {
  private readonly desk: ReturnDesk
  private readonly port: number | undefined
  private readonly log: StandingSurroundings['log']
  private alarm: NodeJS.Timeout | null = null

  constructor({ city, database }: OpenCity, { log, seal }: StandingSurroundings, port: number | undefined) {
    this.port = port
    this.log = log
    this.desk = {
      domain: mailDomainsOf(city).returnDomain,
      knows: (localPart) => readLocalPart(seal, localPart) !== undefined,
      take: async (localPart, source) => {
        const returned = readLocalPart(seal, localPart)
        if (returned !== undefined) log.info('mail-came-back', { what: returned.kind, became: await takeReturned(database, returned, source) })
      },
    }
  }

  async start(): Promise<void> {
    if (this.port === undefined) return
    const known = servers.get(this.port)
    if (known !== undefined) return known.add(this.desk)
    const server = new ReceivingServer()
    server.add(this.desk)
    servers.set(this.port, server)
    await this.listen(server, this.port)
  }

  /** Nothing waits: what arrives is taken in at once. */
  settle(): Promise<number> {
    return Promise.resolve(0)
  }

  async end(): Promise<void> {
    if (this.alarm !== null) clearTimeout(this.alarm)
    const server = this.port === undefined ? undefined : servers.get(this.port)
    server?.remove(this.desk)
    if (this.port === undefined || server?.isEmpty !== true) return
    servers.delete(this.port)
    await server.close()
  }

  private async listen(server: ReceivingServer, port: number): Promise<void> {
    try {
      await server.listen(port, process.env['BOUNCE_HOST'] || '127.0.0.1')
      this.log.info('receiving-bounces', { port })
    } catch (thrown) {
      this.log.warn('bounce-port-taken', { port, why: String(thrown).slice(0, 200) })
      this.alarm = setTimeout(() => void this.listen(server, port), AGAIN_MS).unref()
    }
  }
}

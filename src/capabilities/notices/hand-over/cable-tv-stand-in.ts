import type { CityDatabase } from '#kernel/database/city-database.ts'
import { openStandInServer } from './stand-in-server.ts'

/** Stands in for the station's caption machine: takes text files by PUT, one a name. */
export class CableTvStandIn {
  readonly url: URL
  readonly close: () => Promise<void>

  private constructor(port: number, close: () => Promise<void>) {
    this.url = new URL(`http://127.0.0.1:${port}/captions/`)
    this.close = close
  }

  static async open(database: CityDatabase): Promise<CableTvStandIn> {
    const server = await openStandInServer(database, 'cable-tv', ({ method, path, headers, body }) => {
      if (method !== 'PUT') return { status: 405, body: '' }
      const charset = /charset=([\w-]+)/.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
      const [, title = ''] = new TextDecoder(charset).decode(body).split('\r\n')
      return { status: 201, body: path, summary: title }
    })
    return new CableTvStandIn(server.port, server.close)
  }
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '#kernel/time/clock.ts'
import type { MeshCode } from '../model.ts'
import { writeMeshSheet } from '../rules/mesh-sheet.ts'

const STEP_MS = 10 * 60_000

/** Stands in for the prefecture's server: a calm sky, a new sheet every ten minutes, with an ETag. */
export class MeshStandIn {
  private readonly meshes: readonly MeshCode[]
  private readonly clock: Clock
  private listening: Promise<Server> | null = null

  constructor(meshes: readonly MeshCode[], clock: Clock) {
    this.meshes = meshes
    this.clock = clock
  }

  async url(): Promise<string> {
    this.listening ??= this.listen()
    const { port } = (await this.listening).address() as AddressInfo
    return `http://127.0.0.1:${port}/latest.csv`
  }

  async close(): Promise<void> {
    const server = await this.listening
    await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
  }

  private listen(): Promise<Server> {
    const server = createServer((request, response) => {
      const baseTime = Temporal.Instant.fromEpochMilliseconds(Math.floor(this.clock.now().epochMilliseconds / STEP_MS) * STEP_MS)
      const etag = `"${baseTime.epochMilliseconds}"`
      if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end()
      const sheet = writeMeshSheet(this.meshes.map((mesh) => ({ mesh, baseTime, level: 0, rain60MinutesMm: 0, soilWaterIndex: 40 })))
      return response.writeHead(200, { etag, 'content-type': 'text/csv; charset=utf-8' }).end(sheet)
    })
    server.unref()
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', () => resolve(server))
    })
  }
}

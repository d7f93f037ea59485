import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Nobody keeps more than this going at once in a demo; the oldest goes. */
const MOST_THINGS = 10_000

/** What the provider remembers, in this process: a way to it and back takes minutes, and a demo forgets with its process. */
export class StandInMemory implements Adapter {
  private readonly things: Map<string, { payload: AdapterPayload; endsAtMs: number }>
  private readonly kind: string

  constructor(things: Map<string, { payload: AdapterPayload; endsAtMs: number }>, kind: string) {
    this.things = things
    this.kind = kind
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.things.set(this.nameOf(id), { payload, endsAtMs: performance.now() + expiresIn * 1_000 })
    const [oldest] = this.things.keys()
    if (this.things.size > MOST_THINGS && oldest !== undefined) this.things.delete(oldest)
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.things.get(this.nameOf(id))
    return kept === undefined || kept.endsAtMs < performance.now() ? undefined : kept.payload
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    for (const [name, { payload }] of this.things) if (name.startsWith(`${this.kind} `) && payload.uid === uid) return payload
    return undefined
  }

  async findByUserCode(): Promise<AdapterPayload | undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id)
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000)
  }

  async destroy(id: string): Promise<void> {
    this.things.delete(this.nameOf(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [name, { payload }] of this.things) if (payload.grantId === grantId) this.things.delete(name)
  }

  private nameOf(id: string): string {
    return `${this.kind} ${id}`
  }
}

import { Worker } from 'node:worker_threads'
import { ATTACHMENT_LIMITS } from '../limits.ts'
import type { DarkroomAnswer, DarkroomJob, Developed } from './darkroom-words.ts'

type Unnumbered = Omit<DarkroomJob, 'id' | 'mostPoints'>

interface Ticket {
  readonly job: DarkroomJob
  readonly resolve: (developed: Developed) => void
}

const WORKER = new URL('./darkroom-worker.ts', import.meta.url)
const IDLE_MS = 20_000
const MEMORY_MEGABYTES = 1024

/**
 * Turns and converts pictures in a thread of its own: a photograph takes a second or two, and nobody else's page may wait
 * for it. One at a time; a picture that takes too long or too much ends the thread, and the next one gets a new thread.
 */
export class Darkroom {
  private readonly waiting: Ticket[] = []
  private current: Ticket | null = null
  private worker: Worker | null = null
  private timer: NodeJS.Timeout | undefined
  private nextId = 1

  /** Resolves always; what cannot be drawn is a value. */
  develop(job: Unnumbered): Promise<Developed> {
    if (this.waiting.length >= ATTACHMENT_LIMITS.picturesWaiting) return Promise.resolve({ ok: false, reason: 'busy' })
    return new Promise((resolve) => {
      this.waiting.push({ job: { ...job, id: this.nextId++, mostPoints: ATTACHMENT_LIMITS.picturePoints }, resolve })
      this.next()
    })
  }

  private next(): void {
    if (this.current !== null) return
    clearTimeout(this.timer)
    const ticket = this.waiting.shift()
    if (ticket === undefined) return this.rest()
    this.current = ticket
    this.worker ??= this.start()
    this.worker.ref()
    this.timer = setTimeout(() => this.fail(), ATTACHMENT_LIMITS.pictureMs)
    this.worker.postMessage(ticket.job, [])
  }

  private start(): Worker {
    // An empty environment: the thread needs no secret of the city.
    const worker = new Worker(WORKER, { env: {}, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES } })
    worker.on('message', ({ id, developed }: DarkroomAnswer) => {
      if (this.current?.job.id === id) this.end(developed)
    })
    worker.on('error', () => {
      if (this.worker === worker) this.fail()
    })
    return worker
  }

  private end(developed: Developed): void {
    const ticket = this.current
    this.current = null
    ticket?.resolve(developed)
    this.next()
  }

  private fail(): void {
    void this.worker?.terminate()
    this.worker = null
    this.end({ ok: false, reason: 'picture-not-readable' })
  }

  private rest(): void {
    this.worker?.unref()
    this.timer = setTimeout(() => {
      void this.worker?.terminate()
      this.worker = null
    }, IDLE_MS)
    this.timer.unref()
  }
}

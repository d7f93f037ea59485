import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Fault } from '#kernel/faults/faults.ts'
import type { PressAnswer, PressJob } from './press-words.ts'

/**
 * The life of the press. It is started by the first job, does one job at a time, and ends when nobody needed it for a
 * while, so that a city at rest does not carry the compiler's memory. A job that takes too long or too much memory
 * ends the press; its owner gets a fault, the jobs that wait get a fresh press.
 */
export interface PressLimits {
  readonly jobSeconds: number
  readonly idleSeconds: number
  readonly waitingJobs: number
  /** Resident memory of the press while it works; watched where the system shows it (Linux). */
  readonly memoryMegabytes: number
  /** After so many jobs a fresh press takes over: caches of native code only grow. */
  readonly jobsPerPress: number
}

export const PRESS_LIMITS: PressLimits = {
  jobSeconds: 30,
  idleSeconds: 15,
  waitingJobs: 100,
  memoryMegabytes: 1024,
  jobsPerPress: 500,
}

export type Unnumbered = Omit<PressJob, 'id'>

interface Ticket {
  readonly job: PressJob
  readonly resolve: (answer: PressAnswer) => void
  readonly reject: (fault: Fault) => void
}

const WORKER = new URL('./press-worker.ts', import.meta.url)
const MEMORY_WATCH_MS = 200
const COMPLAINT_LENGTH = 2_000
const PAGE_BYTES = 4_096

export class Press {
  private readonly limits: PressLimits
  private readonly worker: URL
  private readonly waiting: Ticket[] = []
  private current: Ticket | null = null
  private child: ChildProcess | null = null
  private complaint = ''
  private nextId = 1
  private jobsDone = 0
  private jobTimer: NodeJS.Timeout | undefined
  private memoryTimer: NodeJS.Timeout | undefined
  private idleTimer: NodeJS.Timeout | undefined

  constructor(limits: PressLimits = PRESS_LIMITS, worker: URL = WORKER) {
    this.limits = limits
    this.worker = worker
  }

  get isRunning(): boolean {
    return this.child !== null
  }

  /** The process id of the running press, for telemetry. */
  get processId(): number | null {
    return this.child?.pid ?? null
  }

  /** Jobs under way or waiting. */
  get load(): number {
    return this.waiting.length + (this.current === null ? 0 : 1)
  }

  /** Rejects with a Fault `unavailable` when too many wait, the time or memory is used up, or the press breaks. */
  print(job: Unnumbered): Promise<PressAnswer> {
    if (this.waiting.length >= this.limits.waitingJobs) {
      return Promise.reject(new Fault('unavailable', 'too many documents wait for the press'))
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ job: { ...job, id: this.nextId++ }, resolve, reject })
      this.next()
    })
  }

  /** Ends the press at once; jobs under way or waiting are refused. */
  close(): void {
    for (const ticket of this.waiting.splice(0)) ticket.reject(new Fault('unavailable', 'the press was closed'))
    this.fail('the press was closed')
  }

  private next(): void {
    if (this.current !== null) return
    const ticket = this.waiting.shift()
    if (ticket === undefined) return
    clearTimeout(this.idleTimer)
    this.current = ticket
    const child = (this.child ??= this.start())
    // While a job is under way the city must not end for want of other work.
    child.ref()
    child.channel?.ref()
    this.jobTimer = setTimeout(
      () => this.fail(`no result within ${this.limits.jobSeconds} s`),
      this.limits.jobSeconds * 1000,
    )
    this.memoryTimer = setInterval(() => this.watchMemory(), MEMORY_WATCH_MS)
    child.send(ticket.job, (error) => {
      if (error !== null && this.child === child) this.fail(`it cannot be reached (${error.message})`)
    })
  }

  private start(): ChildProcess {
    this.complaint = ''
    this.jobsDone = 0
    // Nearly empty surroundings: the press needs no secret of the city. Advanced serialization carries bytes as bytes.
    const child = fork(this.worker, {
      env: { FONTS_FOLDER: process.env['FONTS_FOLDER'] ?? '' },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      this.complaint = (this.complaint + chunk.toString()).slice(-COMPLAINT_LENGTH)
    })
    const stderr = child.stderr as { unref?: () => void } | null
    stderr?.unref?.()
    child.on('message', (answer: PressAnswer) => this.finish(child, answer))
    child.on('error', (error) => this.child === child && this.fail(error.message))
    child.on('exit', (code, signal) => {
      if (this.child === child) this.fail(`it ended with ${signal ?? code}: ${this.complaint}`)
    })
    return child
  }

  private finish(child: ChildProcess, answer: PressAnswer): void {
    const ticket = this.current
    if (this.child !== child || ticket === null || ticket.job.id !== answer.id) return
    this.settle()
    this.jobsDone++
    if (this.jobsDone >= this.limits.jobsPerPress) this.end()
    else this.rest(child)
    ticket.resolve(answer)
    this.next()
  }

  private rest(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    this.idleTimer = setTimeout(() => this.end(), this.limits.idleSeconds * 1000)
    this.idleTimer.unref()
  }

  private fail(why: string): void {
    const ticket = this.current
    this.settle()
    this.end()
    ticket?.reject(new Fault('unavailable', `the PDF press stopped: ${why}`))
    this.next()
  }

  private settle(): void {
    clearTimeout(this.jobTimer)
    clearInterval(this.memoryTimer)
    this.current = null
  }

  private end(): void {
    clearTimeout(this.idleTimer)
    const child = this.child
    this.child = null
    child?.kill('SIGKILL')
  }

  private watchMemory(): void {
    const megabytes = residentMegabytesOf(this.child?.pid)
    if (megabytes > this.limits.memoryMegabytes) this.fail(`it used more than ${this.limits.memoryMegabytes} MB`)
  }
}

/** 0 where the system has no /proc. The second field of statm is resident pages (proc(5)). */
function residentMegabytesOf(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * PAGE_BYTES) / 1e6
  } catch {
    // The press has just ended; its exit is reported by the exit event.
    return 0
  }
}

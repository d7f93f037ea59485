import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { PageCache } from '#kernel/web/page-cache.ts'

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10]

/** Figures in the Prometheus text format. Labels are routes and names of the program, never of people. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly requests = new Histogram({
    name: 'tsunagu_request_seconds', help: 'Duration of requests that the page cache did not answer',
    labelNames: ['route', 'method', 'status'], buckets: SECONDS, registers: [this.registry],
  })
  private readonly jobs = new Counter({
    name: 'tsunagu_jobs_total', help: 'Jobs by outcome', labelNames: ['city', 'job', 'outcome'], registers: [this.registry],
  })
  private readonly listeners = new Counter({
    name: 'tsunagu_listener_failures_total', help: 'Failed tries of listeners at a fact', labelNames: ['city', 'listener'],
    registers: [this.registry],
  })
  private readonly sealed = new Counter({
    name: 'tsunagu_facts_sealed_total', help: 'Facts moved into the chain', labelNames: ['city'], registers: [this.registry],
  })

  constructor(cache: PageCache) {
    new Gauge({
      name: 'tsunagu_page_cache_hits_total', help: 'Requests answered by the page cache', registers: [this.registry],
      collect() { this.set(cache.hits) },
    })
    new Gauge({
      name: 'tsunagu_memory_bytes', help: 'Resident memory of this process', registers: [this.registry],
      collect() { this.set(process.memoryUsage.rss()) },
    })
    new Gauge({
      name: 'tsunagu_uptime_seconds', help: 'Since this process started', registers: [this.registry],
      collect() { this.set(process.uptime()) },
    })
  }

  request(route: string, method: string, status: number, ms: number): void {
    this.requests.observe({ route, method, status: String(status) }, ms / 1000)
  }

  jobEnded(city: string, job: string, outcome: 'done' | 'failed'): void {
    this.jobs.inc({ city, job, outcome })
  }

  listenerFailed(city: string, listener: string): void {
    this.listeners.inc({ city, listener })
  }

  factsSealed(city: string, count: number): void {
    this.sealed.inc({ city }, count)
  }

  text(): Promise<string> {
    return this.registry.metrics()
  }
}

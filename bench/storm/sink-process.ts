import { SmtpSink, type SinkFaults } from '../../src/capabilities/notices/mail/smtp-sink.ts'

/**
 * The world outside in a process of its own: takes mail over and counts it by Message-ID. `fork`ed with its faults as JSON;
 * says its port, and what it counted whenever it is asked.
 */
export interface SinkCounts {
  readonly messages: number
  readonly distinct: number
  /** Message-IDs that came more than once, and when each copy came, in milliseconds since 1970. */
  readonly twice: readonly { readonly messageId: string; readonly at: readonly number[] }[]
  readonly firstAt: number
  readonly lastAt: number
}

interface Came {
  at: number
  again: number[] | null
}

const faults = JSON.parse(process.argv[2] ?? '{}') as SinkFaults
let came = new Map<string, Came>()
let messages = 0
let firstAt = 0
let lastAt = 0

const sink = new SmtpSink({
  ...faults,
  onMessage: ({ source }) => {
    const start = source.indexOf('\r\nMessage-ID: <') + 15
    // A copy of its own: a part of the source would keep the whole message in memory.
    const id = Buffer.from(source.slice(start, source.indexOf('>', start)), 'latin1').toString('latin1')
    lastAt = Date.now()
    firstAt ||= lastAt
    messages++
    const known = came.get(id)
    if (known === undefined) came.set(id, { at: lastAt, again: null })
    else (known.again ??= []).push(lastAt)
  },
})

process.on('message', (wish: 'counts' | 'forget') => {
  if (wish === 'forget') {
    came = new Map()
    messages = firstAt = lastAt = 0
    process.send?.({ forgotten: true })
    return
  }
  const twice = [...came].filter(([, { again }]) => again !== null).map(([messageId, { at, again }]) => ({ messageId, at: [at, ...(again ?? [])] }))
  process.send?.({ messages, distinct: came.size, twice, firstAt, lastAt } satisfies SinkCounts)
})
process.on('disconnect', () => process.exit(0))
process.send?.({ port: await sink.listen() })
setInterval(() => {}, 60_000)

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '#kernel/faults/faults.ts'

/**
 * Structured lines, one JSON object each, without personal data: routes instead of addresses, no names, no bodies, no
 * client addresses. What went wrong carries the number that the person was shown.
 */
export interface Log {
  info(event: string, details?: LogDetails): void
  warn(event: string, details?: LogDetails): void
  request(request: FastifyRequest, reply: FastifyReply): void
  fault(number: string, fault: Fault): void
}

export type LogDetails = Readonly<Record<string, string | number | boolean | null | undefined>>

export type LogSink = (line: string) => void

/** Requests slower than this are worth a line even when all went well. */
const SLOW_MS = 1_000

export function createLog(sink: LogSink): Log {
  const write = (level: string, event: string, details: LogDetails) =>
    sink(JSON.stringify({ at: Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }), level, event, ...details }))
  return {
    info: (event, details = {}) => write('info', event, details),
    warn: (event, details = {}) => write('warn', event, details),
    request: (request, reply) => {
      if (reply.statusCode < 500 && reply.elapsedTime < SLOW_MS) return
      const route = request.routeOptions.url ?? 'unknown'
      write(reply.statusCode >= 500 ? 'error' : 'warn', 'request', { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
    },
    fault: (number, fault) => write('error', 'fault', { number, code: fault.code, why: causeOf(fault) }),
  }
}

export const silentLog: Log = createLog(() => {})

/** Kind and place of the cause. A database error's detail may quote a row, so only its message's first line is kept. */
function causeOf(fault: Fault): string {
  const cause = fault.cause
  if (!(cause instanceof Error)) return fault.message
  const place = cause.stack?.split('\n').find((line) => line.includes('/src/'))?.trim() ?? ''
  return `${cause.name}: ${cause.message.split('\n')[0]} ${place.replace(/\(?file:\/\/\S*\/src\//, '(src/')}`
}

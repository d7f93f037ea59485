import '@fastify/multipart'
import { parse as parseCookies } from 'cookie'
import type { FastifyRequest } from 'fastify'
import type { Typed, UploadedFile } from '#kernel/forms/form.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { LIMITS } from './limits.ts'

export const SESSION_COOKIE = 'tsunagu-session'
/** Ties a form to a visitor who is not signed in. */
export const VISITOR_COOKIE = 'tsunagu-visitor'

export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  return header === undefined ? {} : (parseCookies(header) as Record<string, string>)
}

/** Query values as single texts: the last one counts where a name stands twice. */
export function queryOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const last = Array.isArray(value) ? value.at(-1) : value
    if (last !== undefined) values[name] = last
  }
  return values
}

/** Reads a sent form, with or without files, into what was typed. Files stay in memory under the upload limit. */
export async function typedOf(request: FastifyRequest): Promise<Typed> {
  if (!request.isMultipart()) return (request.body ?? {}) as Typed
  const typed: Record<string, string | string[] | UploadedFile> = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      // A name is only shown again, never used as a path; browsers of old sent whole paths.
      typed[part.fieldname] = { fileName: part.filename.replace(/^.*[\\/]/, '').slice(0, 200), bytes }
    } else {
      if (part.valueTruncated) throw new Fault('too-large', `the field ${part.fieldname} is longer than ${LIMITS.fieldBytes} bytes`)
      typed[part.fieldname] = String(part.value)
    }
  }
  return typed
}

/** Was this sent by a page of ours? Browsers say where a form came from; a foreign origin is refused before the token. */
export function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site') return true
  const origin = request.headers.origin
  if (origin === undefined || origin === 'null') return false
  try {
    return new URL(origin).host !== request.headers.host
  } catch {
    return true
  }
}

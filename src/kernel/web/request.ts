import '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { isUploadedFile, type Form, type Typed, type UploadedFile } from '#kernel/forms/form.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { LIMITS } from './limits.ts'

/** Query values as single texts: the last one counts where a name stands twice. */
export function queryOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.query as Record<string, string | string[]>)) {
    const last = Array.isArray(value) ? value.at(-1) : value
    if (last !== undefined) values[name] = last
  }
  return values
}

/** Bytes of uploads that are in memory just now, over all requests. */
let uploading = 0

/** Reads a sent form and hands over what was typed; its files are in memory only while `work` runs. */
export async function withTyped<Result>(request: FastifyRequest, form: Form, work: (typed: Typed) => Promise<Result>): Promise<Result> {
  if (!request.isMultipart()) return work((request.body ?? {}) as Typed)
  const fileFields = Object.keys(form).filter((name) => form[name]?.kind === 'file')
  if (fileFields.length === 0) throw new Fault('unsupported-media', 'this form takes no files')
  const announced = Number(request.headers['content-length'])
  const bytes = Number.isSafeInteger(announced) ? announced : LIMITS.uploadBytes
  if (bytes > LIMITS.uploadBytes + LIMITS.formBytes) throw new Fault('too-large', `more than ${LIMITS.uploadBytes} bytes`)
  if (uploading + bytes > LIMITS.uploadBytesAtOnce) throw new Fault('unavailable', 'too many uploads at once')
  uploading += bytes
  try {
    return await work(await typedInParts(request, fileFields))
  } finally {
    uploading -= bytes
  }
}

async function typedInParts(request: FastifyRequest, fileFields: readonly string[]): Promise<Typed> {
  const typed: Record<string, string | string[] | UploadedFile> = {}
  for await (const part of request.parts({ limits: { files: fileFields.length } })) {
    if (part.type === 'file') {
      if (!fileFields.includes(part.fieldname)) throw new Fault('bad-request', `the form has no file ${part.fieldname.slice(0, 50)}`)
      // A name is only shown again, never used as a path; browsers of old sent whole paths.
      typed[part.fieldname] = { fileName: part.filename.replace(/^.*[\\/]/, '').slice(0, 200), bytes: await part.toBuffer() }
    } else {
      if (part.valueTruncated) throw new Fault('too-large', `the field ${part.fieldname} is longer than ${LIMITS.fieldBytes} bytes`)
      const earlier = typed[part.fieldname]
      const value = String(part.value)
      if (earlier === undefined || isUploadedFile(earlier)) typed[part.fieldname] = value
      else typed[part.fieldname] = [...(Array.isArray(earlier) ? earlier : [earlier]), value]
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

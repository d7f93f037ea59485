import { z } from 'zod'
import { FAULTS } from '#kernel/faults/faults.ts'
import { TOKEN_FIELD, type Form } from '#kernel/forms/form.ts'
import type { Manifest } from '#kernel/service/manifest.ts'
import type { Entry, Route } from './routes.ts'

/** OpenAPI 3.1 from the routes themselves: it cannot say anything that the program does not do. */
export function openApiOf(parts: readonly Manifest[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const part of parts) {
    for (const route of part.routes) {
      const path = route.path.replace(/:(\w+)(\([^)]*\))?/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(part, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tsunagu', version: '1', description: 'What this city offers to browsers and to machines.' },
    tags: parts.map((part) => ({ name: part.name, description: part.summary.en })),
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tsunagu-session' } },
    },
  }
}

function operationOf(part: Manifest, route: Route): unknown {
  return {
    tags: [part.name],
    summary: 'summary' in route ? route.summary : `${part.title.en}: ${route.path}`,
    parameters: [...route.path.matchAll(/:(\w+)/g)].map((match) => ({ name: match[1], in: 'path', required: true, schema: { type: 'string' } })),
    security: securityOf(route.enter),
    ...(bodyOf(route) === undefined ? {} : { requestBody: bodyOf(route) }),
    responses: { ...successOf(route), default: { description: 'A fault', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
  }
}

function securityOf(entry: Entry): unknown[] {
  return entry.who === 'everyone' ? [] : [{ session: entry.who === 'duty' ? [...entry.anyOf] : [] }]
}

function bodyOf(route: Route): unknown {
  if (route.kind === 'operation') return { required: true, content: { 'application/json': { schema: schemaOf(route.accepts) } } }
  if (route.kind === 'delivery') return { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }
  if (route.kind !== 'action') return undefined
  const hasFile = Object.values(route.form).some((field) => field.kind === 'file')
  return { required: true, content: { [hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded']: { schema: formSchemaOf(route.form) } } }
}

function formSchemaOf(form: Form): unknown {
  const properties = Object.fromEntries(
    Object.entries(form).map(([name, field]) => [name, field.kind === 'file' ? { type: 'string', format: 'binary' } : schemaOf(field.shape)]),
  )
  const required = Object.entries(form).filter(([, field]) => field.isRequired).map(([name]) => name)
  return { type: 'object', properties: { ...properties, [TOKEN_FIELD]: { type: 'string' } }, required: [...required, TOKEN_FIELD] }
}

function successOf(route: Route): Record<string, unknown> {
  if (route.kind === 'action') return { 303: { description: 'Done; see the page it leads to' }, 422: { description: 'The form again, with its problems' } }
  if (route.kind === 'delivery') return { 202: { description: 'Taken in' } }
  if (route.kind === 'page') return { 200: { description: 'A page', content: { 'text/html': {} } } }
  if (route.reply === undefined) return { 200: { description: 'A file' } }
  return { 200: { description: 'The answer', content: { 'application/json': { schema: schemaOf(route.reply) } } } }
}

function schemaOf(shape: z.ZodType): unknown {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' })
  return schema
}

function problemSchema(): unknown {
  return {
    type: 'object',
    properties: {
      type: { type: 'string', enum: Object.keys(FAULTS).map((code) => `/problems/${code}`) },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string' },
      number: { type: 'string', description: 'Tell it to the city; it stands in the log too' },
    },
    required: ['type', 'title', 'status'],
  }
}

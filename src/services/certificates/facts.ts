import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { CERTIFICATE_KINDS, REFUSALS, WAYS } from './model.ts'

const told = { privacy: 'public' } as const
const kind = z.enum(CERTIFICATE_KINDS).meta(told)
const way = z.enum(WAYS).meta(told)
const terms = { subjectPrivacy: 'internal' } as const

/** Subjects are `certificate:<request>`; nothing here says for whom. */
export const facts = {
  /** The paper was made. Whether it was paid, printed and settled are facts of their own. */
  issued: factType('certificates.issued', z.object({ kind, way }), terms),
  /** It was handed over: printed at a counter or kiosk, fetched by the resident. */
  printed: factType('certificates.printed', z.object({ kind, way }), terms),
  /** Nothing was issued, or its paper was recalled. */
  refused: factType('certificates.refused', z.object({ kind, way, reason: z.enum(REFUSALS).meta(told) }), terms),
  settled: factType('certificates.settled', z.object({ kind, way }), terms),
  sealRegistered: factType('certificates.seal-registered', z.object({}), terms),
  sealEnded: factType('certificates.seal-ended', z.object({ because: z.string().meta({ privacy: 'internal' }) }), terms),
}

import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { CERTIFICATE_ROLES } from './model.ts'

const told = { privacy: 'public' } as const
const role = z.enum(CERTIFICATE_ROLES).meta(told)
const serialNumber = z.string().meta(told)

export const facts = {
  /** The city has a new certificate; the one before it keeps verifying what it signed. */
  certificateMade: factType('signing.certificate-made', z.object({ role, serialNumber, validTo: z.string().meta(told) })),
  /** Nothing that it signs from then on counts. */
  certificateRevoked: factType('signing.certificate-revoked', z.object({ role, serialNumber })),
}

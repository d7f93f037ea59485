import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { SESSION_METHODS } from './model.ts'

/**
 * Facts are kept for ever, so these name accounts by their identity and nobody by name, login or address. The subject
 * is `person:<id>`, or `person:unknown` for a name that nobody bears.
 */
const nothingMore = z.object({})
const duty = z.object({ duty: z.string(), from: z.iso.date(), to: z.iso.date().nullable() })

export const facts = {
  signedIn: factType('staff-identity.signed-in', z.object({ method: z.enum(SESSION_METHODS).meta({ privacy: 'internal' }) })),
  signInRefused: factType(
    'staff-identity.sign-in-refused',
    z.object({ method: z.enum(['passphrase', 'totp', 'recovery-code', 'passkey']) }),
  ),
  lockedOut: factType('staff-identity.locked-out', z.object({ minutes: z.int().nullable() })),
  signedOutEverywhere: factType('staff-identity.signed-out-everywhere', z.object({ sessions: z.int() })),
  passphraseChanged: factType('staff-identity.passphrase-changed', nothingMore),
  secondFactorEnrolled: factType(
    'staff-identity.second-factor-enrolled',
    z.object({ kind: z.enum(['totp', 'passkey']) }),
  ),
  secondFactorRemoved: factType(
    'staff-identity.second-factor-removed',
    z.object({ kind: z.enum(['totp', 'passkey']) }),
  ),
  accountCreated: factType('staff-identity.account-created', nothingMore),
  passphraseReset: factType('staff-identity.passphrase-reset', z.object({ secondFactorsRemoved: z.boolean() })),
  accountDisabled: factType('staff-identity.account-disabled', nothingMore),
  accountEnabled: factType('staff-identity.account-enabled', nothingMore),
  dutyGiven: factType('staff-identity.duty-given', duty),
  dutyTaken: factType('staff-identity.duty-taken', duty),
}

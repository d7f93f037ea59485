import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'
import { CARD_REFUSALS } from './model.ts'

/** Says nothing of anybody: indicators show it to everyone. */
const told = { privacy: 'public' } as const
const internal = { privacy: 'internal' } as const
const way = z.enum(['card', 'passkey', 'mail']).meta(told)
const nothingMore = z.object({})

/** What happens at the residents' door. Subjects are accounts by their identity; who somebody is, stands in no fact. */
export const facts = {
  signedIn: factType('resident-identity.signed-in', z.object({ way })),
  signInRefused: factType(
    'resident-identity.sign-in-refused',
    z.object({ way, reason: z.enum([...CARD_REFUSALS, 'not-ours', 'link-ended']).meta(told) }),
  ),
  accountOpened: factType('resident-identity.account-opened', z.object({ way })),
  accountClosed: factType('resident-identity.account-closed', nothingMore),
  accountMatched: factType('resident-identity.account-matched', z.object({ by: z.enum(['card', 'clerk']).meta(told) })),
  matchOpened: factType('resident-identity.match-opened', z.object({ reason: z.enum(['none', 'several']).meta(internal) })),
  matchDeclined: factType('resident-identity.match-declined', nothingMore),
  certificateRenewed: factType('resident-identity.certificate-renewed', z.object({ link: z.enum(['subject', 'provider', 'attributes', 'clerk']).meta(internal) })),
  wayAdded: factType('resident-identity.way-added', z.object({ way })),
  wayRemoved: factType('resident-identity.way-removed', z.object({ way })),
  signedOutEverywhere: factType('resident-identity.signed-out-everywhere', z.object({ sessions: z.int().meta(internal) })),
  powerOffered: factType('resident-identity.power-offered', nothingMore),
  powerGiven: factType('resident-identity.power-given', z.object({ days: z.int().meta(internal) })),
  powerEnded: factType('resident-identity.power-ended', z.object({ by: z.enum(['principal', 'holder', 'closing', 'register']).meta(internal) })),
  actingBegun: factType('resident-identity.acting-begun', z.object({ kind: z.enum(['guardian', 'proxy']).meta(internal) })),
  documentSigned: factType('resident-identity.document-signed', z.object({ service: z.string().meta(internal) })),
}

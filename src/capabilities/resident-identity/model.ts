import type { Sex } from '#capabilities/residents/residents.ts'

/**
 * The rule under which sign-ins and accounts are written down: security control measures of administrative organs
 * (Act on the Protection of Personal Information, article 66, paragraph 1).
 */
export const BASIS = '個人情報の保護に関する法律第66条第1項(安全管理措置)'
/** The rule under which a clerk joins an account with the register: identification of who asks for a procedure. */
export const MATCH_BASIS = '行政手続における本人確認(情報通信技術を活用した行政の推進等に関する法律第6条第4項)'
/** The rule under which a resident reads who used their data: disclosure to the person concerned. */
export const VIEWS_BASIS = '個人情報の保護に関する法律第76条(開示請求権)'

/** May join accounts with the register, and sees the work list. */
export const MATCHER = 'identity-matcher'

/** An account in facts and in the audit; the same text is the resident's name as an actor. */
export function accountSubject(accountId: string): string {
  return `resident:${accountId}`
}

/** What a card says of its holder: four attributes, and by which certificate it was read. */
export interface CardHolder {
  readonly name: string
  readonly birthDate: Temporal.PlainDate
  readonly address: string
  readonly sex: Sex
}

export interface Certificate {
  readonly issuer: string
  readonly serial: string
}

/** What the provider vouched for after one sign-in. */
export interface ProvenCard {
  readonly provider: string
  /** Pairwise: the same person has another one in every other city. */
  readonly subject: string
  readonly certificate: Certificate
  /** The serial before a renewal, where the provider tells it. */
  readonly previousSerial: string | null
  readonly holder: CardHolder
}

export const CARD_REFUSALS = ['expired', 'revoked', 'cancelled', 'not-proven', 'unreachable', 'too-late', 'crowded', 'closed'] as const
/** Why a card did not let somebody in; `cancelled` is the person's own choice. */
export type CardRefusal = (typeof CARD_REFUSALS)[number]

export interface CardWay {
  readonly id: string
  readonly accountId: string
  readonly provider: string
  readonly subject: string
  readonly certificateIssuer: string
  readonly certificateSerial: string
  readonly linkedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant
}

export interface Mailbox {
  readonly id: string
  readonly accountId: string
  readonly sealedAddress: string
  readonly since: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

export interface ResidentPasskey {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
  readonly transports: readonly string[]
  readonly host: string
  readonly name: string
  readonly isSynced: boolean
  readonly createdAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

export type MatchReason = 'none' | 'several'

export interface MatchCase {
  readonly id: string
  readonly accountId: string
  readonly reason: MatchReason
  readonly sealedAttributes: string
  readonly openedAt: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly outcome: 'matched' | 'declined' | null
  readonly why: string | null
}

export interface Proxy {
  readonly id: string
  readonly principalId: string
  readonly principalAccount: string
  readonly principalName: string
  readonly holderAccount: string | null
  readonly holderId: string | null
  readonly holderName: string | null
  readonly validFrom: Temporal.PlainDate
  readonly validTo: Temporal.PlainDate
  readonly offerEndsAt: Temporal.Instant
  readonly takenAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

import type { Language } from '#kernel/text/text.ts'

/** With what somebody tried to prove who they are; `reset` is an administrator's hand. */
export type ProofMethod = 'passphrase' | 'totp' | 'recovery-code' | 'passkey' | 'reset'

/**
 * What came of an attempt: `halfway` when the passphrase was right and a second step follows, `waiting` when it came
 * too soon after failures, `crowded` when too many failed from one address, `cleared` when failures were forgiven.
 */
export type AttemptOutcome = 'accepted' | 'halfway' | 'refused' | 'waiting' | 'crowded' | 'cleared'

/** How a session was opened; kept with it and shown in the list of sessions. */
export const SESSION_METHODS = ['passphrase', 'passphrase+totp', 'passphrase+recovery-code', 'passkey'] as const
export type SessionMethod = (typeof SESSION_METHODS)[number]

/** Whom an attempt was for: a person, or nobody, with the fingerprint of the name that was typed. */
export type Claimed =
  { readonly personId: string; readonly loginMac: null } | { readonly personId: null; readonly loginMac: Buffer }

export interface Account {
  readonly personId: string
  /** PHC form; null while the administrator has given none. */
  readonly passphraseHash: string | null
  readonly passphraseSetAt: Temporal.Instant | null
  readonly isOneTime: boolean
  readonly expiresAt: Temporal.Instant | null
}

/** What stands between the passphrase and the session. */
export interface HalfSession {
  readonly personId: string
  readonly awaits: 'second-step' | 'new-passphrase'
  readonly method: SessionMethod
  readonly returnTo: string
}

export interface Totp {
  readonly sealedSecret: string
  readonly lastStep: number
  readonly enrolledAt: Temporal.Instant
}

export interface Passkey {
  readonly id: string
  readonly personId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
  readonly transports: readonly string[]
  /** Host name it is bound to; it signs for no other. */
  readonly host: string
  readonly name: string
  readonly isSynced: boolean
  readonly createdAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** The kernel keeps a language for everyone; this one says nothing about a wish. */
export const LANGUAGE_OF_WHO_NEVER_CHOSE: Language = 'ja'

/** May create accounts, reset and disable them, and entrust duties. */
export const ADMINISTRATOR = 'system-administrator'
/** May read the audit. */
export const AUDITOR = 'auditor'

/**
 * The rule under which sign-ins and accounts are written down: security control measures of administrative organs
 * (Act on the Protection of Personal Information, article 66, paragraph 1).
 */
export const BASIS = '個人情報の保護に関する法律第66条第1項(安全管理措置)'

/** The name of a person in facts and in the audit. */
export function subjectOf(personId: string | null): string {
  return `person:${personId ?? 'unknown'}`
}

// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface StaffIdentityTables {
  'staff_identity.account': AccountTable
  'staff_identity.attempt': AttemptTable
  'staff_identity.confirmation': ConfirmationTable
  'staff_identity.demo_account': DemoAccountTable
  'staff_identity.half_session': HalfSessionTable
  'staff_identity.passkey': PasskeyTable
  'staff_identity.recovery_code': RecoveryCodeTable
  'staff_identity.spent_challenge': SpentChallengeTable
  'staff_identity.totp': TotpTable
}

export interface AccountTable {
  /** internal: whose */
  person_id: string
  /** sensitive: argon2id in PHC form; empty while none was given */
  passphrase_hash: string | null
  /** internal: since when it holds */
  passphrase_set_at: Temporal.Instant | null
  /** internal: must be replaced at the next sign-in */
  is_one_time: Generated<boolean>
  /** internal: end of a one-time passphrase */
  expires_at: Temporal.Instant | null
}

export interface AttemptTable {
  /** internal: order */
  entry: Generated<number>
  /** internal: when */
  at: Temporal.Instant
  /** personal: who it was for, empty when nobody bears the name typed */
  person_id: string | null
  /** internal: keyed fingerprint of a name that nobody bears */
  login_mac: Buffer | null
  /** personal: network address it came from, removed after a year */
  address: string
  /** internal: passphrase, totp, recovery-code, passkey, or reset by an administrator */
  method: string
  /** internal: what came of it */
  outcome: string
}

export interface ConfirmationTable {
  /** internal: the session */
  session_id: string
  /** internal: when */
  confirmed_at: Temporal.Instant
}

export interface DemoAccountTable {
  /** internal: whose */
  person_id: string
}

export interface HalfSessionTable {
  /** sensitive: SHA-256 of the cookie's secret */
  token_hash: Buffer
  /** personal: whose */
  person_id: string
  /** internal: what is still to be done */
  awaits: string
  /** internal: what was proven so far */
  method: string
  /** internal: where the person wished to go */
  return_to: string
  /** internal: not after */
  expires_at: Temporal.Instant
}

export interface PasskeyTable {
  /** internal: identity shown in the list of passkeys */
  id: string
  /** internal: whose */
  person_id: string
  /** sensitive: the authenticator's own name for it */
  credential_id: string
  /** internal: COSE key that its signatures are checked with */
  public_key: Buffer
  /** internal: the authenticator's counter at the last use */
  sign_count: number
  /** internal: how the authenticator is reached */
  transports: string[]
  /** internal: host name it is bound to */
  host: string
  /** personal: what the person calls it */
  name: string
  /** internal: may leave the device it was made on */
  is_synced: boolean
  /** internal: since when */
  created_at: Temporal.Instant
  /** personal: last use */
  used_at: Temporal.Instant | null
}

export interface RecoveryCodeTable {
  /** internal: whose */
  person_id: string
  /** sensitive: keyed fingerprint of the code */
  code_mac: Buffer
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: when it was used up */
  used_at: Temporal.Instant | null
}

export interface SpentChallengeTable {
  /** internal: SHA-256 of the challenge */
  challenge_hash: Buffer
  /** internal: when */
  spent_at: Temporal.Instant
}

export interface TotpTable {
  /** internal: whose */
  person_id: string
  /** sensitive: the shared secret, encrypted with a key that is not in the database */
  sealed_secret: string
  /** internal: time step of the last code used, so that no code works twice */
  last_step: number
  /** internal: since when */
  enrolled_at: Temporal.Instant
}

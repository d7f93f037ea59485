// Written by `npm run tables` from the migrated database; edit the migrations, not this file.
import type { Generated } from 'kysely'

export interface ResidentIdentityTables {
  'resident_identity.attempt': AttemptTable
  'resident_identity.card': CardTable
  'resident_identity.card_renewal': CardRenewalTable
  'resident_identity.client_key': ClientKeyTable
  'resident_identity.demo_card': DemoCardTable
  'resident_identity.mail_link': MailLinkTable
  'resident_identity.mailbox': MailboxTable
  'resident_identity.match_case': MatchCaseTable
  'resident_identity.passkey': PasskeyTable
  'resident_identity.proxy': ProxyTable
  'resident_identity.signature': SignatureTable
  'resident_identity.spent_challenge': SpentChallengeTable
  'resident_identity.stand_in_exchange': StandInExchangeTable
}

export interface AttemptTable {
  /** internal: order */
  entry: Generated<number>
  /** internal: when */
  at: Temporal.Instant
  /** internal: letter, link, passkey, card or code */
  what: string
  /** sensitive: keyed fingerprint of the mail address or account that it was for */
  address_mac: Buffer | null
  /** personal: network address it came from */
  network: string
  /** internal: whether it failed */
  is_failure: boolean
}

export interface CardTable {
  /** internal: identity of this way */
  id: string
  /** personal: whose */
  account_id: string
  /** internal: who vouched for the card, an issuer of OpenID Connect */
  provider: string
  /** sensitive: the person's pairwise name at that provider, good for this city only */
  subject: string
  /** internal: who issued the certificate for user authentication */
  certificate_issuer: string
  /** sensitive: its serial number */
  certificate_serial: string
  /** personal: when the card was first used here */
  linked_at: Temporal.Instant
  /** personal: last use */
  used_at: Temporal.Instant
  /** personal: since when this card is no way in any more */
  ended_at: Temporal.Instant | null
}

export interface CardRenewalTable {
  /** internal: whose card */
  card_id: string
  /** sensitive: serial before */
  old_serial: string
  /** sensitive: serial since */
  new_serial: string
  /** internal: by what the two were joined */
  link: string
  /** personal: when it was seen */
  renewed_at: Temporal.Instant
}

export interface ClientKeyTable {
  /** internal: there is one */
  is_only: Generated<boolean>
  /** sensitive: PKCS 8, encrypted with a key that is not in the database */
  sealed_key: string
  /** public: its public half */
  public_jwk: unknown
  /** internal: when */
  made_at: Temporal.Instant
}

export interface DemoCardTable {
  /** internal: identity of the card; where it belongs to the register, the person's */
  id: string
  /** personal: as the card says it; invented */
  name: string
  /** personal: as the card says it */
  birth_date: Temporal.PlainDate
  /** personal: as the card says it */
  address: string
  /** personal: as the card says it */
  sex: string
  /** internal: of the certificate */
  issuer: string
  /** internal: of the certificate that the card bears now */
  serial: string
  /** internal: of the certificate before a renewal */
  previous_serial: string | null
  /** internal: from which the pairwise subject is made; another one after a new card */
  subject_seed: string
  /** internal: what the state would say of it */
  state: string
  /** internal: what the card is for in the demo */
  note: Generated<string>
}

export interface MailLinkTable {
  /** sensitive: SHA-256 of what stands in the link */
  token_hash: Buffer
  /** sensitive: SHA-256 of the cookie of the browser that asked */
  browser_hash: Buffer
  /** sensitive: keyed fingerprint of the address */
  address_mac: Buffer
  /** sensitive: the address, encrypted with a key that is not in the database */
  sealed_address: string
  /** personal: the account that wants this mailbox as a way in; empty at sign-in */
  account_id: string | null
  /** internal: where to go afterwards */
  return_to: string
  /** internal: not after */
  expires_at: Temporal.Instant
  /** internal: when it was used up */
  used_at: Temporal.Instant | null
}

export interface MailboxTable {
  /** internal: identity of this way */
  id: string
  /** personal: whose */
  account_id: string
  /** sensitive: keyed fingerprint of the address, for finding it */
  address_mac: Buffer
  /** sensitive: the address, encrypted with a key that is not in the database */
  sealed_address: string
  /** personal: when it was proven */
  since: Temporal.Instant
  /** personal: last sign-in by it */
  used_at: Temporal.Instant | null
}

export interface MatchCaseTable {
  /** internal: identity of the case */
  id: string
  /** personal: whose account */
  account_id: string
  /** internal: why the machine could not */
  reason: string
  /** sensitive: what the card said, encrypted; taken away when the case is settled */
  sealed_attributes: string
  /** personal: when */
  opened_at: Temporal.Instant
  /** personal: when a clerk decided */
  settled_at: Temporal.Instant | null
  /** personal: who decided */
  settled_by: string | null
  /** internal: how */
  outcome: string | null
  /** personal: key in the register, when matched */
  person_id: string | null
  /** personal: the clerk's reason */
  why: string | null
}

export interface PasskeyTable {
  /** internal: identity of this way */
  id: string
  /** personal: whose */
  account_id: string
  /** sensitive: the authenticator's name for it */
  credential_id: string
  /** internal: to check signatures with */
  public_key: Buffer
  /** internal: the authenticator's counter at its last use */
  sign_count: number
  /** internal: how it is reached */
  transports: string[]
  /** internal: the host name it is bound to */
  host: string
  /** personal: as its owner calls it */
  name: string
  /** internal: copied between devices by their maker */
  is_synced: boolean
  /** personal: when it was made */
  created_at: Temporal.Instant
  /** personal: last use */
  used_at: Temporal.Instant | null
}

export interface ProxyTable {
  /** internal: identity of the power */
  id: string
  /** sensitive: keyed fingerprint of the code that was handed over */
  code_mac: Buffer
  /** personal: key in the register of who gave it */
  principal_id: string
  /** personal: with which account */
  principal_account: string
  /** personal: as the other one sees it */
  principal_name: string
  /** personal: who took it */
  holder_account: string | null
  /** personal: key in the register of who took it */
  holder_id: string | null
  /** personal: as the giver sees it */
  holder_name: string | null
  /** personal: first day */
  valid_from: Temporal.PlainDate
  /** personal: last day */
  valid_to: Temporal.PlainDate
  /** internal: when the code was made */
  offered_at: Temporal.Instant
  /** internal: the code is good until then */
  offer_ends_at: Temporal.Instant
  /** internal: when it was taken */
  taken_at: Temporal.Instant | null
  /** internal: when one of the two ended it early */
  ended_at: Temporal.Instant | null
  /** internal: who ended it */
  ended_by: string | null
}

export interface SignatureTable {
  /** internal: also the transaction's number at the provider */
  id: string
  /** personal: who signs */
  account_id: string
  /** internal: which service asked */
  for_service: string
  /** internal: SHA-256 of the document */
  document_hash: Buffer
  /** personal: as the signer reads it */
  title: string
  /** internal: where to go afterwards */
  return_to: string
  /** internal: when */
  begun_at: Temporal.Instant
  /** internal: not after */
  expires_at: Temporal.Instant
  /** personal: when */
  signed_at: Temporal.Instant | null
  /** sensitive: over the hash, with the card's key */
  signature: Buffer | null
  /** sensitive: the certificate for signatures, DER */
  certificate: Buffer | null
  /** internal: when it was refused */
  refused_at: Temporal.Instant | null
  /** internal: why */
  refusal: string | null
}

export interface SpentChallengeTable {
  /** internal: SHA-256 of a challenge that was used */
  challenge_hash: Buffer
  /** internal: when */
  spent_at: Temporal.Instant
}

export interface StandInExchangeTable {
  /** internal: order */
  entry: Generated<number>
  /** internal: when */
  at: Temporal.Instant
  /** internal: of HTTP */
  method: string
  /** internal: without its query */
  path: string
  /** internal: of the answer */
  status: number
  /** internal: names of what was sent, never the values */
  names: string[]
}

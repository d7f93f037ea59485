// Written by `npm run tables` from the migrated database; edit the migrations, not this file.

export interface NumberVaultTables {
  'number_vault.kept_number': KeptNumberTable
  'number_vault.vault_key': VaultKeyTable
}

export interface KeptNumberTable {
  /** internal: identity */
  id: string
  /** sensitive: whose, as the resident register's key */
  person_id: string
  /** sensitive: individual-number or resident-code */
  kind: string
  /** internal: the key it is closed with */
  key_id: number
  /** sensitive: AES-256-GCM, bound to the person and the kind */
  ciphertext: string
  /** sensitive: HMAC-SHA-256 under the same key */
  mac: string
  /** internal: when */
  kept_at: Temporal.Instant
  /** internal: who */
  kept_by: string
  /** sensitive: when another number took its place (番号法第7条第2項); null: it holds */
  ended_at: Temporal.Instant | null
}

export interface VaultKeyTable {
  /** internal: its number, named by every ciphertext; the highest is the one in use */
  id: number
  /** sensitive: the key, closed with the installation's secret; empty once nothing is closed with it */
  sealed: string
  /** internal: when */
  made_at: Temporal.Instant
  /** internal: who */
  made_by: string
  /** internal: when the last number had moved to a newer key and this one was destroyed */
  emptied_at: Temporal.Instant | null
}

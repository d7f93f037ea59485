import { sql } from 'kysely'
import type { CardAttributes } from '#capabilities/residents/residents.ts'
import { statement } from '#kernel/database/rows.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { CardCandidate } from '../rules/card-match.ts'

/**
 * Residents born on a card's day, whoever asks: somebody under protection signs in like everybody else, and only who holds
 * the card can bring its attributes. Nothing but a key leaves the register by this.
 */
export function listCardCandidates(tx: Tx, { birthDate, sex }: CardAttributes): Promise<(CardCandidate & { readonly id: string })[]> {
  return tx.list(statement(sql<CardCandidate & { id: string }>`
    select person_id as id, name, alphabet, common_name as "commonName", sex, birth_date as "birthDate", address from resident_records.person_version
     where birth_date = ${birthDate} and sex = ${sex} and standing = 'resident' and superseded_at is null and valid_from <= ${tx.today} and (valid_to is null or valid_to > ${tx.today})`))
}

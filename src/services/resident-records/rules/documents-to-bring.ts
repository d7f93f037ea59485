/** Papers that the counter will ask for, each once, in the order in which they are looked for at home. */
export const DOCUMENTS = ['identity', 'moving-out', 'number-cards', 'residence-cards', 'passports', 'family-register', 'relation-papers', 'letter-of-proxy'] as const
export type DocumentToBring = (typeof DOCUMENTS)[number]

export interface Household {
  readonly from: 'japan' | 'abroad'
  readonly hasForeigners: boolean
  readonly hasJapanese: boolean
  readonly isFamily: boolean
}

/**
 * What to bring to a moving in: who one is (住民基本台帳法第27条); from Japan the former city's certificate, or a card that carries
 * it (第22条第2項, 第24条の2); from abroad passports with the stamp of entry, and of Japanese people the family register
 * (第22条第1項, 施行令第22条); residence cards of foreign residents (第30条の46), and papers that show how they are related (第30条の49).
 */
export function documentsToBring({ from, hasForeigners, hasJapanese, isFamily }: Household): DocumentToBring[] {
  const needed: Readonly<Record<DocumentToBring, boolean>> = {
    identity: true, 'moving-out': from === 'japan', 'number-cards': true, 'residence-cards': hasForeigners, passports: from === 'abroad',
    'family-register': from === 'abroad' && hasJapanese, 'relation-papers': hasForeigners && isFamily, 'letter-of-proxy': true,
  }
  return DOCUMENTS.filter((document) => needed[document])
}

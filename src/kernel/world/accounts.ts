import { Chance } from './chance.ts'
import { ageOn } from './on-a-day.ts'
import type { WorldPerson } from './world.ts'

/** A bank account to which a city pays: of banks that do not exist, so that no transfer can ever reach anybody. */
export interface BankAccount {
  /** Four digits; no bank has a code that begins with 999. */
  readonly bankCode: string
  readonly bankName: string
  readonly branchCode: string
  readonly kind: 'ordinary'
  /** Seven digits. */
  readonly number: string
  /** In katakana, as the transfer is addressed. */
  readonly holderKana: string
}

const BANKS = [['9991', '架空中央銀行'], ['9992', '架空すずか信用金庫'], ['9993', '架空農業協同組合']] as const
/** 公金受取口座: about six of ten grown people have told theirs. An assumption of the demo. */
const TOLD_SHARE = 0.62

/** The account that a grown person has told the city; null for the others. */
export function accountOf(person: WorldPerson, on: Temporal.PlainDate): BankAccount | null {
  const chance = new Chance(`${person.id} account`)
  const isTold = chance.isTrue(TOLD_SHARE)
  if (!isTold || ageOn(person, on) < 18) return null
  const [bankCode, bankName] = chance.among(BANKS)
  const number = String(chance.between(1, 9_999_999)).padStart(7, '0')
  return { bankCode, bankName, branchCode: String(chance.between(1, 60)).padStart(3, '0'), kind: 'ordinary', number, holderKana: person.states.at(-1)?.name.kana ?? '' }
}

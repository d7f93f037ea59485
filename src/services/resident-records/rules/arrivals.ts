import { nameKey } from '#capabilities/addresses/names.ts'
import { isReading } from '#kernel/values/kana.ts'
import { uuidNamed } from '#kernel/values/uuid.ts'
import type { Registration } from '../model.ts'
import { ARTICLES } from './findings.ts'
import type { Drawing, KnownPerson } from './known.ts'
import type { Address, Member } from './regroup.ts'
import { isRegisterNumber } from './register-numbers.ts'
import { LONGEST } from './typing.ts'

/** People that one form brings; a bigger household comes in two entries. */
export const MOST_ARRIVALS = 10

/** What is the same for all who arrive by one entry. */
export interface Arriving {
  readonly cause: string
  readonly address: Address
  readonly previousAddress: string
}

/** The people whom the form brings, in its order: those fields `arrival0.…` in which a name or a number was typed. */
export function typedArrivals(drawing: Drawing, arriving: Arriving): Member[] {
  const { typing } = drawing
  const indexes = Array.from({ length: MOST_ARRIVALS }, (_, index) => index).filter((index) => isFilled(drawing, index))
  if (indexes.length === 0) typing.refuse('arrival0.name', 'nobody-chosen', ARTICLES.content)
  const members = indexes.map((index) => arrivalOf(drawing, arriving, index))
  refuseTwins(drawing, members, indexes)
  for (const [place, member] of members.entries()) warnOfDoubles(drawing, member, `arrival${indexes[place]}`)
  return members
}

function isFilled({ typing }: Drawing, index: number): boolean {
  return ['name', 'number', 'birthDate'].some((field) => (typing.typed[`arrival${index}.${field}`] ?? '').trim() !== '')
}

function arrivalOf(drawing: Drawing, { cause, address, previousAddress }: Arriving, index: number): Member {
  const { known, on, notifiedOn } = drawing
  const prefix = `arrival${index}`
  const returning = typedReturn(drawing, `${prefix}.number`)
  const brought = typedPerson(drawing, prefix)
  const brings: Partial<Registration> = {
    ...brought, ...address, addressSince: on, addressNotifiedOn: notifiedOn, previousAddress, residentSince: on, residentCause: cause,
    movedTo: '', movedToOn: null, movedToNotifiedOn: null, standing: 'resident', endedOn: null, endedCause: '',
  }
  const id = returning?.id ?? uuidNamed(`${known.draftId}/person/${index}`)
  return { id, name: brought.name, birthDate: brought.birthDate, before: null, moves: true, brings, relationField: `${prefix}.relation` }
}

/** Somebody who was registered here before is registered under the same number again, found by it alone. */
function typedReturn({ typing, known }: Drawing, field: string): KnownPerson | null {
  const number = typing.text(field, { longest: LONGEST.word, article: ARTICLES.numbers })
  if (number === '') return null
  if (!isRegisterNumber(number)) {
    typing.refuse(field, 'wrong-check-digit', ARTICLES.numbers, { number })
    return null
  }
  const found = [...known.people.values()].find(({ addresseeNumber }) => addresseeNumber === number)
  if (found === undefined) typing.refuse(field, 'unknown-number', ARTICLES.numbers, { number })
  else if (found.registration.standing === 'resident') typing.refuse(field, 'already-resident', ARTICLES.oneRegister, { name: found.registration.name })
  return found ?? null
}

type PersonFields = Omit<Registration, 'householdId' | 'relationship' | 'relationshipCode' | 'position' | keyof Address | 'residentSince' | 'residentCause' | 'addressSince'
  | 'addressNotifiedOn' | 'previousAddress' | 'movedTo' | 'movedToOn' | 'movedToNotifiedOn' | 'standing' | 'endedOn' | 'endedCause'>

function typedPerson(drawing: Drawing, prefix: string): PersonFields {
  const { typing } = drawing
  const own = (field: string) => `${prefix}.${field}`
  const name = typing.text(own('name'), { isRequired: true, article: ARTICLES.names })
  const nationality = typing.text(own('nationality'), { longest: 2 }) || 'JP'
  return {
    name, ...typedReadings(drawing, prefix, nationality),
    alphabet: typing.text(own('alphabet')), commonName: typing.text(own('commonName')), formerName: typing.text(own('formerName')),
    sex: typing.choice(own('sex'), ['female', 'male', 'unstated']) ?? 'unstated', ...typedBirth(drawing, prefix), ...typedResidence(drawing, prefix, nationality), ...typedDomicile(drawing, prefix, nationality),
  }
}

/** 氏名の振り仮名 in katakana (第7条第1号の2). Of foreign residents it is a convenience of the office. */
function typedReadings({ typing }: Drawing, prefix: string, nationality: string): Pick<Registration, 'kana' | 'commonKana' | 'formerKana'> {
  const reading = (field: string) => {
    const text = typing.text(`${prefix}.${field}`, { article: ARTICLES.names })
    if (text !== '' && !isKatakanaReading(text)) typing.refuse(`${prefix}.${field}`, 'not-katakana', ARTICLES.names, { text })
    return text
  }
  const kana = reading('kana')
  if (kana === '' && nationality === 'JP') typing.warn(`${prefix}.kana`, 'kana-missing', ARTICLES.names)
  return { kana, commonKana: reading('commonKana'), formerKana: reading('formerKana') }
}

/** Words of katakana parted by spaces, or by the dots that stand between the parts of a foreign name. */
export function isKatakanaReading(text: string): boolean {
  return isReading(text.replaceAll('・', ' ')) && !/[ぁ-ゖ]/.test(text)
}

function typedBirth({ typing, on }: Drawing, prefix: string): Pick<Registration, 'birthDate' | 'birthCertainty'> {
  const field = `${prefix}.birthDate`
  const birthDate = typing.day(field, { isRequired: true, article: ARTICLES.birth })
  const birthCertainty = typing.choice(`${prefix}.birthCertainty`, ['day', 'month', 'year'], 'day') ?? 'day'
  if (birthDate !== null && Temporal.PlainDate.compare(birthDate, typing.today) > 0) typing.refuse(field, 'in-future', ARTICLES.birth)
  else if (birthDate !== null && Temporal.PlainDate.compare(birthDate, on) > 0) typing.refuse(field, 'born-after-entry', ARTICLES.birth, { day: on.toString() })
  if (birthCertainty !== 'day') typing.warn(`${prefix}.birthCertainty`, 'birth-not-certain', ARTICLES.birth)
  return { birthDate: birthDate ?? on, birthCertainty }
}

/** 在留カード等の記載 (第30条の45): asked of everybody without Japanese nationality and of nobody else. */
function typedResidence({ typing, on }: Drawing, prefix: string, nationality: string): Pick<Registration, 'nationality' | 'residenceCategory' | 'residenceStatus' | 'residencePeriod' | 'residenceUntil'> {
  const own = (field: string) => `${prefix}.${field}`
  if (!/^[A-Z]{2}$/.test(nationality)) typing.refuse(own('nationality'), 'unknown-nationality', ARTICLES.foreign)
  if (nationality === 'JP') return { nationality, residenceCategory: '', residenceStatus: '', residencePeriod: '', residenceUntil: null }
  const residenceCategory = typing.text(own('residenceCategory'), { longest: LONGEST.word })
  const residenceUntil = typing.day(own('residenceUntil'), { article: ARTICLES.foreign })
  if (residenceCategory === '') typing.refuse(own('residenceCategory'), 'residence-needed', ARTICLES.foreign)
  if (residenceUntil !== null && Temporal.PlainDate.compare(residenceUntil, on) < 0) typing.refuse(own('residenceUntil'), 'residence-over', ARTICLES.foreign)
  return { nationality, residenceCategory, residenceUntil, residenceStatus: typing.text(own('residenceStatus'), { longest: LONGEST.word }), residencePeriod: typing.text(own('residencePeriod'), { longest: LONGEST.word }) }
}

function typedDomicile({ typing }: Drawing, prefix: string, nationality: string): Pick<Registration, 'registeredDomicile' | 'domicileHead'> {
  const field = `${prefix}.registeredDomicile`
  const registeredDomicile = typing.text(field, { longest: LONGEST.address, article: ARTICLES.domicile })
  if (nationality !== 'JP' && registeredDomicile !== '') typing.refuse(field, 'domicile-of-foreigner', ARTICLES.foreign)
  if (nationality === 'JP' && registeredDomicile === '') typing.warn(field, 'domicile-missing', ARTICLES.domicile)
  return { registeredDomicile, domicileHead: typing.text(`${prefix}.domicileHead`) }
}

function refuseTwins({ typing }: Drawing, members: readonly Member[], indexes: readonly number[]): void {
  for (const [place, member] of members.entries()) {
    const isTwice = members.slice(0, place).some((other) => other.id === member.id || (other.name === member.name && other.birthDate.equals(member.birthDate)))
    if (isTwice) typing.refuse(`arrival${indexes[place]}.name`, 'same-person-twice', ARTICLES.oneRegister, { name: member.name })
  }
}

/** 二重登録: the same name, in whatever forms of its characters, and the same day of birth. */
function warnOfDoubles({ typing, known }: Drawing, member: Member, prefix: string): void {
  const kana = member.brings.kana ?? ''
  const doubles = known.bornSameDay.filter(({ id, registration }) => {
    const isSameName = nameKey(registration.name) === nameKey(member.name) || (kana !== '' && nameKey(registration.kana) === nameKey(kana))
    return id !== member.id && isSameName && registration.birthDate.equals(member.birthDate)
  })
  for (const double of doubles) typing.warn(`${prefix}.name`, 'double-register', ARTICLES.oneRegister, { name: double.registration.name, number: double.addresseeNumber })
}

import type { CopiedPerson, RecordCopy } from '#capabilities/residents/record-copy.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { Applicant, CertificateRequest, Refusal } from '../model.ts'

/** All that is looked at before anything is printed, from one reading. */
export interface Reading {
  readonly copy: RecordCopy | null
  /** People of the household for whom nothing may be issued (発行停止). */
  readonly stopped: ReadonlySet<string>
  /** The seal that stands for the subject; null where there is none. */
  readonly seal: { readonly registeredName: string } | null
  /** False outside of the hours of the way. */
  readonly isOpen: boolean
  readonly today: Temporal.PlainDate
}

export type Decision = { readonly ok: true; readonly people: readonly CopiedPerson[] } | { readonly ok: false; readonly refusal: Refusal }

export type Asked = Pick<CertificateRequest, 'kind' | 'way' | 'subjectId' | 'people' | 'options' | 'applicant' | 'ownPersonId'>

/** 印鑑登録証明事務処理要領第2-2: those under fifteen register no seal. */
export const SEAL_AGE = 15

/** Whether a certificate is issued, and whom it is about; the first thing that speaks against it is the reason. */
export function decide(asked: Asked, reading: Reading): Decision {
  if (!reading.isOpen) return no('closed')
  const { copy } = reading
  const subject = copy?.people.find(({ id }) => id === asked.subjectId)
  if (copy === null || subject === undefined) return no('not-registered')
  const left = leftBecause(subject)
  if (left !== null) return no(left)
  if (asked.kind === 'seal-certificate') return decideSeal(asked, subject, reading)
  const isWholeHousehold = asked.people.length === 0
  if (isWholeHousehold && !copy.isWhole) return no('household-not-whole')
  const residents = copy.people.filter(({ standing }) => standing === 'resident')
  const people = isWholeHousehold ? residents : residents.filter(({ id }) => asked.people.includes(id))
  if (!isWholeHousehold && people.length !== new Set(asked.people).size) return no('not-in-household')
  if (isStopped([subject, ...people], asked, reading)) return no('stopped')
  if (needsReason(asked.applicant)) return no('reason-missing')
  if (!mayPrintNumbers(asked)) return no('number-not-allowed')
  return { ok: true, people }
}

/** A seal is its owner's alone, stands for the name under which it was registered, and falls with it. */
function decideSeal(asked: Asked, subject: CopiedPerson, reading: Reading): Decision {
  if (isStopped([subject], asked, reading)) return no('stopped')
  if (ageOn(subject.birthDate, reading.today) < SEAL_AGE) return no('minor')
  if (reading.seal === null) return no('no-seal')
  if (reading.seal.registeredName !== subject.name) return no('name-changed')
  return { ok: true, people: [subject] }
}

function leftBecause({ standing }: CopiedPerson): Refusal | null {
  switch (standing) {
    case 'resident':
      return null
    case 'moved-out':
      return 'moved-out'
    case 'deceased':
      return 'deceased'
    case 'removed':
      return 'removed'
    default:
      return assertNever(standing)
  }
}

/** Protected people (支援措置) get papers at the counter only, from a clerk who may see them. */
function isStopped(people: readonly CopiedPerson[], { way }: Asked, { stopped }: Reading): boolean {
  return people.some(({ id, isProtected }) => stopped.has(id) || (isProtected && way !== 'counter'))
}

function needsReason(applicant: Applicant | null): boolean {
  return applicant !== null && (applicant.kind === 'official' || applicant.kind === 'third-party') && applicant.reason.trim() === ''
}

/**
 * 個人番号 and 住民票コード are printed only for the person or the household themselves, never into the hands of a proxy, an official
 * or a third party (住民基本台帳法第12条第5項・第12条の3第7項, 事務処理要領第2-4-(1)).
 */
function mayPrintNumbers({ options, applicant, subjectId, ownPersonId, way }: Asked): boolean {
  if (!options.includes('individual-number') && !options.includes('resident-code')) return true
  if (way === 'counter') return applicant?.kind === 'self' || applicant?.kind === 'household'
  return ownPersonId === subjectId
}

/** Completed years. */
export function ageOn(birthDate: Temporal.PlainDate, day: Temporal.PlainDate): number {
  return birthDate.until(day, { largestUnit: 'years' }).years
}

function no(refusal: Refusal): Decision {
  return { ok: false, refusal }
}

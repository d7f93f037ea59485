import type { Answers, CalculatedLine, Given, PersonAnswer, Verdict } from '#capabilities/applications/model.ts'
import { because } from '../text/allowance-words.ts'
import { beginningOf, graceUntil, monthlyAllowance, paymentMonthOf, reducedFrom, type ChildLine, type CountedChild, type MonthlyAllowance } from './allowance.ts'
import { ratesOf } from './rates.ts'

/** What the answers say of the allowance: from when, for whom, how much. Null while too little is answered. */
export interface WorkedOut {
  readonly month: Temporal.PlainYearMonth
  readonly eventOn: Temporal.PlainDate
  readonly isByGrace: boolean
  readonly isReduction: boolean
  readonly allowance: MonthlyAllowance
}

export function workedOut({ answers, on, city }: Given): WorkedOut | null {
  const event = answers['event-on']
  const children = childrenIn(answers)
  if (typeof event !== 'string' || children.length === 0) return null
  const eventOn = Temporal.PlainDate.from(event)
  const isReduction = answers.cause === 'left'
  const { month, isByGrace } = isReduction ? { month: reducedFrom(eventOn), isByGrace: false } : beginningOf(eventOn, on)
  const allowance = monthlyAllowance(children, month, ratesOf(city))
  return allowance === null ? null : { month, eventOn, isByGrace, isReduction, allowance }
}

/** The children of a form, the elder ones with what was confirmed of them. */
export function childrenIn(answers: Answers): CountedChild[] {
  const isSupported = answers['elder-confirm'] === true
  return [...peopleIn(answers.children, 'child').map((child) => ({ child, isSupported: false })), ...peopleIn(answers.elders, 'elder').map((child) => ({ child, isSupported }))]
    .flatMap(({ child: { name, birthDate }, isSupported: supported }) => (birthDate === '' ? [] : [{ name, birthDate: Temporal.PlainDate.from(birthDate), isSupported: supported }]))
}

export function peopleIn(group: Answers[string] | undefined, field: string): PersonAnswer[] {
  return Array.isArray(group) ? (group as readonly Answers[]).flatMap((item) => (item[field] as PersonAnswer | undefined) ?? []) : []
}

/** Line by line: from when and why, each child with place, bracket and article, the sum, and the first payment. */
export function calculationOf(given: Given): readonly CalculatedLine[] {
  const worked = workedOut(given)
  if (worked === null) return []
  const { month, eventOn, isByGrace, isReduction, allowance } = worked
  const values = { event: eventOn.toString(), until: graceUntil(eventOn).toString() }
  return [
    {
      label: { phrase: because.first, values: { month: month.toString() } }, amount: '',
      because: { phrase: isReduction ? because.reduced : isByGrace ? because.byGrace : because.afterGrace, values },
      article: isReduction ? '児童手当法第9条第3項' : isByGrace ? '児童手当法第8条第3項・地方自治法第4条の2第4項' : '児童手当法第8条第2項',
    },
    ...allowance.lines.map(lineOf),
    { label: { phrase: because.total }, amount: yenText(allowance.yen), because: { phrase: because.sum }, article: '児童手当法第6条' },
    { label: { phrase: because.paidIn, values: { month: paymentMonthOf(month).toString() } }, amount: '', because: { phrase: because.evenMonths }, article: '児童手当法第8条第4項' },
  ]
}

function lineOf({ child, standing, place, bracket, yen }: ChildLine): CalculatedLine {
  const phrase = standing === 'not-counted' ? because.notCounted : standing === 'counted' ? because.counted : bracket === 'third' ? because.third : bracket === 'under-3' ? because.underThree : because.fromThree
  return {
    label: { phrase: because.childLine, values: { name: child.name, birth: child.birthDate.toString() } }, amount: yenText(yen),
    because: { phrase, values: { place: place ?? 0 } }, article: '児童手当法第6条第1項第1号',
  }
}

function yenText(yen: number): string {
  return `${yen.toLocaleString('ja-JP')}円`
}

/** 住所 (第7条第1項): only the register says it; nobody is refused because the register was not asked. */
export function livesHere({ person }: Given): Verdict {
  if (person === null) return { outcome: 'unknown', because: { phrase: because.officeChecks } }
  return person.standing === 'resident' ? { outcome: 'yes', because: { phrase: because.residentYes } } : { outcome: 'no', because: { phrase: because.residentNo } }
}

export function hasChildOfAge(given: Given): Verdict {
  const worked = workedOut(given)
  if (worked === null) return { outcome: 'unknown', because: { phrase: because.agesLater } }
  const count = worked.allowance.lines.filter(({ standing }) => standing === 'paid').length
  return count > 0 ? { outcome: 'yes', because: { phrase: because.agesYes, values: { count } } } : { outcome: 'no', because: { phrase: because.agesNo } }
}

/** The same key of the register, or the same name and birth date. */
export function namesNobodyTwice({ answers }: Given): Verdict {
  const people = [...peopleIn(answers.children, 'child'), ...peopleIn(answers.elders, 'elder')]
  if (people.length === 0) return { outcome: 'unknown', because: { phrase: because.agesLater } }
  const keyOf = ({ personId, name, birthDate }: PersonAnswer) => [personId, `${name.normalize('NFKC').replace(/\s/g, '')} ${birthDate}`]
  const twice = people.find((one, index) => people.slice(0, index).some((earlier) => keyOf(earlier).some((key) => key !== null && keyOf(one).includes(key))))
  return twice === undefined ? { outcome: 'yes', because: { phrase: because.onceYes } } : { outcome: 'no', because: { phrase: because.onceNo, values: { name: twice.name } } }
}

/** 生計を維持する程度の高い者 (第4条第3項). */
export function isHigherEarner({ answers }: Given): Verdict {
  if (answers['has-partner'] === undefined) return { outcome: 'unknown', because: { phrase: because.earnerLater } }
  if (answers['has-partner'] === false) return { outcome: 'yes', because: { phrase: because.earnerAlone } }
  if (answers['earns-more'] === undefined) return { outcome: 'unknown', because: { phrase: because.earnerLater } }
  return answers['earns-more'] === true ? { outcome: 'yes', because: { phrase: because.earnerYes } } : { outcome: 'no', because: { phrase: because.earnerNo } }
}

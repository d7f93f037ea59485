import { all, any, equals, not } from '#capabilities/applications/conditions.ts'
import type { Given } from '#capabilities/applications/model.ts'
import { procedure, type DocumentSlot, type FormPage, type Procedure, type ProcedureVersion, type Requirement } from '#capabilities/applications/procedure.ts'
import { grantAllowance } from '../actions.ts'
import { graceUntil } from '../rules/allowance.ts'
import { calculationOf, hasChildOfAge, isHigherEarner, livesHere, namesNobodyTwice, workedOut } from '../rules/explained.ts'
import { lookForOthers } from '../store/entitlements.ts'
import { because, words } from '../text/allowance-words.ts'

/** What everybody may send: photographs and PDFs. */
const PAPER = { kinds: ['jpeg', 'png', 'heic', 'pdf'], mostBytes: 10 * 1024 * 1024, mostFiles: 3 } as const

/** The claimant is a parent or guardian who lives in the city (児童手当法第4条・第7条). */
const you: FormPage = {
  key: 'you', title: words.you,
  fields: [
    { kind: 'registered', key: 'name', label: words.name, source: 'name' },
    { kind: 'registered', key: 'birth', label: words.birth, source: 'birth-date' },
    { kind: 'registered', key: 'address', label: words.address, source: 'address' },
    { kind: 'text', key: 'phone', label: words.phone, hint: words.phoneHint, input: 'tel', max: 20, pattern: /^[0-9０-９+\-‐－ー() ]{9,20}$/ },
    {
      kind: 'choice', key: 'work', label: words.work,
      choices: [{ value: 'employee', label: words.employee }, { value: 'own', label: words.own }, { value: 'servant', label: words.servant }, { value: 'none', label: words.none }],
    },
  ],
}

const event = { kind: 'date', key: 'event-on', label: words.eventOn, hint: words.eventHint, isPast: true } as const

const children: FormPage = {
  key: 'children', title: words.children, lead: words.childrenLead,
  fields: [
    { kind: 'group', key: 'children', label: words.children, itemTitle: words.child, most: 10, fields: [{ kind: 'person', key: 'child', label: words.which, among: 'children' }] },
    { kind: 'yes-no', key: 'apart', label: words.apart },
    { kind: 'yes-no', key: 'abroad', label: words.abroad },
    { kind: 'yes-no', key: 'has-elder', label: words.hasElder, hint: words.hasElderHint },
    { kind: 'group', key: 'elders', label: words.elders, itemTitle: words.elder, most: 6, show: equals('has-elder', true), fields: [{ kind: 'person', key: 'elder', label: words.which, among: 'adults' }] },
    { kind: 'consent', key: 'elder-confirm', label: words.elderConfirm, show: equals('has-elder', true) },
  ],
}

const partner: FormPage = {
  key: 'partner', title: words.partner,
  fields: [
    { kind: 'yes-no', key: 'has-partner', label: words.hasPartner },
    { kind: 'yes-no', key: 'earns-more', label: words.earnsMore, show: equals('has-partner', true) },
    { kind: 'yes-no', key: 'receives', label: words.receives, show: equals('has-partner', true) },
  ],
}

const payment: FormPage = {
  key: 'payment', title: words.payment,
  fields: [{ kind: 'bank', key: 'account', label: words.account }, { kind: 'consent', key: 'truth', label: words.truth }],
}

const bankBook: DocumentSlot = { key: 'bank-book', title: words.bankBook, hint: words.bankBookHint, isRequired: true, rules: PAPER }
const apartPaper: DocumentSlot = { key: 'apart', title: words.apartPaper, hint: words.apartPaperHint, isRequired: true, show: equals('apart', true), rules: PAPER }

const common: readonly Requirement[] = [
  { key: 'resident', title: because.resident, article: '児童手当法第7条第1項', judge: livesHere },
  { key: 'ages', title: because.ages, article: '児童手当法第3条第1項・第4条第1項', judge: hasChildOfAge },
  { key: 'once', title: because.once, article: '児童手当法第6条', judge: namesNobodyTwice },
  { key: 'abroad', title: because.abroad, article: '児童手当法第3条第1項', judge: equals('abroad', false) },
]

const forClaim: readonly Requirement[] = [
  ...common,
  { key: 'servant', title: because.servant, article: '児童手当法第17条', judge: not(equals('work', 'servant')) },
  { key: 'earner', title: because.earner, article: '児童手当法第4条第3項', judge: isHigherEarner },
  { key: 'single', title: because.single, article: '児童手当法第4条第3項', judge: any(equals('has-partner', false), all(equals('has-partner', true), equals('receives', false))) },
]

/** The rules since October 2024 (令和6年法律第47号): no limit of income, to 18, the third child by siblings to 22. */
const since2024: Omit<ProcedureVersion, 'pages' | 'documents' | 'requirements'> = {
  version: '2024-10',
  from: Temporal.PlainDate.from('2024-10-01'),
  officeDays: 15,
  deadline: deadlineOf,
  calculate: calculationOf,
  amountYen: (given: Given) => workedOut(given)?.allowance.yen ?? null,
  look: lookForOthers,
  deciders: [{ title: because.head, duty: 'applications-decider', isFourEyes: true }],
  reasons: [
    { key: 'met', outcome: 'approved', text: because.approved },
    { key: 'servant', outcome: 'refused', text: because.refusedServant },
    { key: 'earner', outcome: 'refused', text: because.refusedEarner },
    { key: 'no-child', outcome: 'refused', text: because.refusedChild },
    { key: 'elsewhere', outcome: 'refused', text: because.refusedElsewhere },
  ],
}

const terms = {
  legalBasis: '児童手当法', mayFile: 'resident-proven',
  // 児童手当法第23条: claims lapse after two years; the ledger's papers are kept five (市の文書規程の想定).
  retention: { years: 5, basis: '文書管理規程(想定)・児童手当法第23条' },
  onDecided: grantAllowance,
} as const satisfies Partial<Procedure>

export const allowanceClaim: Procedure = procedure({
  ...terms, key: 'childcare-procedures.allowance-claim', title: words.claim, summary: words.claimSummary, legalBasis: '児童手当法第7条・施行規則第1条の4',
  versions: [{
    ...since2024, requirements: forClaim, documents: [bankBook, apartPaper],
    pages: [
      you,
      { key: 'cause', title: words.cause, fields: [{ kind: 'choice', key: 'cause', label: words.cause, choices: [{ value: 'born', label: words.born }, { value: 'moved', label: words.moved }, { value: 'took', label: words.took }, { value: 'other', label: words.other }] }, event] },
      children, partner, payment,
    ],
  }],
})

export const allowanceChange: Procedure = procedure({
  ...terms, key: 'childcare-procedures.allowance-change', title: words.change, summary: words.changeSummary, legalBasis: '児童手当法第9条・施行規則第2条・第3条',
  versions: [{
    ...since2024, requirements: common, documents: [apartPaper],
    pages: [
      { ...you, fields: you.fields.filter(({ key }) => key !== 'work') },
      { key: 'cause', title: words.cause, fields: [{ kind: 'choice', key: 'cause', label: words.cause, choices: [{ value: 'born', label: words.born }, { value: 'took', label: words.took }, { value: 'left', label: words.left }] }, event] },
      children,
      { key: 'truth', title: words.payment, fields: [{ kind: 'consent', key: 'truth', label: words.truth }] },
    ],
  }],
})

function deadlineOf({ answers }: Given) {
  const day = answers['event-on']
  if (typeof day !== 'string' || answers.cause === 'left') return null
  return { until: graceUntil(Temporal.PlainDate.from(day)), because: { phrase: because.deadline }, article: '児童手当法第8条第3項・地方自治法第4条の2第4項' }
}

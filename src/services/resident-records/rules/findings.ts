/**
 * What stands in the way of an entry (a refusal), or what the clerk should look at once more (a warning). The article is
 * the rule it comes from, shown with it.
 */
export interface Finding {
  /** The field of the form that it is about. */
  readonly field: string
  readonly code: FindingCode
  readonly values?: Readonly<Record<string, string | number>>
  readonly article: string
}

export const REFUSALS = [
  'missing', 'too-long', 'no-such-day', 'not-a-choice', 'edge-spaces', 'not-katakana', 'in-future', 'after-notice', 'notice-in-future', 'too-far-ahead',
  'before-beginning', 'nobody-chosen', 'not-resident', 'unknown-person', 'already-resident', 'wrong-check-digit', 'unknown-number', 'same-person-twice', 'unknown-town',
  'other-address', 'own-household', 'household-without-head', 'two-heads', 'ask-relations-anew', 'born-after-entry', 'residence-needed', 'residence-over',
  'domicile-of-foreigner', 'nothing-changes', 'everybody-leaves', 'not-cancellable', 'stands-on-it', 'too-many-people', 'unknown-nationality',
] as const

export const WARNINGS = ['late', 'double-register', 'young-head', 'reaches-back', 'domicile-missing', 'kana-missing', 'birth-not-certain', 'not-by-themselves'] as const

export type FindingCode = (typeof REFUSALS)[number] | (typeof WARNINGS)[number]

/** 住民基本台帳法 unless another law is named. */
export const ARTICLES = {
  content: '住民基本台帳法第7条', names: '住民基本台帳法第7条第1号・第1号の2', birth: '住民基本台帳法第7条第2号', relationship: '住民基本台帳法第7条第4号', domicile: '住民基本台帳法第7条第5号',
  office: '住民基本台帳法第8条', oneRegister: '住民基本台帳法第5条・第6条', movingIn: '住民基本台帳法第22条第1項', movingWithin: '住民基本台帳法第23条', movingOut: '住民基本台帳法第24条', household: '住民基本台帳法第25条',
  proxy: '住民基本台帳法第26条・第27条', foreign: '住民基本台帳法第30条の45', fromAbroad: '住民基本台帳法第30条の46', birthNotice: '戸籍法第49条第1項', deathNotice: '戸籍法第86条第1項', koseki: '住民基本台帳法第9条第2項',
  correction: '住民基本台帳法施行令第12条', numbers: '団体の宛名番号の定め (ISO/IEC 7064 MOD 11,10)',
} as const

import type { CopiedPerson, RecordCopy } from '#capabilities/residents/record-copy.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { formatJapaneseDate } from '#kernel/values/era.ts'
import type { CertificateRequest, Option, PaperContent, PaperSection } from '../model.ts'

/** Numbers out of the vault, by person; only where they were chosen. */
export interface Numbers {
  readonly individual: ReadonlyMap<string, string>
  readonly residentCode: ReadonlyMap<string, string>
}

export interface PaperTerms {
  readonly request: Pick<CertificateRequest, 'kind' | 'people' | 'options'>
  readonly copy: RecordCopy
  readonly people: readonly CopiedPerson[]
  readonly numbers: Numbers
  readonly seal: PaperContent['seal'] & { readonly number: string } | null
}

/** What is printed, from one reading of the register. The words are the law's own, so they stand in Japanese alone. */
export function contentOf(terms: PaperTerms): PaperContent {
  const { kind, people, options } = terms.request
  switch (kind) {
    case 'resident-copy': {
      const whole = people.length === 0 ? '世帯全員' : '世帯の一部'
      return paper(terms, '住民票', `この写しは、${whole}の住民票の原本と相違ないことを証明する。`, options)
    }
    case 'record-certificate':
      return paper(terms, '住民票記載事項証明書', 'この証明書に記載した事項は、住民票に記載されている事項と相違ないことを証明する。', options)
    case 'seal-certificate':
      return sealPaper(terms)
    default:
      return assertNever(kind)
  }
}

function paper({ copy, people, numbers }: PaperTerms, title: string, certified: string, options: readonly Option[]): PaperContent {
  const head: PaperSection = { rows: [['住所', copy.household.address], ...(options.includes('relationship') ? [['世帯主', copy.household.headName] as const] : [])] }
  return { title, sections: [head, ...people.map((person) => sectionOf(person, options, numbers))], certified, seal: null }
}

function sectionOf(person: CopiedPerson, options: readonly Option[], numbers: Numbers): PaperSection {
  const has = (option: Option) => options.includes(option)
  const isForeign = person.nationality !== 'JP'
  const rows: (readonly [string, string])[] = [
    ['氏名', person.name],
    ['氏名の振り仮名', person.kana],
    ['旧氏', person.formerName],
    ['ローマ字氏名', isForeign ? person.alphabet : ''],
    ['通称', isForeign ? person.commonName : ''],
    ['生年月日', birthText(person)],
    ['性別', person.sex === 'female' ? '女' : person.sex === 'male' ? '男' : ''],
    ['続柄', has('relationship') ? person.relationship : ''],
    ['本籍', has('domicile') && !isForeign ? person.registeredDomicile : ''],
    ['筆頭者', has('domicile') && !isForeign ? person.domicileHead : ''],
    ['住民となった年月日', dayText(person.residentSince, isForeign)],
    ['住所を定めた年月日', dayText(person.addressSince, isForeign)],
    ['届出年月日', person.addressNotifiedOn === null ? '' : dayText(person.addressNotifiedOn, isForeign)],
    ['前住所', person.previousAddress],
    ...(isForeign ? foreignRows(person) : []),
    ['住民票コード', has('resident-code') ? (numbers.residentCode.get(person.id) ?? '') : ''],
    ['個人番号', has('individual-number') ? (numbers.individual.get(person.id) ?? '') : ''],
  ]
  return { rows: rows.filter(([, value]) => value !== '') }
}

/** 住民基本台帳法第30条の45. */
function foreignRows(person: CopiedPerson): (readonly [string, string])[] {
  return [
    ['国籍・地域', regions.of(person.nationality) ?? person.nationality],
    ['法第30条の45の区分', person.residenceCategory],
    ['在留資格', person.residenceStatus],
    ['在留期間', person.residencePeriod],
    ['在留期間の満了の日', person.residenceUntil === null ? '' : dayText(person.residenceUntil, true)],
  ]
}

const regions = new Intl.DisplayNames('ja', { type: 'region' })

function sealPaper({ people, copy, seal }: PaperTerms): PaperContent {
  const [person] = people
  if (person === undefined || seal === null) throw new RangeError('A seal certificate needs a person and a seal')
  const isForeign = person.nationality !== 'JP'
  const rows: (readonly [string, string])[] = [
    ['登録番号', seal.number], ['氏名', person.name], ['旧氏', person.formerName], ['通称', isForeign ? person.commonName : ''],
    ['生年月日', birthText(person)], ['住所', copy.household.address],
  ]
  return {
    title: '印鑑登録証明書', sections: [{ rows: rows.filter(([, value]) => value !== '') }],
    certified: 'この写しは、登録されている印影と相違ないことを証明する。', seal,
  }
}

/** Of some people only the month or the year of birth is known. */
function birthText({ birthDate, birthCertainty, nationality }: CopiedPerson): string {
  const whole = dayText(birthDate, nationality !== 'JP')
  if (birthCertainty === 'day') return whole
  return birthCertainty === 'month' ? whole.replace(/\d+日$/, '日不詳') : whole.replace(/\d+月\d+日$/, '月日不詳')
}

/** In the era for Japanese; in the common calendar for foreign residents (事務処理要領第2-1-(2)). */
function dayText(day: Temporal.PlainDate, isForeign: boolean): string {
  return isForeign ? `${day.year}年${day.month}月${day.day}日` : formatJapaneseDate(day)
}

import { assertNever } from '#kernel/values/assert-never.ts'
import type { Language, Phrase, Voice } from '#kernel/text/text.ts'
import type { FrameKind, Guide } from '../model.ts'
import { COLUMN_ENDINGS, DAYS_PREFIX, MOST_RESTS, type Cells } from '../rules/frame-cells.ts'
import { REST_RULES } from '../rules/rests.ts'
import { frameWords, REST_RULE_WORDS } from '../text/frame-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { said } from './guide-visit.ts'

/** A field of a part's form: one column of its cells. */
export interface PartField {
  readonly column: string
  readonly label: string
  readonly hint?: Phrase<never>
  readonly control: 'text' | 'lines' | 'date' | 'choice'
  readonly isRequired: boolean
  readonly language?: Language
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly emptyLabel?: string
}

/** Fields that belong together; four of them are one text in four languages. */
export interface FieldGroup {
  readonly heading: string
  readonly hint?: Phrase<never>
  readonly fields: readonly PartField[]
}

const LANGUAGE_NAMES: Readonly<Record<Language, Phrase<never>>> = {
  ja: staffWords.inJa, 'ja-x-yasashii': staffWords.inEasy, en: staffWords.inEn, pt: staffWords.inPt,
}

/** What a form of this kind asks for, in its order. */
export function fieldGroups(voice: Voice, kind: FrameKind, guide: Guide, cells: Cells): readonly FieldGroup[] {
  const label = (phrase: Phrase<never>) => voice.plain(phrase)
  const wording = (column: string, phrase: Phrase<never>, control: 'text' | 'lines' = 'text', isRequired = true): FieldGroup => ({
    heading: label(phrase),
    fields: COLUMN_ENDINGS.map(([language, ending]) => ({ column: column + ending, label: `${label(phrase)} (${label(LANGUAGE_NAMES[language])})`, control, isRequired, language })),
  })
  const choice = (column: string, phrase: Phrase<never>, choices: PartField['choices'], emptyLabel?: Phrase<never>): PartField => ({
    column, label: label(phrase), control: 'choice', isRequired: emptyLabel === undefined, choices: choices ?? [], ...(emptyLabel ? { emptyLabel: label(emptyLabel) } : {}),
  })
  const keyed = (list: readonly { readonly key: string; readonly name: Guide['classes'][number]['name'] }[]) => list.map(({ key, name }) => ({ value: key, label: said(name, voice.language) }))
  switch (kind) {
    case 'class':
      return [
        wording('name', staffWords.name), wording('how', frameWords.how, 'lines'),
        { heading: label(frameWords.colour), fields: [
          { column: 'colour', label: label(frameWords.colour), hint: frameWords.colourHint, control: 'text', isRequired: true },
          { ...choice('isCollected', frameWords.isCollected, [{ value: 'true', label: label(frameWords.yes) }, { value: 'false', label: label(frameWords.no) }]), hint: frameWords.collectedHint },
        ] },
      ]
    case 'danger':
      return [wording('title', frameWords.dangerTitle), wording('body', frameWords.dangerBody, 'lines')]
    case 'centre':
      return [
        wording('name', staffWords.name),
        { heading: label(frameWords.onHoliday), fields: [choice('onHoliday', frameWords.onHoliday, (['collect', ...REST_RULES] as const).map((rule) => ({ value: rule, label: label(REST_RULE_WORDS[rule]) })))] },
        ...restGroups(voice, cells),
      ]
    case 'district':
      return [wording('name', staffWords.name), districtGroup(voice, choice('centre', frameWords.centre, keyed(guide.centres), frameWords.noCentre)), daysGroup(voice, guide, cells)]
    case 'moved-day':
      return [
        { heading: label(frameWords.movedDays), fields: [
          { column: 'usualOn', label: label(frameWords.usualOn), control: 'date', isRequired: true },
          { column: 'insteadOn', label: label(frameWords.insteadOn), hint: frameWords.insteadHint, control: 'date', isRequired: false },
          choice('district', frameWords.forDistrict, keyed(guide.districts), frameWords.allDistricts),
          choice('class', staffWords.wasteClass, keyed(guide.classes.filter(({ isCollected }) => isCollected)), frameWords.allClasses),
        ] },
        wording('reason', frameWords.reason, 'text', false),
      ]
    default:
      return assertNever(kind)
  }
}

function districtGroup(voice: Voice, centre: PartField): FieldGroup {
  return {
    heading: voice.plain(frameWords.towns),
    fields: [
      { column: 'reading', label: voice.plain(staffWords.reading), hint: staffWords.readingHint, control: 'text', isRequired: true },
      { column: 'towns', label: voice.plain(frameWords.towns), hint: frameWords.townsHint, control: 'lines', isRequired: true },
      centre,
    ],
  }
}

/** Classes that are collected, and those whose days the district still carries. */
function daysGroup(voice: Voice, { classes }: Guide, cells: Cells): FieldGroup {
  const shown = classes.filter(({ key, isCollected }) => isCollected || (cells[DAYS_PREFIX + key] ?? '') !== '')
  return {
    heading: voice.plain(frameWords.districts), hint: frameWords.daysHint,
    fields: shown.map(({ key, name }) => ({
      column: DAYS_PREFIX + key, label: voice.plain(frameWords.daysOf, { name: said(name, voice.language) }), control: 'text', isRequired: false, language: 'ja',
    })),
  }
}

/** The rests that are there, and two to add. */
function restGroups(voice: Voice, cells: Cells): FieldGroup[] {
  const filled = Array.from({ length: MOST_RESTS }, (_, index) => index).filter((index) => (cells[`restFrom.${index}`] ?? cells[`restTo.${index}`] ?? '') !== '')
  const count = Math.min(MOST_RESTS, (filled.at(-1) ?? -1) + 3)
  return Array.from({ length: count }, (_, index): FieldGroup => {
    const heading = voice.plain(frameWords.rest, { number: index + 1 })
    const choices = REST_RULES.map((rule) => ({ value: rule, label: voice.plain(REST_RULE_WORDS[rule]) }))
    return {
      heading, hint: frameWords.restRuleHint,
      fields: [
        { column: `restFrom.${index}`, label: `${heading} ${voice.plain(frameWords.restFrom)}`, control: 'date', isRequired: false },
        { column: `restTo.${index}`, label: `${heading} ${voice.plain(frameWords.restTo)}`, control: 'date', isRequired: false },
        { column: `restRule.${index}`, label: `${heading} ${voice.plain(frameWords.restRule)}`, control: 'choice', isRequired: false, choices },
      ],
    }
  })
}

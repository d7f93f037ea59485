import { renderPanel } from '#design/card/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderButton } from '#design/button/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import type { EntryKind } from '../model.ts'
import { AMENDABLE_DAYS, KOSEKI_FIELDS, OFFICE_FIELDS, type AmendableField } from '../rules/amendments.ts'
import { MOST_ARRIVALS } from '../rules/arrivals.ts'
import { residentsOf, type KnownPerson } from '../rules/known.ts'
import { HOUSEHOLD_ACT_WORDS } from '../text/entry-words.ts'
import { CERTAINTY_WORDS, fieldWords, PERSON_LABELS, SEX_WORDS } from '../text/field-words.ts'
import { formWords as words, NOTIFIER_WORDS, PROOF_WORDS, WHERE_WORDS } from '../text/form-words.ts'
import type { EntryFields } from './entry-fields.ts'

/** The panels of an entry's form, as its kind asks for them. */
export function sectionsOf(fields: EntryFields, kind: EntryKind, today: Temporal.PlainDate): Html[] {
  const notice = noticeSection(fields, kind, today)
  switch (kind) {
    case 'in':
      return [notice, originSection(fields), addressSection(fields), joinsSection(fields), ...arrivalSections(fields)]
    case 'out':
      return [notice, membersSection(fields, words.whoLeaves, true), destinationSection(fields)]
    case 'move':
      return [notice, membersSection(fields, words.whoMoves, true), addressSection(fields), joinsSection(fields)]
    case 'household':
      return [notice, actSection(fields), membersSection(fields, words.whoChanges), joinsSection(fields)]
    case 'birth':
      return [notice, childSection(fields)]
    case 'death':
      return [notice, membersSection(fields, words.whoDied)]
    case 'koseki':
      return [notice, amendSection(fields, KOSEKI_FIELDS)]
    case 'official':
      return [notice, ...officialSections(fields)]
    case 'correction':
      return [notice, amendSection(fields, OFFICE_FIELDS)]
    case 'cancel':
      return [notice]
    default:
      return assertNever(kind)
  }
}

function noticeSection(fields: EntryFields, kind: EntryKind, today: Temporal.PlainDate): Html {
  const dayLabel = { in: words.movedInOn, out: words.leavesOn, move: words.movedOn, birth: words.bornOn, death: words.diedOn } as Partial<Record<EntryKind, typeof words.occurredOn>>
  const days = kind === 'cancel' ? [] : [fields.text('occurredOn', dayLabel[kind] ?? words.occurredOn, { hint: kind === 'out' ? words.mayLieAhead : words.dayHint, isRequired: true, width: 'medium' })]
  const isOffice = kind === 'official' || kind === 'correction' || kind === 'cancel'
  const who = isOffice ? [] : [fields.pairs([fields.choice('notifierKind', words.notifierKind, NOTIFIER_WORDS, 'self'), fields.text('notifier', words.notifier, { hint: words.notifierHint })]), fields.select('proof', fields.voice.say(words.proof), Object.entries(PROOF_WORDS).map(([value, label]) => ({ value, label: fields.voice.plain(label) })), { fallback: 'card' })]
  const notifiedOn = fields.text('notifiedOn', isOffice ? words.knownOn : words.notifiedOn, { isRequired: true, width: 'medium', fallback: today.toString() })
  const note = fields.text('note', kind === 'cancel' ? words.cancelReason : words.note, { isLong: true, isRequired: kind === 'cancel' })
  return renderPanel({ heading: fields.voice.say(words.noticeHeading), body: renderStack({ parts: [fields.pairs([...days, notifiedOn]), ...who, note] }) })
}

function originSection(fields: EntryFields): Html {
  const parts = [fields.choice('where', words.fromWhere, WHERE_WORDS, 'japan'), fields.pairs([fields.text('previousAddress', fieldWords.previousAddress, { hint: words.previousAddressHint }), fields.text('previousHead', words.previousHead)])]
  return renderPanel({ heading: fields.voice.say(words.originHeading), body: renderStack({ parts }) })
}

function destinationSection(fields: EntryFields): Html {
  const parts = [fields.choice('where', words.toWhere, WHERE_WORDS, 'japan'), fields.text('movedTo', fieldWords.movedTo, { isRequired: true, hint: words.movedToHint })]
  return renderPanel({ heading: fields.voice.say(words.destinationHeading), body: renderStack({ parts }) })
}

function addressSection(fields: EntryFields): Html {
  const towns = [...fields.known.towns.keys()].map((name) => ({ value: name, label: name }))
  const parts = [
    fields.pairs([fields.select('town', fields.voice.say(fieldWords.town), towns), fields.text('addressNumber', fieldWords.addressNumber, { isRequired: true, hint: words.numberHint })]),
    fields.text('building', fieldWords.building, { hint: words.buildingHint }),
  ]
  return renderPanel({ heading: fields.voice.say(words.addressHeading), body: renderStack({ parts }) })
}

function joinsSection(fields: EntryFields): Html {
  return renderPanel({ heading: fields.voice.say(words.joinsHeading), body: fields.text('joins', words.joins, { hint: words.joinsHint, width: 'medium' }) })
}

function actSection(fields: EntryFields): Html {
  return renderPanel({ heading: fields.voice.say(words.actHeading), body: fields.choice('act', words.act, HOUSEHOLD_ACT_WORDS, 'split') })
}

/** Everybody in the household: whom the entry is about, and what each is to the head of the household they will live in. */
function membersSection(fields: EntryFields, legend: typeof words.whoMoves, isWhole = false): Html {
  const { voice, known } = fields
  const members = known.household === null ? [] : residentsOf(known, known.household.id)
  if (members.length === 0) return renderPanel({ heading: voice.say(legend), body: html`<p>${voice.say(words.nobodyThere)}</p>` })
  // Whoever comes from a person's page means that person; of a household, a move or a departure means everybody.
  const chosen = fields.typed.person ?? ''
  const rows = members.map((member) => memberRow(fields, member, chosen === '' ? isWhole : chosen === member.id))
  return renderPanel({ heading: voice.say(legend), body: renderStack({ parts: [html`<p class="field-hint">${voice.say(words.relationsHint)}</p>`, ...rows, fields.tick('relationsChecked', voice.say(words.relationsChecked))] }) })
}

function memberRow(fields: EntryFields, { id, registration }: KnownPerson, isTicked: boolean): Html {
  const { name, birthDate, relationship } = registration
  const label = html`${name} <span class="field-hint">${birthDate.toString()}</span>`
  return fields.pairs([fields.tick(`who.${id}`, label, isTicked), fields.relation(`relation.${id}`, html`${fields.voice.say(fieldWords.relationship)} – ${name}`, relationship)])
}

/** As many as are filled in, and one more; without scripts too, by a button that asks for the form again. */
function arrivalSections(fields: EntryFields): Html[] {
  const asked = Number(fields.typed.arrivals ?? '1')
  const filled = Array.from({ length: MOST_ARRIVALS }, (_, index) => index).findLast((index) => (fields.typed[`arrival${index}.name`] ?? '') !== '') ?? 0
  const count = Math.min(MOST_ARRIVALS, Math.max(Number.isSafeInteger(asked) ? asked : 1, filled + 1))
  const panels = Array.from({ length: count }, (_, index) => arrivalSection(fields, index))
  const more = count < MOST_ARRIVALS ? html`<p>${renderButton({ label: fields.voice.say(words.oneMore), kind: 'secondary', icon: 'plus', name: 'arrivals', value: String(count + 1) })}</p>` : nothing
  return [...panels, more]
}

function arrivalSection(fields: EntryFields, index: number): Html {
  const { voice } = fields
  const own = (field: string) => `arrival${index}.${field}`
  const parts = [
    fields.pairs([fields.text(own('name'), fieldWords.name, { isRequired: true, hint: words.nameHint }), fields.text(own('kana'), fieldWords.kana)]),
    fields.pairs([fields.choice(own('sex'), fieldWords.sex, SEX_WORDS), fields.text(own('birthDate'), fieldWords.birthDate, { isRequired: true, hint: words.dayHint })]),
    fields.pairs([fields.relation(own('relation'), voice.say(fieldWords.relationship), index === 0 ? '世帯主' : ''), fields.text(own('nationality'), fieldWords.nationality, { hint: words.nationalityHint, width: 'short', fallback: 'JP' })]),
    fields.pairs([fields.text(own('registeredDomicile'), fieldWords.registeredDomicile), fields.text(own('domicileHead'), fieldWords.domicileHead)]),
    html`<details${isForeign(fields, index) && html` open`}><summary>${voice.say(words.foreignHeading)}</summary>${renderStack({ parts: [
      fields.pairs([fields.text(own('alphabet'), fieldWords.alphabet), fields.text(own('residenceCategory'), fieldWords.residenceCategory, { hint: words.categoryHint })]),
      fields.pairs([fields.text(own('commonName'), fieldWords.commonName), fields.text(own('commonKana'), fieldWords.commonKana)]),
      fields.pairs([fields.text(own('residenceStatus'), fieldWords.residenceStatus), fields.text(own('residencePeriod'), fieldWords.residencePeriod)]),
      fields.text(own('residenceUntil'), fieldWords.residenceUntil, { width: 'medium' }),
    ] })}</details>`,
    html`<details${(fields.typed[own('number')] ?? '') !== '' && html` open`}><summary>${voice.say(words.moreHeading)}</summary>${renderStack({ parts: [
      fields.text(own('number'), fieldWords.addresseeNumber, { hint: words.returningHint, width: 'medium' }),
      fields.pairs([fields.text(own('formerName'), fieldWords.formerName), fields.text(own('formerKana'), fieldWords.formerKana)]),
      fields.choice(own('birthCertainty'), fieldWords.birthCertainty, CERTAINTY_WORDS, 'day'),
    ] })}</details>`,
  ]
  return renderPanel({ heading: voice.say(words.person, { number: index + 1 }), body: renderStack({ parts }) })
}

function isForeign({ typed }: EntryFields, index: number): boolean {
  return (typed[`arrival${index}.nationality`] ?? 'JP') !== 'JP' || (typed[`arrival${index}.residenceCategory`] ?? '') !== ''
}

function childSection(fields: EntryFields): Html {
  const parts = [
    fields.pairs([fields.text('arrival0.name', fieldWords.name, { isRequired: true, hint: words.nameHint }), fields.text('arrival0.kana', fieldWords.kana)]),
    fields.pairs([fields.choice('arrival0.sex', fieldWords.sex, SEX_WORDS), fields.relation('arrival0.relation', fields.voice.say(fieldWords.relationship), '子')]),
    fields.pairs([fields.text('arrival0.registeredDomicile', fieldWords.registeredDomicile), fields.text('arrival0.domicileHead', fieldWords.domicileHead)]),
    fields.pairs([fields.text('arrival0.nationality', fieldWords.nationality, { hint: words.nationalityHint, width: 'short', fallback: 'JP' }), fields.text('arrival0.residenceCategory', fieldWords.residenceCategory, { hint: words.categoryHint })]),
  ]
  return renderPanel({ heading: fields.voice.say(words.child), body: renderStack({ parts }) })
}

function officialSections(fields: EntryFields): Html[] {
  const act = fields.typed.act ?? 'amend'
  if (act === 'record') return [originSection(fields), addressSection(fields), joinsSection(fields), ...arrivalSections(fields)]
  if (act === 'remove') return [renderPanel({ heading: fields.voice.say(words.causeHeading), body: fields.text('cause', fieldWords.endedCause, { isRequired: true, hint: words.causeHint }) }), membersSection(fields, words.whoIsRemoved)]
  return [amendSection(fields, OFFICE_FIELDS)]
}

/** Everything that may be amended, as it stands; what is typed over it is the amendment. */
function amendSection(fields: EntryFields, names: readonly AmendableField[]): Html {
  const person = fields.known.people.get(fields.typed.person ?? '')
  if (person === undefined) return html`<p>${fields.voice.say(words.nobodyThere)}</p>`
  const controls = names.map((name) => amendField(fields, person, name))
  const rows = Array.from({ length: Math.ceil(controls.length / 2) }, (_, index) => fields.pairs(controls.slice(index * 2, index * 2 + 2)))
  return renderPanel({ heading: person.registration.name, body: renderStack({ parts: [html`<p class="field-hint">${fields.voice.say(words.amendHint)}</p>`, ...rows] }) })
}

function amendField(fields: EntryFields, { registration }: KnownPerson, name: AmendableField): Html {
  const label = PERSON_LABELS[name] ?? fieldWords.name
  const fallback = String(registration[name] ?? '')
  if (name === 'sex') return fields.choice('set.sex', label, SEX_WORDS, fallback)
  if (name === 'relationship') return fields.relation('set.relationship', fields.voice.say(label), fallback)
  return fields.text(`set.${name}`, label, { fallback, ...((AMENDABLE_DAYS as readonly string[]).includes(name) ? { hint: words.dayHint } : {}) })
}

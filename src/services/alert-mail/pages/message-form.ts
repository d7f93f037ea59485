import { composeTexts } from '#capabilities/phrasebook/phrasebook.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { typedTexts } from '../forms/text-fields.ts'
import type { Message, School, SchoolClass } from '../model.ts'
import { SCHOOL_PHRASES } from '../rules/phrases.ts'
import { classTitle, gradeTitle, schoolYearOf } from '../rules/school-year.ts'
import { typedOf } from '../rules/sentences.ts'
import { findMessage } from '../store/messages.ts'
import { listClasses } from '../store/schools.ts'
import { alertWords } from '../text/alert-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { keptSchool, schoolCrumbs, schoolPath } from './school-visit.ts'
import { errorFor, renderProblems, renderTextBoxes, typedText, type FormStand } from './text-boxes.ts'

export async function showNewMessage(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const { query, tx } = visit
  const choice = SCHOOL_PHRASES.find(({ key }) => key === query.phrase)
  const composed = choice === undefined ? undefined : await composeTexts(tx, { key: choice.key, slots: {} })
  const typed = { target: 'school', urgency: '0', asksReceipt: 'yes', ...(composed === undefined ? {} : typedTexts(typedOf(composed.texts))) }
  return showMessageForm(visit, school, { typed, problems: {} }, undefined)
}

export async function showEditMessage(visit: Visit): Promise<Answer> {
  const school = await keptSchool(visit)
  const message = await findMessage(visit.tx, visit.params.message ?? '')
  if (message?.schoolKey !== school.key || message.state !== 'draft') throw new Fault('not-found', 'there is no such draft')
  const { target, level, asksReceipt, isDrill, texts } = message
  const typed = { target, urgency: String(level), asksReceipt: asksReceipt ? 'yes' : '', isDrill: isDrill ? 'yes' : '', ...typedTexts(typedOf(texts)) }
  return showMessageForm(visit, school, { typed, problems: {} }, message)
}

export async function showMessageForm(visit: Visit, school: School, stand: FormStand, before: Message | undefined): Promise<Answer> {
  const { voice, tx } = visit
  const classes = await listClasses(tx, school.key, schoolYearOf(tx.today))
  const title = before === undefined ? words.newMessage : alertWords.edit
  const action = before === undefined ? schoolPath(school, '/messages/new') : schoolPath(school, `/messages/${before.id}/edit`)
  const main = html`${renderPageTitle({ title: voice.say(title), kicker: voice.say(school.name) })}
    ${renderProblems(voice, stand.problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        before === undefined ? renderPhrases(visit, school) : nothing,
        renderForm({
          voice, action, csrfToken: visit.formToken(),
          body: html`${renderAddress(visit, school, classes, stand)}<p>${voice.say(alertWords.otherLanguages)}</p>${renderTextBoxes(voice, stand)}`,
          buttons: renderButton({ label: voice.say(alertWords.save) }),
        }),
      ],
    })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(title), main, area: 'staff', status, crumbs: schoolCrumbs(voice, school) })
}

function renderPhrases({ voice, query }: Visit, school: School): Html {
  return renderPanel({
    heading: voice.say(alertWords.fromPhrase),
    body: renderForm({
      voice, method: 'get', action: schoolPath(school, '/messages/new'),
      body: renderField({ voice, kind: 'select', name: 'phrase', idPrefix: 'phrase', label: voice.say(alertWords.phrase), isRequired: true, value: query.phrase ?? '', choices: SCHOOL_PHRASES.map(({ key, title }) => ({ value: key, label: voice.plain(title) })) }),
      buttons: renderButton({ label: voice.say(alertWords.fill), kind: 'secondary' }),
    }),
  })
}

function renderAddress({ voice }: Visit, school: School, classes: readonly SchoolClass[], { typed, problems }: FormStand): Html {
  const choices = [
    { value: 'school', label: voice.plain(words.wholeSchool) },
    ...[...new Set(classes.map(({ grade }) => grade))].map((grade) => ({ value: `grade:${grade}`, label: gradeTitle(school.kind, grade) })),
    ...classes.map((one) => ({ value: `class:${one.id}`, label: classTitle(school.kind, one) })),
  ]
  return html`${renderField({ voice, kind: 'select', name: 'target', label: voice.say(words.target), isRequired: true, value: typedText(typed, 'target'), choices, ...errorFor(voice, problems, 'target') })}
    ${renderField({ voice, kind: 'radios', name: 'urgency', label: voice.say(alertWords.urgency), isRequired: true, value: typedText(typed, 'urgency'), choices: [{ value: '0', label: voice.say(alertWords.ordinary), hint: voice.say(alertWords.ordinaryHint) }, { value: '4', label: voice.say(alertWords.emergency), hint: voice.say(alertWords.emergencyHint) }], ...errorFor(voice, problems, 'urgency') })}
    ${renderField({ voice, kind: 'checkbox', name: 'asksReceipt', label: voice.say(words.asksReceipt), isRequired: false, isTagHidden: true, isChecked: typedText(typed, 'asksReceipt') !== '' })}
    ${renderField({ voice, kind: 'checkbox', name: 'isDrill', label: voice.say(alertWords.drill), isRequired: false, isTagHidden: true, isChecked: typedText(typed, 'isDrill') !== '' })}`
}

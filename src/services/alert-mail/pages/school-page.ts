import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderCards, renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Message, School, SchoolClass } from '../model.ts'
import { classTitle, gradesOf, gradeTitle, schoolYearOf } from '../rules/school-year.ts'
import { countByClass, type ClassCount } from '../store/guardians.ts'
import { listMessages } from '../store/messages.ts'
import { listClasses, listKeptSchools } from '../store/schools.ts'
import { alertWords } from '../text/alert-words.ts'
import { schoolWords as words } from '../text/school-words.ts'
import { serviceWords } from '../text/service-words.ts'
import { renderMarks, timeText, titleOf } from './alert-frame.ts'
import { keptSchool, schoolCrumbs, schoolPath } from './school-visit.ts'
import { errorFor, renderProblems, typedText, type FormStand } from './text-boxes.ts'

/** The schools that the person keeps. */
export async function showSchoolDesk(visit: Visit): Promise<Answer> {
  const { voice, tx, actor } = visit
  const schools = await listKeptSchools(tx, actor.id)
  const main = html`${renderPageTitle({ title: voice.say(serviceWords.schoolDesk), lead: voice.say(serviceWords.schoolDeskSummary) })}
    ${schools.length === 0
      ? renderEmpty({ icon: 'school', title: voice.say(words.noSchools), body: voice.say(words.noSchoolsBody) })
      : renderCards({ level: 2, cards: schools.map((school) => ({ href: schoolPath(school), title: voice.say(school.name), icon: 'school', body: school.town })) })}`
  return shown({ title: voice.plain(serviceWords.schoolDesk), main, area: 'staff' })
}

export async function showSchool(visit: Visit): Promise<Answer> {
  return showSchoolPage(visit, await keptSchool(visit), { typed: {}, problems: {} })
}

/** One school: its classes this year, and its messages. */
export async function showSchoolPage(visit: Visit, school: School, stand: FormStand): Promise<Answer> {
  const { voice, tx } = visit
  const year = schoolYearOf(tx.today)
  const classes = await listClasses(tx, school.key, year)
  const counts = await countByClass(tx, classes.map(({ id }) => id))
  const actions = html`${renderLinkButton({ href: schoolPath(school, '/messages/new'), label: voice.say(words.newMessage), icon: 'mail' })}
    ${renderLinkButton({ href: schoolPath(school, '/import'), label: voice.say(words.importList), kind: 'secondary', icon: 'upload' })}
    ${renderLinkButton({ href: schoolPath(school, '/promotion'), label: voice.say(words.promotion), kind: 'secondary', icon: 'calendar' })}`
  const main = html`${renderPageTitle({ title: voice.say(school.name), kicker: voice.say(words.year, { year: String(year) }), actions })}
    ${renderProblems(voice, stand.problems)}
    ${renderStack({
      gap: 'large',
      parts: [
        renderSection({
          heading: voice.say(words.classes),
          actions: classes.length === 0 ? nothing : html`<a href="${schoolPath(school, '/list.xlsx')}">${voice.say(words.exportXlsx)}</a> <a href="${schoolPath(school, '/list.csv')}">${voice.say(words.exportCsv)}</a>`,
          body: html`${classes.length === 0 ? renderEmpty({ icon: 'people', title: voice.say(words.noClasses), body: voice.say(words.noClassesBody) }) : renderClasses(visit, school, classes, counts)}
            ${renderAddClass(visit, school, stand)}`,
        }),
        renderSection({ heading: voice.say(words.messages), body: renderMessages(visit, school, await listMessages(tx, school.key)) }),
      ],
    })}`
  const status = Object.keys(stand.problems).length > 0 ? 422 : 200
  return shown({ title: voice.plain(school.name), main, area: 'staff', status, crumbs: schoolCrumbs(voice) })
}

function renderClasses({ voice }: Visit, school: School, classes: readonly SchoolClass[], counts: readonly ClassCount[]): Html {
  const count = (classId: string, state: string) => counts.find((one) => one.classId === classId && one.state === state)?.count ?? 0
  return renderTable({
    caption: voice.say(words.classes), isCaptionHidden: true,
    columns: [{ heading: voice.say(words.class) }, { heading: voice.say(words.confirmed), isNumeric: true }, { heading: voice.say(words.invited), isNumeric: true }],
    rows: classes.map((one) => [html`<a href="${schoolPath(school, `/classes/${one.id}`)}">${classTitle(school.kind, one)}</a>`, voice.number(count(one.id, 'confirmed')), voice.number(count(one.id, 'invited'))]),
  })
}

function renderAddClass({ voice, formToken }: Visit, school: School, { typed, problems }: FormStand): Html {
  return renderPanel({
    heading: voice.say(words.addClass), level: 3,
    body: renderForm({
      voice, action: schoolPath(school, '/classes'), csrfToken: formToken(),
      body: html`${renderField({ voice, kind: 'select', name: 'grade', label: voice.say(words.grade), isRequired: true, value: typedText(typed, 'grade'), choices: gradesOf(school.kind).map((grade) => ({ value: String(grade), label: gradeTitle(school.kind, grade) })), ...errorFor(voice, problems, 'grade') })}
        ${renderField({ voice, kind: 'text', name: 'name', label: voice.say(words.className), isRequired: true, width: 'short', value: typedText(typed, 'name'), ...errorFor(voice, problems, 'name') })}`,
      buttons: renderButton({ label: voice.say(words.addClass), kind: 'secondary' }),
    }),
  })
}

function renderMessages({ voice }: Visit, school: School, messages: readonly Message[]): Html {
  if (messages.length === 0) return renderEmpty({ icon: 'mail', title: voice.say(words.noMessages) })
  return renderTable({
    caption: voice.say(words.messages), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(alertWords.titleField), width: 'wide' }, { heading: voice.say(alertWords.state) }, { heading: voice.say(alertWords.who) }, { heading: voice.say(alertWords.when), width: 'narrow' }],
    rows: messages.map((message) => [html`<a href="${schoolPath(school, `/messages/${message.id}`)}">${titleOf(voice, message)}</a>`, renderMarks(voice, message), message.writtenByName, timeText(voice, message.sentAt ?? message.changedAt)]),
  })
}

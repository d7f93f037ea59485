import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { hashOf } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { findStaffVisit, type StaffVisit } from '../actions/staff-visit.ts'
import { QUESTION_REASONS, type QuestionKind } from '../rules/question-reasons.ts'
import { listOpenQuestions, type OpenQuestion } from '../store/open-questions.ts'
import { planWords } from '../text/plan-words.ts'
import { staffWords } from '../text/staff-words.ts'
import { deskCrumb, showNoPlanForStaff } from './staff-frame.ts'

/** Questions on one page; when they are settled the next ones come. */
const QUESTIONS_SHOWN = 50

/** Places that an import left unanswered: the proposal stands in the plan until somebody looks. */
export async function showQuestions(visit: Visit): Promise<Answer> {
  const found = await findStaffVisit(visit)
  if (found === undefined) return showNoPlanForStaff(visit)
  const { voice } = visit
  const questions = await listOpenQuestions(visit.tx, found.plan.key)
  const main = html`${renderPageTitle({
    kicker: found.tongue.named('plan/title', found.plan.title),
    title: voice.say(staffWords.checkQuestions),
    lead: voice.say(staffWords.questionsLead),
  })}
  ${
    questions.length === 0
      ? renderEmpty({ title: voice.say(staffWords.checkOk), icon: 'check-circle' })
      : html`<p>${voice.say(staffWords.places, { count: questions.length })}</p>
          ${questions.slice(0, QUESTIONS_SHOWN).map((question) => renderQuestion(visit, found, question))}`
  }`
  return shown({ title: voice.plain(staffWords.checkQuestions), main, area: 'staff', crumbs: [deskCrumb(found)] })
}

function renderQuestion(visit: Visit, found: StaffVisit, question: OpenQuestion): Html {
  const { voice } = visit
  const { tongue, links, year, plan } = found
  const { row, column, read, proposed, projectKey } = question
  const text = (value: string) => (value === '' ? voice.say(planWords.blank) : tongue.japanese(value))
  const settle = renderForm({
    voice,
    action: '/staff/plan/questions',
    csrfToken: visit.formToken(),
    hidden: { plan: plan.key, year: String(year), question: question.question },
    body: nothing,
    buttons: html`${renderButton({ label: voice.say(staffWords.settle), kind: 'secondary', icon: 'check' })}
      ${renderLinkButton({ href: links.sheet(projectKey, year), kind: 'link', label: voice.say(staffWords.sheet) })}`,
  })
  return renderPanel({
    heading: html`${tongue.japanese(row)} ${tongue.japanese(column)}`,
    id: `question-${hashOf(question.question)}`,
    body: html`<p>${reasonOf(visit, question)}</p>
      ${renderFactsList({
        facts: [
          { term: voice.say(staffWords.readInFile), description: text(read) },
          { term: voice.say(staffWords.standsInPlan), description: text(proposed) },
        ],
      })}
      ${found.mayEdit(projectKey) ? settle : nothing}`,
  })
}

function reasonOf({ voice }: Visit, { kind, values }: OpenQuestion): Html {
  const phrase = QUESTION_REASONS[kind as QuestionKind]
  return phrase === undefined ? html`${kind}` : voice.say(phrase, values)
}

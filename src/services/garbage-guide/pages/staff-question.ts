import { renderButton, renderLinkButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { renderTabs } from '#design/tabs-as-links/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Submission, Visit } from '#kernel/web/visit.ts'
import { GUIDE_LIMITS } from '../forms.ts'
import { sortByReading } from '../rules/fifty-sounds.ts'
import { countAddresses, findQuestion, listQuestions, QUESTION_STATES, type Question, type QuestionState } from '../store/questions.ts'
import { staffWords } from '../text/staff-words.ts'
import { guideVisit, type GuideVisit } from './guide-visit.ts'
import { renderMinute, staffCrumb } from './staff-frame.ts'

const QUESTIONS_SHOWN = 200

const STATE_WORDS: Readonly<Record<QuestionState, Phrase<never>>> = {
  open: staffWords.stateOpen, answered: staffWords.stateAnswered, declined: staffWords.stateDeclined,
}

/** What residents asked, by state; of the open ones the most asked first. */
export async function showQuestions(visit: Visit): Promise<Answer> {
  const { voice, query, tx } = visit
  const state = QUESTION_STATES.find((one) => one === query.state) ?? 'open'
  const questions = await listQuestions(tx, state, QUESTIONS_SHOWN)
  const main = html`${renderPageTitle({ title: voice.say(staffWords.questions) })}
    ${renderTabs({
      label: voice.plain(staffWords.state),
      tabs: QUESTION_STATES.map((one) => ({ href: `/staff/garbage/questions?state=${one}`, label: voice.say(STATE_WORDS[one]), isCurrent: one === state })),
    })}
    ${questions.length === 0 ? renderEmpty({ icon: 'question', title: voice.say(staffWords.noQuestions) }) : renderTable({
      caption: voice.say(staffWords.questions),
      isCaptionHidden: true,
      columns: [{ heading: voice.say(staffWords.question) }, { heading: voice.say(staffWords.timesAsked), isNumeric: true }, { heading: voice.say(staffWords.askedAt), width: 'narrow' }, { heading: voice.say(staffWords.state) }],
      isCardsOnPhone: true,
      rows: questions.map((one) => [
        html`<a href="/staff/garbage/questions/${one.id}">${one.word}</a>`,
        voice.number(one.timesAsked),
        renderMinute(one.lastAskedAt),
        voice.say(STATE_WORDS[one.state]),
      ]),
    })}`
  return shown({ title: voice.plain(staffWords.questions), main, area: 'staff', crumbs: [staffCrumb(voice)] })
}

export async function showQuestion(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? ''
  const question = /^[0-9a-f-]{36}$/.test(id) ? await findQuestion(visit.tx, id) : undefined
  if (question === undefined) throw new Fault('not-found', 'there is no such question')
  return questionPage(visit, question, {})
}

/** The page again, with what is wrong under its field. */
export async function showQuestionAgain(visit: Submission<unknown>, question: Question, problems: Readonly<Record<string, Phrase<never>>>): Promise<Answer> {
  const page = await questionPage(visit, question, problems)
  return page.kind === 'page' ? { ...page, status: 422 } : page
}

async function questionPage(visit: Visit, question: Question, problems: Readonly<Record<string, Phrase<never>>>): Promise<Answer> {
  const { voice, tx } = visit
  const given = await guideVisit(visit)
  const waiting = await countAddresses(tx, question.id)
  const main = html`${renderPageTitle({ title: question.word, kicker: voice.say(staffWords.question) })}
    ${renderStack({
      parts: [
        renderFactsList({
          facts: [
            { term: voice.say(staffWords.state), description: voice.say(STATE_WORDS[question.state]) },
            { term: voice.say(staffWords.timesAsked), description: voice.number(question.timesAsked) },
            { term: voice.say(staffWords.askedAt), description: renderMinute(question.lastAskedAt) },
            ...(waiting === 0 ? [] : [{ term: voice.say(staffWords.reply), description: voice.say(staffWords.wantLetters, { count: waiting }) }]),
            ...(question.itemKey === null ? [] : [{ term: voice.say(staffWords.itemKey), description: html`<a href="/staff/garbage/items/${question.itemKey}">${question.itemKey}</a>` }]),
            ...(question.reply === null ? [] : [{ term: voice.say(staffWords.reply), description: question.reply }]),
          ],
        }),
        question.state === 'open' ? renderAnswers(given, question, problems) : nothing,
      ],
      gap: 'large',
    })}`
  return shown({
    title: question.word, main, area: 'staff',
    crumbs: [staffCrumb(voice), { href: '/staff/garbage/questions', label: voice.say(staffWords.questions) }],
  })
}

function renderAnswers({ voice, guide, visit, copy }: GuideVisit, { id }: Question, problems: Readonly<Record<string, Phrase<never>>>): Html {
  const errorOf = (name: string) => (problems[name] === undefined ? {} : { error: voice.say(problems[name]) })
  const choices = copy.remember('choices', () => sortByReading(guide.items).map(({ key, name, reading }) => ({ value: key, label: `${name.ja} (${reading})` })))
  const csrfToken = visit.formToken()
  return renderStack({
    parts: [
      renderPanel({
        heading: voice.say(staffWords.answerNew),
        body: renderLinkButton({ href: `/staff/garbage/items/new?question=${id}`, label: voice.say(staffWords.answerNew), icon: 'plus' }),
      }),
      renderPanel({
        heading: voice.say(staffWords.answerAlias),
        body: renderForm({
          voice, action: `/staff/garbage/questions/${id}/alias`, csrfToken,
          body: renderField({ voice, kind: 'select', name: 'item', label: voice.say(staffWords.itemKey), choices, isRequired: true, ...errorOf('item') }),
          buttons: renderButton({ label: voice.say(staffWords.answerAlias), kind: 'secondary' }),
        }),
      }),
      renderPanel({
        heading: voice.say(staffWords.answerReply),
        body: renderForm({
          voice, action: `/staff/garbage/questions/${id}/reply`, csrfToken,
          body: renderField({ voice, kind: 'textarea', name: 'reply', label: voice.say(staffWords.reply), hint: voice.say(staffWords.replyHint), isRequired: true, limit: GUIDE_LIMITS.reply, ...errorOf('reply') }),
          buttons: renderButton({ label: voice.say(staffWords.answerReply), kind: 'secondary' }),
        }),
      }),
    ],
  })
}

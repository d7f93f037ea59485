import { renderNotice } from '#design/notice/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { TemplateProblem } from '../rules/template-problems.ts'
import { EASY_WORDS, PROBLEM_WORDS } from '../text/problem-words.ts'
import { LANGUAGE_NAMES, staffWords } from '../text/staff-words.ts'

/** What must be mended before approval, and what its writer may weigh, each with its place. */
export function renderProblems(voice: Voice, problems: readonly TemplateProblem[]): Html {
  const must = problems.filter(({ weight }) => weight === 'refused')
  const may = problems.filter(({ weight }) => weight === 'advice')
  if (problems.length === 0) return renderNotice({ voice, kind: 'success', title: voice.say(staffWords.checkedFine), body: html`<p>${voice.say(staffWords.checkedFineBody)}</p>` })
  return html`${must.length === 0 ? nothing : renderNotice({ voice, kind: 'error', title: voice.say(staffWords.mustMend, { count: must.length }), body: renderList(voice, must) })}
    ${may.length === 0 ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(staffWords.mayMend, { count: may.length }), body: renderList(voice, may) })}`
}

function renderList(voice: Voice, problems: readonly TemplateProblem[]): Html {
  return html`<ul>${problems.map((problem) => html`<li>${lineName(voice, problem.line)}${problem.language === null ? nothing : html` (${voice.say(LANGUAGE_NAMES[problem.language])})`}: ${sayProblem(voice, problem)}</li>`)}</ul>`
}

export function lineName(voice: Voice, line: number): Html {
  return line === 0 ? voice.say(staffWords.titleLine) : voice.say(staffWords.sentence, { number: line })
}

export function sayProblem(voice: Voice, { kind, read, instead }: TemplateProblem): Html {
  const words: Readonly<Record<string, Phrase<'read'>>> = { ...PROBLEM_WORDS, ...EASY_WORDS }
  const phrase = words[kind] as Phrase<'read'>
  return html`${voice.say(phrase, { read })}${instead === null ? nothing : html` ${voice.say(staffWords.instead, { words: instead })}`}`
}

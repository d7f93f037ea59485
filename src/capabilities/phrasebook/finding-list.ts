import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Finding } from './easy-japanese.ts'
import { EASY_WORDS } from './text/problem-words.ts'
import { staffWords } from './text/staff-words.ts'

/** What the checker found, with the reason and the way out, beside the box in which somebody writes. */
export function renderFindings(voice: Voice, findings: readonly Finding[]): Html {
  return html`<ul>${findings.map(({ rule, read, instead }) =>
    html`<li>${voice.say(EASY_WORDS[rule], { read })}${instead === null ? nothing : html` ${voice.say(staffWords.instead, { words: instead })}`}</li>`)}</ul>`
}

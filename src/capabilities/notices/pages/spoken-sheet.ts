import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Notice } from '../model.ts'
import { CAP_LANGUAGES } from '../rules/cap.ts'
import { spokenSentences } from '../rules/wording-spoken.ts'
import { LANGUAGE_NAMES } from '../forms/subscribe.ts'
import { handOverWords as words } from '../text/hand-over-words.ts'
import { noticeForStaff } from './notice-for-staff.ts'
import { renderSaid } from './said.ts'
import { staffCrumbs } from './sent.ts'

/** A notice on paper, to be read out where no machine reaches: loudspeaker vans, the wireless, the telephone. Every kanji has its reading. */
export async function showSpokenSheet(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const notice = await noticeForStaff(visit)
  const languages = LANGUAGES.filter((language) => notice.texts[language] !== null)
  const main = html`${renderPageTitle({
    title: voice.say(words.sheet), lead: voice.say(words.sheetLead), kicker: notice.isDrill ? voice.say(words.drill) : nothing, facts: minuteOf(notice.issuedAt),
  })}
  ${renderStack({ gap: 'large', parts: languages.map((language) => renderSheet(visit, notice, language)) })}`
  const crumbs = [...staffCrumbs(voice), { href: '/staff/notices/hand-overs', label: voice.say(words.title) }]
  return shown({ title: voice.plain(words.sheet), main, area: 'staff', crumbs })
}

function renderSheet({ voice, city }: Visit, notice: Notice, language: Language): Html {
  const name = LANGUAGE_NAMES.find(({ value }) => value === language)
  const sentences = spokenSentences(notice, language, city.displayName[language])
  return renderSection({
    heading: name === undefined ? language : voice.say(name.label),
    body: html`<div class="prose" lang="${CAP_LANGUAGES[language]}">${sentences.map((sentence) => html`<p>${renderSaid(voice, sentence, true)}</p>`)}</div>`,
  })
}

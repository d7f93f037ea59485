import { renderPageTitle } from '#design/heading/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderLevel } from '#design/level/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTimeline } from '#design/timeline/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language, type Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { feedAlternates } from '../feeds.ts'
import { noticeIn } from '../feeds/feed-visit.ts'
import type { Notice } from '../model.ts'
import { CAP_LANGUAGES } from '../rules/cap.ts'
import { listThreads, type Thread } from '../store/threads.ts'
import { feedWords as words } from '../text/feed-words.ts'
import { followingWords } from '../text/following-words.ts'
import { subscribeWords } from '../text/subscribe-words.ts'
import { wordingOf } from '../wording.ts'
import { plainTitle, renderSaid, renderTitle } from './said.ts'

/** One notice for everybody, in all its languages and with what came before and after: where every channel's link leads. */
export async function showNotice(visit: Visit): Promise<Answer> {
  const notice = await noticeIn(visit)
  const { voice, tx } = visit
  const thread = (await listThreads(tx, [notice.id])).get(notice.id) ?? []
  const title = plainTitle(voice, notice)
  const main = html`
    ${renderPageTitle({
      title: renderTitle(voice, notice),
      facts: html`${notice.level > 0 ? renderLevel({ voice, level: notice.level }) : nothing}${voice.say(words[notice.kind])} ${minuteOf(notice.issuedAt)}`,
    })}
    ${renderStack({ parts: [renderAge(visit, notice, thread), renderWords(voice, notice), renderOthers(voice, notice), renderHistory(voice, notice, thread), renderFiles(voice, notice)], gap: 'large' })}`
  const crumbs = [{ href: '/notices', label: voice.say(subscribeWords.title) }]
  const cap = { href: `/notices/${notice.id}.cap.xml`, type: 'application/cap+xml', title: `${title} (CAP 1.2)` }
  return shown({ title, main, crumbs, description: title, alternates: [cap, ...feedAlternates(voice)] })
}

/** Whoever comes late by an old link must not act on it. */
function renderAge({ voice, tx }: Visit, notice: Notice, thread: Thread): Html {
  const newest = thread.at(-1)
  if (newest !== undefined && newest.id !== notice.id) {
    return renderNotice({
      voice, kind: 'warning', title: voice.say(words.overtaken),
      actions: html`<a class="button button-secondary" href="/notices/${newest.id}">${voice.say(words.toNewest)}</a>`,
    })
  }
  const isOver = notice.expiresAt !== null && Temporal.Instant.compare(notice.expiresAt, tx.now) <= 0
  return isOver ? renderNotice({ voice, kind: 'info', title: voice.say(words.expired) }) : nothing
}

function renderWords(voice: Voice, notice: Notice): Html {
  const { preface } = wordingOf(notice, voice.language)
  const text = notice.texts[voice.language] ?? notice.texts.ja
  const facts = [
    { term: voice.say(words.issuedAt), description: minuteOf(notice.issuedAt) },
    ...(notice.expiresAt === null ? [] : [{ term: voice.say(words.until), description: minuteOf(notice.expiresAt) }]),
  ]
  return html`${preface === null ? nothing : html`<p>${preface}</p>`}
    <div class="prose" lang="${notice.texts[voice.language] === null ? 'ja' : voice.htmlLang}">${text.sentences.map((sentence) => html`<p>${renderSaid(voice, sentence)}</p>`)}</div>
    ${notice.link === `/notices/${notice.id}` ? nothing : html`<p><a href="${notice.link}">${voice.say(words.tellsMore)}</a></p>`}
    ${renderFactsList({ facts })}`
}

function renderOthers(voice: Voice, notice: Notice): Html {
  const others = LANGUAGES.filter((language) => language !== voice.language && notice.texts[language] !== null)
  if (others.length === 0) return nothing
  return renderSection({ heading: voice.say(words.inOtherLanguages), body: renderStack({ parts: others.map((language) => renderOther(voice, notice, language)) }) })
}

function renderOther(voice: Voice, notice: Notice, language: Language): Html {
  const { title, sentences } = notice.texts[language] ?? notice.texts.ja
  const { preface } = wordingOf(notice, language)
  return html`<section class="stack stack-small" lang="${CAP_LANGUAGES[language]}"><h3 class="heading heading-3">${renderSaid(voice, title, true)}</h3>
    ${preface === null ? nothing : html`<p>${preface}</p>`}
    <div class="prose">${sentences.map((sentence) => html`<p>${renderSaid(voice, sentence, true)}</p>`)}</div></section>`
}

function renderHistory(voice: Voice, notice: Notice, thread: Thread): Html {
  if (thread.length < 2) return nothing
  const entries = thread.toReversed().map(({ id, kind, issuedAt }) => ({
    at: minuteOf(issuedAt), dateTime: issuedAt.toString(),
    what: id === notice.id ? html`${voice.say(words[kind])} (${voice.say(words.thisOne)})` : html`<a href="/notices/${id}">${voice.say(words[kind])} ${minuteOf(issuedAt)}</a>`,
    tone: kind === 'cancel' ? ('success' as const) : ('warning' as const),
  }))
  return renderSection({ heading: voice.say(words.history), body: renderTimeline({ entries }) })
}

function renderFiles(voice: Voice, { id }: Notice): Html {
  const lang = CAP_LANGUAGES[voice.language]
  return html`<div class="no-print">${renderSection({
    heading: voice.say(words.forMachines),
    body: html`<ul>
      <li><a href="/notices/${id}.cap.xml">${voice.say(followingWords.oneAsCap)}</a></li>
      <li><a href="/notices/${id}/spoken.txt?lang=${lang}">${voice.say(followingWords.oneAloud)}</a></li>
      <li><a href="/notices/feeds">${voice.say(followingWords.title)}</a></li>
    </ul>`,
  })}</div>`
}

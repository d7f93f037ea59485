import { feedAlternates } from '#capabilities/notices/feeds.ts'
import { listCurrentNotices } from '#capabilities/notices/notices.ts'
import { wordingOf } from '#capabilities/notices/wording.ts'
import type { Notice } from '#capabilities/notices/model.ts'
import { renderLevel } from '#design/level/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { momentText } from '#kernel/text/moments.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { openShelters, type OpenShelterLine } from '../model.ts'
import { earliestEnd, isEmergency, levelToActOn, sheltersNamedFor } from '../rules.ts'
import { emergencyWords as words } from '../text.ts'

/** Shelters on the page; the rest is on the page of disaster information. */
const MOST_SHELTERS = 8

/** Grave notices that stand now, the gravest first; none in a city that tells nobody anything. */
export async function emergencyNotices({ tx, directory }: Visit): Promise<Notice[]> {
  if (directory.part('notices') === undefined) return []
  return (await listCurrentNotices(tx)).filter(isEmergency)
}

/** The city's word first, then what to do, then where to go, unless it is too late to go: under 30 kB with everything, and of no use to wait for. */
export async function showEmergency(visit: Visit, notices: readonly Notice[]): Promise<Answer> {
  const { voice, tx, directory } = visit
  const isAnswered = directory.part('disaster-information') !== undefined
  const whose = sheltersNamedFor(notices)
  const shelters = isAnswered && whose !== 'nobody' ? await tx.ask(openShelters, {}) : null
  const level = levelToActOn(notices)
  const main = html`<h1>${voice.say(words.title)}</h1>
    ${notices.map((notice) => renderNotice(voice, notice))}
    ${level === null ? nothing : renderActions(voice, level)}
    ${shelters === null ? nothing : renderShelters(voice, shelters, whose === 'lower-levels')}
    <p>${voice.say(words.call)} <a href="tel:119">119</a> ${voice.say(words.fire)} · <a href="tel:110">110</a> ${voice.say(words.police)}</p>
    <p><a class="light-button" href="/home">${voice.say(words.toPortal)}</a></p>`
  const end = earliestEnd(notices)
  const [first] = notices
  const description = first === undefined ? '' : wordingOf(first, voice.language).title
  return shown({ title: voice.plain(words.title), main, description, isLight: true, alternates: feedAlternates(voice), ...(end === null ? {} : { keptUntil: end }) })
}

function renderNotice(voice: Voice, notice: Notice): Html {
  const { preface } = wordingOf(notice, voice.language)
  const own = notice.texts[voice.language]
  const { title, sentences } = own ?? notice.texts.ja
  return html`<article class="light-notice" lang="${own === null ? 'ja' : voice.htmlLang}">
      ${preface === null ? nothing : html`<p lang="${voice.htmlLang}"><strong>${preface}</strong></p>`}
      <h2>${voice.sayWritten(title)}</h2>
      <p lang="${voice.htmlLang}">${renderLevel({ voice, level: notice.level, size: 'large' })}</p>
      ${sentences.map((sentence) => html`<p>${voice.sayWritten(sentence)}</p>`)}
      <p class="light-small" lang="${voice.htmlLang}"><time datetime="${notice.issuedAt.toString()}">${voice.say(words.issuedAt, { at: momentText(voice, notice.issuedAt) })}</time> · <a href="${notice.link}">${voice.say(words.more)}</a></p>
    </article>`
}

function renderActions(voice: Voice, level: 3 | 4 | 5): Html {
  const actions: Readonly<Record<3 | 4 | 5, readonly Phrase<never>[]>> = {
    3: [words.three1, words.three2], 4: [words.four1, words.four2], 5: [words.five1, words.five2],
  }
  return html`<h2>${voice.say(words.whatToDo)}</h2><ul class="light-actions">${actions[level].map((action) => html`<li>${voice.say(action)}</li>`)}</ul>`
}

/** @param isForSome where level 5 stands beside lower ones: who is at 5 must not set out, and is told so before the list */
function renderShelters(voice: Voice, shelters: readonly OpenShelterLine[], isForSome: boolean): Html {
  const list = shelters.length === 0
    ? html`<p>${voice.say(words.noShelter)}</p>`
    : html`<ul class="light-places">${shelters.slice(0, MOST_SHELTERS).map((shelter) => html`<li>${renderShelter(voice, shelter)}</li>`)}</ul>`
  return html`<h2>${voice.say(words.whereToGo)}</h2>${isForSome ? html`<p><strong>${voice.say(words.notAtFive)}</strong></p>` : nothing}${list}
    <p><a class="light-button" href="/disaster#shelters">${voice.say(words.nearest)}</a></p>`
}

function renderShelter(voice: Voice, { name, written, address, isFull, room }: OpenShelterLine): Html {
  const sign = voice.htmlLang === 'ja' || voice.plain(name) === written ? nothing : html` <span lang="ja">${written}</span>`
  const state = isFull ? html` · ${voice.say(words.full)}` : room === null ? nothing : html` · ${voice.say(words.room, { count: room })}`
  return html`<strong>${voice.say(name)}</strong>${sign}<br><span class="light-small"><span lang="ja">${address}</span>${state}</span>`
}

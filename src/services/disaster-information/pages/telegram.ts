import { gunzipSync } from 'node:zlib'
import { renderLinkButton } from '#design/button/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderProse, renderSection, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { dangersOf, sentencesOf, type ForecastDanger } from '../rules/telegrams/readable.ts'
import { readTelegram } from '../rules/telegrams/read-telegram.ts'
import type { XmlElement } from '../rules/telegrams/xml-tree.ts'
import { listAreas } from '../store/areas.ts'
import { findTelegram, listArrivals, listSaid, listStepsOf, type CausedStep, type WholeTelegram } from '../store/telegram-lists.ts'
import { HAZARD_NAMES } from '../text/hazard-words.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { CHANGE_WORDS, WAY_WORDS } from '../text/intake-reason-words.ts'
import { duty } from './telegram-duty.ts'
import { levelText, realmText, remarkText, renderAt, telegramsCrumb, TELEGRAMS_PATH } from './telegram-paths.ts'

/** The raw text is cut after so many letters on the page; the file has all of it. */
const RAW_LETTERS = 20_000

/** One telegram: what it is, what it says of the city, what it changed and why, and how it came. */
export async function showTelegram(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const telegram = await telegramIn(visit)
  const source = gunzipSync(telegram.body)
  const reading = readTelegram(source, telegram.fileName)
  const [said, changes, arrivals, areas] = await Promise.all([listSaid(tx, telegram.id), listStepsOf(tx, [telegram.id]), listArrivals(tx, telegram.id), listAreas(tx)])
  const tree = reading.ok ? reading.telegram.tree : undefined
  const dangers = tree === undefined || telegram.effect !== 'forecast' ? [] : dangersOf(tree, new Set(areas.map(({ code }) => code)))
  const title = telegram.headTitle === '' ? telegram.title : telegram.headTitle
  const main = html`${renderPageTitle({ title, kicker: `${telegram.type} ${realmText(voice, telegram.realm)}` })}
    ${renderStack({ gap: 'large', parts: [
      renderStanding(voice, telegram),
      renderFactsList({ facts: factsOf(voice, telegram) }),
      telegram.headline === '' ? nothing : renderSection({ heading: voice.say(words.headline), body: renderProse(telegram.headline) }),
      renderSection({ heading: voice.say(words.said), body: said.length === 0 ? html`<p>${voice.say(words.saidNothing)}</p>` : renderSaid(voice, said) }),
      dangers.length === 0 ? nothing : renderDangers(voice, dangers),
      renderSection({ heading: voice.say(words.changes), body: changes.length === 0 ? html`<p>${voice.say(words.changedNothing)}</p>` : renderChanges(voice, changes) }),
      renderSentences(voice, tree),
      renderSection({ heading: voice.say(words.arrivals), body: html`<ul>${arrivals.map(({ way, count, firstAt }) => html`<li>${voice.say(WAY_WORDS[way])} ${renderAt(firstAt)} ${voice.say(words.timesArrived, { count })}</li>`)}</ul>` }),
      renderSection({
        heading: voice.say(words.raw),
        body: html`<pre tabindex="0">${source.toString('utf8').slice(0, RAW_LETTERS)}</pre>
          ${renderLinkButton({ href: `${TELEGRAMS_PATH}/${telegram.id}/xml`, label: voice.say(words.rawFile), kind: 'secondary', icon: 'download', isDownload: true })}`,
      }),
    ] })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: [duty(voice), telegramsCrumb(voice)] })
}

/** As it was sent. */
export async function showTelegramFile(visit: Visit): Promise<Answer> {
  const telegram = await telegramIn(visit)
  return fileAnswer(gunzipSync(telegram.body), 'application/xml', `${telegram.type}-${telegram.id}.xml`)
}

async function telegramIn({ tx, params }: Visit): Promise<WholeTelegram> {
  const id = params.id ?? ''
  const telegram = isUuid(id) ? await findTelegram(tx, id) : undefined
  if (telegram === undefined) throw new Fault('not-found')
  return telegram
}

function renderStanding(voice: Voice, telegram: WholeTelegram): Html {
  if (telegram.voidedHow !== null) {
    return renderNotice({
      voice, kind: 'warning', title: voice.say(telegram.voidedHow === 'corrected' ? words['voided-corrected'] : words['voided-cancelled']),
      actions: renderLinkButton({ href: `${TELEGRAMS_PATH}/${telegram.voidedBy ?? ''}`, label: voice.say(words.about), kind: 'secondary' }),
    })
  }
  return telegram.effect === 'forecast' ? renderNotice({ voice, kind: 'info', title: voice.say(words.forecastNote) }) : nothing
}

function factsOf(voice: Voice, telegram: WholeTelegram) {
  const { validUntil, remarks, serial } = telegram
  return [
    { term: voice.say(words.status), description: `${telegram.status}・${telegram.infoType}` },
    { term: voice.say(words.event), description: html`${telegram.eventId === '' ? '–' : telegram.eventId} ${serial === null ? nothing : voice.number(serial)}` },
    { term: voice.say(words.office), description: `${telegram.office} (${telegram.publishedBy})` },
    { term: voice.say(words.reported), description: renderAt(telegram.reportAt) },
    { term: voice.say(words.sent), description: renderAt(telegram.sentAt) },
    { term: voice.say(words.received), description: renderAt(telegram.receivedAt) },
    ...(validUntil === null ? [] : [{ term: voice.say(words.validUntil), description: renderAt(validUntil) }]),
    { term: voice.say(words.effect), description: voice.say(words[telegram.effect]) },
    ...(remarks.length === 0 ? [] : [{ term: voice.say(words.remarks), description: html`<ul>${remarks.map((remark) => html`<li>${remarkText(voice, remark)}</li>`)}</ul>` }]),
    ...(telegram.fileName === '' ? [] : [{ term: voice.say(words.fileName), description: telegram.fileName }]),
  ]
}

function renderSaid(voice: Voice, said: Awaited<ReturnType<typeof listSaid>>): Html {
  return renderTable({
    caption: voice.say(words.said), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.hazard) }, { heading: voice.say(words.area) }, { heading: voice.say(words.level), width: 'narrow' }, { heading: voice.say(words.kind) }],
    rows: said.map(({ hazard, areaName, level, kindName, kindCode }) => [voice.say(HAZARD_NAMES[hazard]), areaName, levelText(voice, level), kindCode === '' ? kindName : `${kindName} (${kindCode})`]),
  })
}

function renderChanges(voice: Voice, changes: readonly CausedStep[]): Html {
  return renderTable({
    caption: voice.say(words.changes), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.hazard) }, { heading: voice.say(words.area) }, { heading: voice.say(words.level) }, { heading: voice.say(words.reason) }],
    rows: changes.map(({ hazard, areaName, from, to, reason }) => [
      voice.say(HAZARD_NAMES[hazard]), areaName, voice.say(words.fromTo, { from: levelText(voice, from), to: levelText(voice, to) }),
      Object.hasOwn(CHANGE_WORDS, reason) ? voice.say(CHANGE_WORDS[reason as keyof typeof CHANGE_WORDS]) : reason,
    ]),
  })
}

function renderDangers(voice: Voice, dangers: readonly ForecastDanger[]): Html {
  return renderTable({
    caption: voice.say(words.forecast), isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.hazard) }, { heading: voice.say(words.level) }, { heading: voice.say(words.reported) }],
    rows: dangers.map(({ danger, name, code, from }) => [danger, `${name} (${code})`, from === '' ? '–' : renderAt(Temporal.Instant.from(from))]),
  })
}

function renderSentences(voice: Voice, tree: XmlElement | undefined): Html {
  const sentences = tree === undefined ? [] : sentencesOf(tree)
  if (sentences.length === 0) return nothing
  return renderSection({ heading: voice.say(words.readable), body: html`${sentences.map((sentence) => renderProse(sentence))}` })
}

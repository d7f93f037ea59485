import { renderFactsList, type Fact } from '#design/facts-list/view.ts'
import { renderHeading, renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderProgress } from '#design/progress/view.ts'
import { renderRenewal, renewalAsked } from '#design/renewal/view.ts'
import { renderTable } from '#design/table/view.ts'
import { listPeople } from '#kernel/access/people.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Voice } from '#kernel/text/text.ts'
import { minuteOf } from '#kernel/time/clock.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_NAMES } from '../forms/subscribe.ts'
import { HAND_OVERS, type Notice } from '../model.ts'
import { withShare } from '../rules/shares.ts'
import { listBroadcastLines, type BroadcastLine } from '../store/broadcasts.ts'
import { listHandOvers } from '../store/hand-overs.ts'
import { findNoticeRow } from '../store/notices.ts'
import { listRefusalReasons } from '../store/overview.ts'
import { sentWords as words } from '../text/sent-words.ts'
import { wordingOf } from '../wording.ts'
import { nameOfLanguage } from './choice-fields.ts'
import { renderAnswer } from './hand-overs.ts'
import { plainTitle, renderTitle } from './said.ts'
import { LIVE_SECONDS, renderLive, renderMarks, staffCrumbs } from './sent.ts'

const MOST_HAND_OVERS = 200
const MOST_REASONS = 30
/** What can be brought by hand; the fediverse takes nothing that way. */
const FILE_CHANNELS = HAND_OVERS.filter((channel) => channel !== 'activitypub')

/** One notice: how far it is on each channel, why it was refused, whom it is for, who answers for it, and every text. */
export async function showSentNotice(visit: Visit): Promise<Answer> {
  const { voice, tx, params } = visit
  const id = params.id ?? ''
  const notice = isUuid(id) ? await findNoticeRow(tx, id) : undefined
  if (notice === undefined) throw new Fault('not-found', 'there is no such notice')
  const lines = await listBroadcastLines(tx, id)
  const isLive = lines.some(({ state }) => state !== 'ended')
  const title = plainTitle(voice, notice)
  const main = html`${renderPageTitle({ title: renderTitle(voice, notice), facts: html`${renderMarks(voice, notice)} ${minuteOf(notice.issuedAt)}` })}
    ${renderStack({
      gap: 'large',
      parts: [
        renderSection({ heading: voice.say(words.perChannel), body: html`${renderLive(isLive, renderChannels(voice, lines))} ${isLive ? renderRenewal({ voice, seconds: LIVE_SECONDS, wish: visit.query.refresh, hasScript: true }) : nothing}` }),
        await renderHandOvers(visit, id),
        renderSection({ heading: voice.say(words.reasons), body: await renderReasons(visit, id) }),
        renderSection({ heading: voice.say(words.about), body: renderFactsList({ facts: [...(await aboutFacts(visit, notice)), ...paperFacts(visit, notice)] }) }),
        renderSection({ heading: voice.say(words.texts), body: renderTexts(voice, notice) }),
      ],
    })}`
  return shown({ title, main, area: 'staff', crumbs: staffCrumbs(voice), ...(isLive ? renewalAsked(visit.query.refresh, LIVE_SECONDS) : {}) })
}

function renderChannels(voice: Voice, lines: readonly BroadcastLine[]): Html {
  if (lines.length === 0) return html`<p>${voice.say(words.noPersonal)}</p>`
  const bars = lines.map((line) => renderProgress({
    voice, id: `progress-${line.channel}`, label: html`${voice.say(words[line.channel])}: ${voice.say(words[line.state])}`,
    done: line.handed + line.refused, total: Math.max(line.planned, line.handed + line.refused),
  }))
  const table = renderTable({
    caption: voice.say(words.perChannel), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [
      { heading: voice.say(words.channel) }, { heading: voice.say(words.planned), isNumeric: true }, { heading: voice.say(words.handed), isNumeric: true },
      { heading: voice.say(words.refused), isNumeric: true }, { heading: voice.say(words.within10s), isNumeric: true }, { heading: voice.say(words.within60s), isNumeric: true },
      { heading: voice.say(words.firstAfter), isNumeric: true },
    ],
    rows: lines.map((line) => [
      voice.say(words[line.channel]), voice.number(line.planned), voice.number(line.handed), voice.number(line.refused),
      withShare(voice, line.within10s, line.handed), withShare(voice, line.within60s, line.handed), firstAfter(voice, line),
    ]),
  })
  return renderStack({ parts: [renderStack({ parts: bars, gap: 'small' }), table] })
}

function firstAfter(voice: Voice, { begunAt, firstHandedAt }: BroadcastLine): Html {
  if (firstHandedAt === null) return html`–`
  return voice.say(words.seconds, { seconds: (Math.round(firstHandedAt.since(begunAt).total('seconds') * 10) / 10).toLocaleString(voice.locale) })
}

async function renderHandOvers({ voice, tx }: Visit, id: string): Promise<Html> {
  const handOvers = await listHandOvers(tx, MOST_HAND_OVERS, id)
  if (handOvers.length === 0) return nothing
  return renderSection({
    heading: voice.say(words.handOvers),
    body: renderTable({
      caption: voice.say(words.handOvers), isCaptionHidden: true, isCardsOnPhone: true,
      columns: [{ heading: voice.say(words.channel) }, { heading: voice.say(words.state) }, { heading: voice.say(words.tries), isNumeric: true }, { heading: voice.say(words.answer), width: 'wide' }],
      rows: handOvers.map((line) => [
        html`${voice.say(words[line.channel])}${line.target === '' ? nothing : html`<br><small>${new URL(line.target).host}</small>`}`,
        voice.say(words[line.state]), voice.number(line.attempts), renderAnswer(voice, line),
      ]),
    }),
  })
}

async function renderReasons({ voice, tx }: Visit, id: string): Promise<Html> {
  const reasons = await listRefusalReasons(tx, id, MOST_REASONS)
  if (reasons.length === 0) return html`<p>${voice.say(words.noReasons)}</p>`
  return renderTable({
    caption: voice.say(words.reasons), isCaptionHidden: true, isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.channel) }, { heading: voice.say(words.code), isNumeric: true }, { heading: voice.say(words.answer), width: 'wide' }, { heading: voice.say(words.people), isNumeric: true }],
    rows: reasons.map(({ channel, code, answer, people }) => [voice.say(words[channel]), code, answer, voice.number(people)]),
  })
}

async function aboutFacts({ voice, tx, directory }: Visit, { topic, origin, audience, issuedBy, confirmedBy, link }: Notice): Promise<Fact[]> {
  const ids = [issuedBy, confirmedBy].filter((id) => id !== null)
  const people = ids.length === 0 ? [] : await listPeople(tx, { ids, limit: ids.length })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
  const known = directory.parts.flatMap((part) => part.topics ?? []).find(({ key }) => key === topic)
  const service = directory.parts.find((part) => part.name === origin)
  return [
    { term: voice.say(words.topic), description: known === undefined ? topic : voice.say(known.title) },
    { term: voice.say(words.origin), description: service === undefined ? origin : voice.say(service.title) },
    { term: voice.say(words.audience), description: audience.kind === 'lists' ? [...audience.lists] : audience.towns === 'all' ? voice.say(words.everybody) : audience.towns.join('、') },
    { term: voice.say(words.issuedBy), description: nameOf(issuedBy) ?? voice.say(words.byRule) },
    { term: voice.say(words.confirmedBy), description: nameOf(confirmedBy) ?? voice.say(words.nobody) },
    { term: 'URL', description: html`<a href="${link}">${link}</a>` },
  ]
}

/** For everybody: its public page, and what can be carried where no line leads. */
function paperFacts({ voice }: Visit, { id, isDrill, audience }: Notice): Fact[] {
  if (audience.kind !== 'subscribers') return []
  const files = `/staff/notices/hand-overs/${id}/files`
  const channels = [{ key: 'cap', name: 'CAP 1.2' }, ...FILE_CHANNELS.map((key) => ({ key, name: voice.say(words[key]) }))]
  return [
    ...(isDrill ? [] : [{ term: voice.say(words.publicPage), description: html`<a href="/notices/${id}">/notices/${id}</a>` }]),
    { term: voice.say(words.toRead), description: html`<a href="/staff/notices/hand-overs/${id}/sheet">${voice.say(words.toRead)}</a>` },
    { term: voice.say(words.byHand), description: channels.map(({ key, name }) => html`<a href="${files}/${key}">${name}</a>`) },
  ]
}

/** As each reader gets it, also where it is not translated yet. */
function renderTexts(voice: Voice, notice: Notice): Html {
  return renderStack({
    parts: LANGUAGES.map((language) => {
      const { title, sentences, preface } = wordingOf(notice, language)
      const name = LANGUAGE_NAMES.find(({ value }) => value === language)
      return html`<section class="stack stack-small">${renderHeading({ level: 3, content: name === undefined ? language : nameOfLanguage(voice, language, name.label) })}
        <div class="prose" lang="${language === 'pt' ? 'pt-BR' : language === 'en' ? 'en' : 'ja'}">${preface === null ? nothing : html`<p>${preface}</p>`}
        <p><strong>${title}</strong></p>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div></section>`
    }),
  })
}

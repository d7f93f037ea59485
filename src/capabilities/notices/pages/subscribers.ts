import { renderLinkButton } from '#design/button/view.ts'
import { renderBarChart } from '#design/chart/view.ts'
import { renderEmpty } from '#design/empty/view.ts'
import { renderPageTitle } from '#design/heading/view.ts'
import { renderSection, renderStack } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { writeXlsx } from '#capabilities/documents/xlsx-writer.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { html, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, type Language } from '#kernel/text/text.ts'
import { fileAnswer, shown, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { LANGUAGE_NAMES } from '../forms/subscribe.ts'
import { listDistricts } from '../notices.ts'
import { PERSONAL_CHANNELS } from '../model.ts'
import { townToday } from '../rules/choices.ts'
import { offeredTopics } from '../rules/offered-topics.ts'
import { listTowns } from '../store/districts.ts'
import { countByTopic, countByTown, countSubscribers, type NamedCount, type SubscriberCount } from '../store/overview.ts'
import { sentWords } from '../text/sent-words.ts'
import { subscriberWords as words } from '../text/subscriber-words.ts'
import { staffCrumbs } from './sent.ts'

const TONES: Readonly<Record<Language, 'first' | 'second' | 'third' | 'fourth'>> = { ja: 'first', 'ja-x-yasashii': 'second', en: 'third', pt: 'fourth' }

interface Counts {
  readonly byChannel: readonly SubscriberCount[]
  readonly byTopic: readonly { readonly label: string; readonly people: number }[]
  readonly byTown: readonly { readonly label: string; readonly people: number }[]
}

/** How many there are, by everything that matters for sending; nobody's address. */
export async function showSubscribers(visit: Visit): Promise<Answer> {
  const { voice } = visit
  const counts = await countsFor(visit)
  const download = renderLinkButton({ href: '/staff/notices/subscribers.xlsx', label: voice.say(words.download), kind: 'secondary', icon: 'download', isDownload: true })
  const main = html`${renderPageTitle({ title: voice.say(words.title), lead: voice.say(words.lead), actions: download })}
    ${counts.byChannel.length === 0 ? renderEmpty({ icon: 'people', title: voice.say(words.empty) }) : renderStack({
      gap: 'large',
      parts: [
        renderSection({ heading: voice.say(words.byChannel), body: renderChannels(visit, counts) }),
        renderSection({ heading: voice.say(words.byTopic), body: renderTopics(visit, counts) }),
        renderSection({ heading: voice.say(words.byTown), body: renderTowns(visit, counts) }),
      ],
    })}`
  return shown({ title: voice.plain(words.title), main, area: 'staff', crumbs: staffCrumbs(voice) })
}

function renderChannels({ voice }: Visit, { byChannel }: Counts): Html {
  return renderBarChart({
    voice, caption: voice.say(words.byChannel), rowHeading: voice.say(sentWords.channel), isTableOpen: true,
    series: LANGUAGE_NAMES.map(({ value, label }) => ({ label: voice.say(label), tone: TONES[value] })),
    rows: PERSONAL_CHANNELS.map((channel) => ({ label: voice.say(sentWords[channel]), values: LANGUAGES.map((language) => countOf(byChannel, channel, language)) })),
  })
}

function countOf(counts: readonly SubscriberCount[], channel: string, language: string): number {
  return counts.find((count) => count.channel === channel && count.language === language)?.people ?? 0
}

/** Topics are not summed: most people want several. */
function renderTopics({ voice }: Visit, { byTopic }: Counts): Html {
  return renderBarChart({
    voice, caption: voice.say(words.byTopic), rowHeading: voice.say(words.name), isSummed: false,
    series: [{ label: voice.say(words.people), tone: 'first' }], rows: byTopic.map(({ label, people }) => ({ label, values: [people] })),
  })
}

/** A hundred bars would say less than a list. */
function renderTowns({ voice }: Visit, { byTown }: Counts): Html {
  return renderTable({
    caption: voice.say(words.byTown), isCaptionHidden: true, columns: [{ heading: voice.say(words.name) }, { heading: voice.say(words.people), isNumeric: true }],
    rows: byTown.map(({ label, people }) => [label, voice.number(people)]),
  })
}

/** Towns under the names they bear today. */
async function countsFor({ tx, voice, directory }: Visit): Promise<Counts> {
  const [byChannel, topics, towns] = [await countSubscribers(tx), await countByTopic(tx), await countByTown(tx)]
  const known = await listTowns(tx)
  const today = new Map<string, number>()
  for (const { name, people } of towns) {
    const now = name === '' ? '' : townToday(known, name)
    if (now !== undefined) today.set(now, (today.get(now) ?? 0) + people)
  }
  const places = (await listDistricts(tx)).flatMap((district) => district.towns)
  return {
    byChannel,
    byTopic: offeredTopics(directory.parts).map(({ key, title }) => ({ label: voice.plain(title), people: named(topics, key) })),
    byTown: [
      { label: voice.plain(words.whole), people: today.get('') ?? 0 },
      ...places.map(({ name, label }) => ({ label: voice.plain(label), people: today.get(name) ?? 0 })).filter(({ people }) => people > 0),
    ],
  }
}

function named(counts: readonly NamedCount[], name: string): number {
  return counts.find((count) => count.name === name)?.people ?? 0
}

/** The same numbers as a workbook. */
export async function showSubscriberWorkbook(visit: Visit): Promise<Answer> {
  const { voice, tx } = visit
  const { byChannel, byTopic, byTown } = await countsFor(visit)
  const heading = [words.kind, words.name, words.people].map((phrase) => voice.plain(phrase))
  const languageName = (language: Language) => LANGUAGE_NAMES.find(({ value }) => value === language)?.label
  const rows = [
    ...byChannel.map(({ channel, language, people }) => {
      const name = languageName(language)
      return [voice.plain(words.byChannel), `${voice.plain(sentWords[channel])} / ${name === undefined ? language : voice.plain(name)}`, people]
    }),
    ...byTopic.map(({ label, people }) => [voice.plain(words.byTopic), label, people]),
    ...byTown.map(({ label, people }) => [voice.plain(words.byTown), label, people]),
  ]
  const made = writeXlsx({
    properties: { title: voice.plain(words.title), creator: 'Tsunagu', createdAt: tx.now },
    sheets: [{
      name: 'subscribers', columns: [{ width: 26 }, { width: 40 }, { width: 12 }], frozen: { rows: 1, columns: 0 },
      rows: [{ cells: heading.map((value) => ({ value, style: { isBold: true } })) }, ...rows.map((cells) => ({ cells: cells.map((value) => ({ value })) }))],
    }],
  })
  if (!made.ok) throw new Fault('broken', `the numbers cannot be written: ${made.reason}`)
  return fileAnswer(Buffer.from(made.bytes), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'subscribers.xlsx')
}

import { listDistricts } from '#capabilities/notices/notices.ts'
import { CHANNEL_LIMITS, fitSentences, joinerOf, wordingOf } from '#capabilities/notices/wording.ts'
import type { NoticeTexts } from '#capabilities/notices/model.ts'
import { renderButton } from '#design/button/view.ts'
import { renderPanel } from '#design/card/view.ts'
import { renderField } from '#design/field/view.ts'
import { renderForm } from '#design/form/view.ts'
import { renderColumns, renderStack } from '#design/layout/view.ts'
import { renderNotice } from '#design/notice/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import { LANGUAGES, phrases, type Language, type Phrase } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { renderMissing } from '../missing-slots.ts'
import { SLOTS, type Slots, type TemplateLine } from '../model.ts'
import { composeTexts, textsOf } from '../phrasebook.ts'
import { composeLines, missingIn, slotsIn } from '../rules/compose.ts'
import { exampleSlots } from '../rules/example-slots.ts'
import { SLOT_WORDS } from '../text/missing-words.ts'
import { LANGUAGE_NAMES, staffWords } from '../text/staff-words.ts'
import { LANG_TAGS, renderMarked } from './marked-text.ts'
import { templatePath } from './names.ts'

type PreviewChannel = 'mail' | 'push' | 'line' | 'area-mail' | 'cable-tv'

/** Channels whose room is worth looking at before the night. */
const CHANNEL_NAMES: Readonly<Record<PreviewChannel, Phrase<never>>> = phrases({
  mail: { ja: 'メール', 'ja-x-yasashii': 'メール', en: 'Mail', pt: 'E-mail' },
  push: { ja: 'プッシュ{通知|つうち}', 'ja-x-yasashii': 'スマホの お{知|し}らせ', en: 'Push', pt: 'Notificação' },
  line: { ja: 'LINE', 'ja-x-yasashii': 'LINE', en: 'LINE', pt: 'LINE' },
  'area-mail': { ja: '{緊急速報|きんきゅうそくほう}メール', 'ja-x-yasashii': '{緊急|きんきゅう}の メール', en: 'Area mail', pt: 'Alerta de área' },
  'cable-tv': { ja: 'ケーブルテレビ', 'ja-x-yasashii': 'テレビ', en: 'Cable television', pt: 'TV a cabo' },
})

/** Area mail and the television speak Japanese only. */
const JAPANESE_ONLY: ReadonlySet<PreviewChannel> = new Set(['area-mail', 'cable-tv'])

/** A template with invented names and times: what becomes of it when one is not known, and on each channel. */
export async function renderPreview(visit: Visit, key: string, lines: readonly TemplateLine[]): Promise<Html> {
  const { voice, tx, query } = visit
  const towns = (await listDistricts(tx)).flatMap((district) => district.towns.map(({ label }) => label))
  const without = SLOTS.filter((slot) => query[`without-${slot}`] !== undefined)
  const slots: Slots = Object.fromEntries(Object.entries(exampleSlots(towns, tx.now)).filter(([slot]) => !(without as readonly string[]).includes(slot)))
  const own = composeLines(lines, slots, tx.today)
  // What other words say instead is asked of those in force: a draft that cannot be said falls back to them too.
  const other = own === undefined ? await composeTexts(tx, { key, slots }) : undefined
  const texts = own === undefined ? other?.texts : textsOf(own)
  const used = SLOTS.filter((slot) => lines.some(({ text }) => slotsIn(text.ja).includes(slot)))
  return renderStack({ parts: [
    html`<p>${voice.say(staffWords.previewLead)}</p>`,
    used.length === 0 ? nothing : renderForm({
      voice, action: `${templatePath(key)}#preview`, method: 'get',
      body: html`${used.map((slot) => renderField({ voice, kind: 'checkbox', name: `without-${slot}`, label: html`${voice.say(staffWords.without)}: ${voice.say(SLOT_WORDS[slot])} <code>{${slot}}</code>`, isRequired: false, isTagHidden: true, isChecked: without.includes(slot) }))}`,
      buttons: renderButton({ label: voice.say(staffWords.show), kind: 'secondary' }),
    }),
    renderMissing(voice, missingIn(lines, slots, tx.today)),
    other === undefined ? nothing : renderNotice({ voice, kind: 'warning', title: voice.say(staffWords.usesOther, { key: other.key }) }),
    texts === undefined ? renderNotice({ voice, kind: 'error', title: voice.say(staffWords.cannotBeSaid) }) : renderTexts(visit, texts),
  ] })
}

function renderTexts(visit: Visit, texts: NoticeTexts): Html {
  return renderColumns({ kind: 'halves', parts: LANGUAGES.map((language) => {
    const text = texts[language]
    if (text === null) return nothing
    return renderPanel({ level: 3, heading: visit.voice.say(LANGUAGE_NAMES[language]), body: html`<div lang="${LANG_TAGS[language]}" class="stack stack-small">
      <p><strong>${renderMarked(text.title)}</strong></p>${text.sentences.map((sentence) => html`<p>${renderMarked(sentence)}</p>`)}</div>
      ${renderChannels(visit, texts, language)}` })
  }) })
}

function renderChannels({ voice }: Visit, texts: NoticeTexts, language: Language): Html {
  const { title, sentences } = wordingOf({ texts, isDrill: false }, language)
  const channels = (Object.keys(CHANNEL_NAMES) as PreviewChannel[]).filter((channel) => language === 'ja' || !JAPANESE_ONLY.has(channel))
  return renderTable({
    id: `channels-${language}`, caption: html`${voice.say(staffWords.channel)}: ${voice.say(LANGUAGE_NAMES[language])}`, isCaptionHidden: true,
    columns: [{ heading: voice.say(staffWords.channel) }, { heading: voice.say(staffWords.titleLength), isNumeric: true }, { heading: voice.say(staffWords.sentencesFit), isNumeric: true }],
    rows: channels.map((channel) => {
      const limit = CHANNEL_LIMITS[channel]
      const { dropped } = fitSentences(sentences, limit.body, limit.measure, joinerOf(language))
      return [voice.say(CHANNEL_NAMES[channel]), `${limit.measure(title)} / ${limit.title}`, voice.say(staffWords.ofAll, { kept: sentences.length - dropped, all: sentences.length })]
    }),
  })
}

import type { Language } from '#kernel/text/text.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { feedTime } from '../feeds/feed-times.ts'
import { xml, XML_DECLARATION, type Xml } from '../feeds/xml.ts'
import type { Level, Notice, NoticeKind } from '../model.ts'
import type { Thread } from '../store/threads.ts'
import { wordingOf } from '../wording.ts'
import { joinerOf } from './wording-plain.ts'

/** What a CAP message says beyond its notice: who sends it, what it is about, and where. */
export interface CapSurroundings {
  /** Sender's name on the Internet, without spaces and commas (CAP 1.2 section 3.2.1). */
  readonly sender: string
  readonly senderName: (language: Language) => string
  /** The topic in words. */
  readonly event: (language: Language) => string
  readonly areas: (language: Language) => string
  /** 全国地方公共団体コード with check digit. */
  readonly cityCode: string
  /** Scheme and host of the portal. */
  readonly origin: string
  readonly thread: Thread
}

/** BCP 47 (CAP: xs:language). Easy Japanese has no registered tag; its private one is understood as Japanese. */
export const CAP_LANGUAGES: Readonly<Record<Language, string>> = { ja: 'ja', 'ja-x-yasashii': 'ja-x-yasashii', en: 'en', pt: 'pt-BR' }

/**
 * A notice in the Common Alerting Protocol 1.2 (OASIS, 2010): one `info` for each language that it was written in; a
 * reader of another is better served by the Japanese than by a block that says its language wrongly.
 */
export function capOf(notice: Notice, surroundings: CapSurroundings): string {
  const { sender, thread } = surroundings
  const earlier = thread.filter(({ id, issuedAt }) => id !== notice.id && Temporal.Instant.compare(issuedAt, notice.issuedAt) <= 0)
  return XML_DECLARATION + xml`<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>${notice.id}</identifier>
  <sender>${sender}</sender>
  <sent>${feedTime(notice.issuedAt)}</sent>
  <status>${notice.isDrill ? 'Exercise' : 'Actual'}</status>
  <msgType>${earlier.length === 0 ? 'Alert' : messageType(notice.kind)}</msgType>
  <scope>Public</scope>${notice.isDrill && xml`
  <note>訓練 / Drill</note>`}${earlier.length > 0 && xml`
  <references>${earlier.map(({ id, issuedAt }) => `${sender},${id},${feedTime(issuedAt)}`).join(' ')}</references>`}${notice.cap !== null && xml`
  <incidents>${incidentOf(notice.cap.event)}</incidents>`}${LANGUAGES.filter((language) => notice.texts[language] !== null).map((language) => infoOf(notice, language, surroundings))}
</alert>
`.source
}

function infoOf(notice: Notice, language: Language, { senderName, event, areas, cityCode, origin }: CapSurroundings): Xml {
  const { title, sentences, preface } = wordingOf(notice, language)
  const { urgency, severity, certainty } = gravityOf(notice)
  return xml`
  <info>
    <language>${CAP_LANGUAGES[language]}</language>
    <category>${notice.cap?.category ?? 'Other'}</category>
    <event>${event(language)}</event>
    <responseType>${notice.kind === 'cancel' ? 'AllClear' : (notice.cap?.responseType ?? 'None')}</responseType>
    <urgency>${urgency}</urgency>
    <severity>${severity}</severity>
    <certainty>${certainty}</certainty>${(notice.cap?.codes ?? []).map(({ name, value }) => xml`
    <eventCode><valueName>${name}</valueName><value>${value}</value></eventCode>`)}
    <effective>${feedTime(notice.issuedAt)}</effective>${notice.expiresAt !== null && xml`
    <expires>${feedTime(notice.expiresAt)}</expires>`}
    <senderName>${senderName(language)}</senderName>
    <headline>${title}</headline>
    <description>${[...(preface === null ? [] : [preface]), ...sentences].join(joinerOf(language))}</description>
    <web>${origin}/notices/${notice.id}</web>
    <parameter><valueName>jp-alert-level</valueName><value>${notice.level}</value></parameter>
    <area>
      <areaDesc>${areas(language)}</areaDesc>
      <geocode><valueName>jp-municipality</valueName><value>${cityCode}</value></geocode>
    </area>
  </info>`
}

function messageType(kind: NoticeKind): 'Alert' | 'Update' | 'Cancel' {
  switch (kind) {
    case 'issue':
      return 'Alert'
    case 'update':
      return 'Update'
    case 'cancel':
      return 'Cancel'
    default:
      return assertNever(kind)
  }
}

interface Gravity {
  readonly urgency: 'Immediate' | 'Expected' | 'Future' | 'Past' | 'Unknown'
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor' | 'Unknown'
  readonly certainty: 'Observed' | 'Likely' | 'Possible' | 'Unlikely' | 'Unknown'
}

/**
 * Own convention: no Japanese profile of CAP is published that sets the five levels against CAP's three scales. A
 * certainty that the issuer knows goes before the level's.
 */
const GRAVITY: Readonly<Record<Level, Gravity>> = {
  5: { urgency: 'Immediate', severity: 'Extreme', certainty: 'Observed' },
  4: { urgency: 'Expected', severity: 'Severe', certainty: 'Likely' },
  3: { urgency: 'Expected', severity: 'Moderate', certainty: 'Likely' },
  2: { urgency: 'Future', severity: 'Minor', certainty: 'Possible' },
  1: { urgency: 'Future', severity: 'Minor', certainty: 'Possible' },
  0: { urgency: 'Unknown', severity: 'Unknown', certainty: 'Unknown' },
}

export function gravityOf({ level, kind, cap }: Pick<Notice, 'level' | 'kind' | 'cap'>): Gravity {
  const { urgency, severity, certainty } = GRAVITY[level]
  // Section 3.2.2: `Past`, the responsive action is no longer required.
  return { urgency: kind === 'cancel' ? 'Past' : urgency, severity, certainty: cap?.certainty ?? certainty }
}

/** Section 3.2.1: incidents are separated by spaces, so a name that holds some stands in quotes. */
function incidentOf(event: string): string {
  return /\s/.test(event) ? `"${event.replaceAll('"', '')}"` : event
}

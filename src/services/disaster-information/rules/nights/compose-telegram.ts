import { escapeHtml } from '#kernel/html/html.ts'
import type { InfoType, TelegramStatus } from '../telegrams/telegram.ts'

/** Control and head of an invented telegram. Sentences are our own; only the structure is the weather agency's. */
export interface Letterhead {
  readonly type: string
  readonly title: string
  readonly headTitle: string
  readonly reportAt: Temporal.Instant
  readonly sentAt?: Temporal.Instant
  readonly status?: TelegramStatus
  readonly office?: string
  readonly eventId?: string
  readonly serial?: number
  readonly infoType?: InfoType
  readonly infoKind: string
  readonly infoKindVersion?: string
  readonly validUntil?: Temporal.Instant
  readonly headline: string
}

export interface ComposedTelegram {
  readonly fileName: string
  readonly reportAt: Temporal.Instant
  readonly title: string
  readonly office: string
  readonly source: Buffer
}

const NAMESPACES = {
  meteorology: 'http://xml.kishou.go.jp/jmaxml1/body/meteorology1/',
  seismology: 'http://xml.kishou.go.jp/jmaxml1/body/seismology1/',
} as const

/** Seconds between a report's time and its sending, in invented telegrams. */
const SENT_AFTER_SECONDS = 20

/**
 * A whole telegram as bytes, valid by the published schemas.
 * @param headlineItems Head/Headline/Information elements, and `body` the content of Body, both as XML
 */
export function composeTelegram(letterhead: Letterhead, branch: keyof typeof NAMESPACES, headlineItems: string, body: string): ComposedTelegram {
  const { type, title, headTitle, reportAt, status = '通常', office = '津地方気象台', eventId = '', serial, infoType = '発表', infoKind, infoKindVersion = '1.5_0', validUntil, headline } = letterhead
  const sentAt = letterhead.sentAt ?? reportAt.add({ seconds: SENT_AFTER_SECONDS })
  const source = `<?xml version="1.0" encoding="UTF-8"?>
<Report xmlns="http://xml.kishou.go.jp/jmaxml1/" xmlns:jmx="http://xml.kishou.go.jp/jmaxml1/">
<Control>${element('Title', title)}${element('DateTime', sentAt.toString({ smallestUnit: 'second' }))}${element('Status', status)}${element('EditorialOffice', office)}${element('PublishingOffice', office)}</Control>
<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/">
${element('Title', headTitle)}${element('ReportDateTime', inJapan(reportAt))}${element('TargetDateTime', inJapan(reportAt))}${validUntil === undefined ? '' : element('ValidDateTime', inJapan(validUntil))}
${element('EventID', eventId)}${element('InfoType', infoType)}${element('Serial', serial === undefined ? '' : String(serial))}${element('InfoKind', infoKind)}${element('InfoKindVersion', infoKindVersion)}
<Headline>${element('Text', headline)}${headlineItems}</Headline>
</Head>
<Body xmlns="${NAMESPACES[branch]}" xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/">${body}</Body>
</Report>
`
  const stamp = sentAt.toString({ smallestUnit: 'second' }).replace(/\D/g, '')
  return { fileName: `${stamp}_0_${type}_${officeNumber(office)}.xml`, reportAt, title, office, source: Buffer.from(source) }
}

export function element(name: string, text: string): string {
  return `<${name}>${escapeHtml(text)}</${name}>`
}

/** A time with Japan's offset, as heads bear it. */
export function inJapan(at: Temporal.Instant, smallestUnit: 'second' | 'microsecond' = 'second'): string {
  return at.toString({ timeZone: 'Asia/Tokyo', smallestUnit })
}

/** The agency's file names end in the office's number; invented ones only tell prefecture and headquarters apart. */
function officeNumber(office: string): string {
  return office.startsWith('気象庁') ? '010000' : '240000'
}

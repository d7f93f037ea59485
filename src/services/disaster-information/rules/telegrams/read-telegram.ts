import { TelegramRefused, type Refusal } from './refusal.ts'
import { saidIn } from './said.ts'
import { INFO_TYPES, STATUSES, type Telegram } from './telegram.ts'
import { kindOfTelegram } from './telegram-types.ts'
import { childOf, instantAt, neededInstant, neededWord, neededWordOf, wordAt } from './walk.ts'
import { xmlTree, type XmlElement } from './xml-tree.ts'

const REPORT_NAMESPACE = 'http://xml.kishou.go.jp/jmaxml1/'

export type Reading = { readonly ok: true; readonly telegram: Telegram } | Refusal

/**
 * Reads 気象庁防災情報XML (jmx.xsd 1.x). What is not one is refused with a reason and a place; what is one but says something
 * unknown is taken, with the unknown shown raw.
 * @param fileName name of the file or the last part of the feed's address, which bears the telegram's code
 */
export function readTelegram(source: Uint8Array, fileName?: string): Reading {
  try {
    return { ok: true, telegram: telegramOf(xmlTree(source), fileName) }
  } catch (thrown) {
    if (thrown instanceof TelegramRefused) return thrown.refusal
    throw thrown
  }
}

function telegramOf(root: XmlElement, fileName: string | undefined): Telegram {
  if (root.name !== 'Report' || root.namespace !== REPORT_NAMESPACE) throw new TelegramRefused('unknown-root', root.name, root.namespace)
  const control = partOf(root, 'Control')
  const head = partOf(root, 'Head')
  const body = partOf(root, 'Body')
  const title = neededWord(control, 'Title')
  const { kind, remarks } = kindOfTelegram(title, fileName)
  const infoType = neededWordOf(head, INFO_TYPES, 'InfoType')
  const spoken = infoType === '取消' ? { said: [], silentMeansNothing: [], remarks: [] } : saidIn(kind, head, body)
  return {
    type: kind.type,
    title,
    sentAt: neededInstant(control, 'DateTime'),
    status: neededWordOf(control, STATUSES, 'Status'),
    office: neededWord(control, 'EditorialOffice'),
    publishedBy: wordAt(control, 'PublishingOffice'),
    headTitle: wordAt(head, 'Title'),
    reportAt: neededInstant(head, 'ReportDateTime'),
    targetAt: instantAt(head, 'TargetDateTime'),
    validUntil: instantAt(head, 'ValidDateTime'),
    eventId: wordAt(head, 'EventID'),
    infoType,
    serial: serialOf(head),
    infoKind: wordAt(head, 'InfoKind'),
    infoKindVersion: wordAt(head, 'InfoKindVersion'),
    headline: childOf(childOf(head, 'Headline'), 'Text')?.text ?? '',
    said: spoken.said,
    silentMeansNothing: spoken.silentMeansNothing,
    remarks: [...new Set([...remarks, ...spoken.remarks])],
    tree: root,
  }
}

function partOf(root: XmlElement, name: string): XmlElement {
  const part = childOf(root, name)
  if (part === undefined) throw new TelegramRefused('missing', `Report/${name}`, 'is not there: the telegram is cut off, or is none')
  return part
}

function serialOf(head: XmlElement): number | null {
  const word = wordAt(head, 'Serial')
  if (word === '') return null
  if (!/^\d{1,9}$/.test(word)) throw new TelegramRefused('bad-value', 'Head/Serial', word)
  return Number(word)
}

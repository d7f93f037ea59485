import type { Seal } from '#kernel/secrets/seal.ts'
import type { Language } from '#kernel/text/text.ts'
import type { Notice } from '../model.ts'
import { contactToken, isPersonal, leaveLink, personalLink } from '../rules/token.ts'
import { mailWords } from '../text/mail-words.ts'
import { plainIn, wordingOf } from '../wording.ts'
import { bodyHash, relaxedHeader, signatureHead, signedNames, signHeaders, type DkimSigner, type HeaderLine } from './dkim.ts'
import { encodedHeader, encodedText } from './mime-text.ts'
import { bounceLocalPart, leaveLocalPart } from './return-address.ts'

/** Who writes, and where answers of machines come back to. */
export interface LetterSender {
  readonly name: string
  readonly domain: string
  readonly returnDomain: string
  /** Scheme and host of the portal. */
  readonly origin: string
  readonly seal: Seal
}

/** A notice in one language, made ready once; what is each reader's own is put in between. All of it is ASCII. */
export interface LetterTemplate {
  /** MAIL FROM and RCPT TO. */
  envelopeFor(contactId: string, address: string): { readonly from: string; readonly to: string }
  /** The whole message, signed, as it goes over the wire; no line begins with a dot. */
  letterFor(contactId: string, address: string): Promise<string>
}

const OWN_HEADERS = ['To', 'Message-ID', 'List-Unsubscribe'] as const

/**
 * Compiles a notice for its readers of one language. A copy of the same notice to the same reader bears the same
 * Message-ID, so that mailboxes recognise a second one.
 */
export function compileLetter(notice: Notice, language: Language, sender: LetterSender, signer: DkimSigner, now: Temporal.Instant): LetterTemplate {
  const { domain, returnDomain, origin, seal } = sender
  const text = encodedText(bodyOf(notice, language, origin))
  const shared = sharedHeaders(notice, language, sender, text.encoding)
  const refersTo = notice.refersTo === null ? [] : ['In-Reply-To']
  const names = signedNames([...OWN_HEADERS, ...refersTo, ...shared.map(({ name }) => name)])
  const head = signatureHead(signer, names, bodyHash(text.body), Math.floor(now.epochMilliseconds / 1_000))
  const written = `${shared.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n${text.body}`
  const relaxed = `${shared.map((line) => `${relaxedHeader(line)}\r\n`).join('')}${relaxedHeader({ name: 'DKIM-Signature', value: head })}`
  const envelopeFor = (contactId: string, address: string) => ({ from: `${bounceLocalPart(seal, notice.id, contactId)}@${returnDomain}`, to: address })
  const letterFor = async (contactId: string, address: string): Promise<string> => {
    if (isPersonal(notice.link)) {
      // Few such letters are written (a class, those on call), so each is put together as a whole.
      const own = { ...notice, link: personalLink(notice.link, contactToken(seal, contactId)) }
      return compileLetter(own, language, sender, signer, now).letterFor(contactId, address)
    }
    const messageId = `<${notice.id}.${contactId}@${domain}>`
    const page = `<${origin}${leaveLink(seal, contactId)}>`
    const mailbox = `<mailto:${leaveLocalPart(seal, contactId)}@${returnDomain}>`
    const earlier = notice.refersTo === null ? '' : `<${notice.refersTo}.${contactId}@${domain}>`
    const toSign = `to:${address}\r\nmessage-id:${messageId}\r\nlist-unsubscribe:${page}, ${mailbox}\r\n${earlier === '' ? '' : `in-reply-to:${earlier}\r\n`}${relaxed}`
    const signature = await signHeaders(toSign, signer.key)
    const reference = earlier === '' ? '' : `In-Reply-To: ${earlier}\r\n`
    return `DKIM-Signature: ${head}${signature}\r\nTo: ${address}\r\nMessage-ID: ${messageId}\r\nList-Unsubscribe: ${page},\r\n ${mailbox}\r\n${reference}${written}`
  }
  return { envelopeFor, letterFor }
}

function sharedHeaders(notice: Notice, language: Language, { name, domain }: LetterSender, encoding: string): HeaderLine[] {
  return [
    { name: 'From', value: `${encodedHeader(name)} <${SENDER}@${domain}>` },
    { name: 'Subject', value: encodedHeader(wordingOf(notice, language).title) },
    { name: 'Date', value: dateOf(notice.issuedAt) },
    // RFC 8058: with these two a mail program offers its own button for leaving, which needs no page.
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    { name: 'List-Id', value: `<${notice.topic.replace(/[^a-z0-9.-]/g, '-')}.${domain}>` },
    // RFC 3834 section 5: answering machines leave it alone.
    { name: 'Auto-Submitted', value: 'auto-generated' },
    { name: 'Content-Language', value: language === 'pt' ? 'pt-BR' : language },
    { name: 'MIME-Version', value: '1.0' },
    { name: 'Content-Type', value: 'text/plain; charset=utf-8' },
    { name: 'Content-Transfer-Encoding', value: encoding },
  ]
}

/** Local part of the address that letters come from. */
export const SENDER = 'notices'

/** What the reader sees: the sentences, where there is more, and how to change or end it. The same for all of a language. */
function bodyOf(notice: Notice, language: Language, origin: string): string {
  const { preface, sentences } = wordingOf(notice, language)
  const say = (phrase: keyof typeof mailWords) => plainIn(mailWords[phrase][language], language)
  const parts = [...(preface === null ? [] : [preface]), sentences.join('\n'), `${say('more')}\n${origin}${notice.link}`, `${say('change')}\n${origin}/notices/lost`]
  return parts.join('\n\n')
}

/** RFC 5322 section 3.3, in Japan's time. */
function dateOf(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO('Asia/Tokyo')
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1]
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][local.month - 1]
  return `${day}, ${local.day} ${month} ${local.year} ${local.toPlainTime().toString({ smallestUnit: 'second' })} +0900`
}

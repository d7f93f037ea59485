import { sendMail } from '#capabilities/mail/mail.ts'
import type { City } from '#kernel/city/city.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Language } from '#kernel/text/text.ts'
import { voiceOf } from '#kernel/web/readers.ts'
import type { Application } from '../model.ts'
import { letterWords } from '../text/letter-words.ts'

export interface LetterTerms {
  readonly city: City
  readonly kind: 'received' | 'news'
  /** Where it is read: whole address. */
  readonly address: string
}

/** Tells who filed it, in their language, that there is something to read. Without an address nothing is sent. */
export async function tellApplicant(tx: Tx, application: Pick<Application, 'mail' | 'language' | 'number'>, { city, kind, address }: LetterTerms): Promise<void> {
  const { mail, language, number } = application
  if (mail === '' || number === null) return
  const voice = voiceOf({ language: language as Language, hasFurigana: false, textSize: 'standard' })
  const name = voice.plain(city.displayName)
  const [subject, text] = kind === 'received' ? [letterWords.receivedSubject, letterWords.receivedText] : [letterWords.newsSubject, letterWords.newsText]
  await sendMail(tx, { to: mail, purpose: `applications.${kind}`, subject: voice.plain(subject, { city: name, number }), text: voice.plain(text, { number, address }) })
}

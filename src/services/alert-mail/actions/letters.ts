import { sendMail } from '#capabilities/mail/mail.ts'
import { plainIn } from '#capabilities/notices/wording.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { Voice, type Language, type Phrase } from '#kernel/text/text.ts'
import type { Guardian, School, SchoolClass } from '../model.ts'
import { classTitle } from '../rules/school-year.ts'
import { guardianWords as words } from '../text/guardian-words.ts'

interface LetterAbout {
  readonly school: School
  readonly one: SchoolClass
  readonly to: string
  readonly language: Language
  /** With scheme and host. */
  readonly address: string
}

/** An invitation by mail: the link in it shows that whoever opens it reads this mail box. */
export async function sendInvitation(tx: Tx, about: LetterAbout): Promise<void> {
  await send(tx, about, words.invitationSubject, words.invitationBody, 'alert-mail.invitation')
}

/** The second half of the double opt-in, for an address that was typed on the page of a code. */
export async function sendConfirmation(tx: Tx, about: LetterAbout): Promise<void> {
  await send(tx, about, words.confirmSubject, words.confirmLetter, 'alert-mail.confirmation')
}

async function send(tx: Tx, { school, one, to, language, address }: LetterAbout, subject: Phrase, body: Phrase, purpose: string): Promise<void> {
  const voice = new Voice({ language, hasFurigana: false, textSize: 'standard' })
  const values = { school: plainIn(voice.plain(school.name), language), class: classTitle(school.kind, one) }
  const lines = [voice.plain(body, values), '', address, '', voice.plain(words.notYou)]
  await sendMail(tx, { to, subject: voice.plain(subject, values), text: lines.join('\n'), purpose })
}

/** What may be shown of an address to who holds only a code: enough to know one's own. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}…${address.slice(at)}`
}

export function guardianSubject({ id }: Pick<Guardian, 'id'>): string {
  return `guardian:${id}`
}

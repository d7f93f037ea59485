import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { lineForm, pushContactForm } from '../forms/channels.ts'
import { forgetSettings, keepLineSettings, keepPushContact } from '../store/channel-settings.ts'
import { BASES } from '../rules/retention.ts'
import { channelWords as words } from '../text/channel-words.ts'

const PAGE = '/staff/notices/channels'

export async function saveLine({ tx, seal, values }: Submission<ValuesOf<typeof lineForm>>): Promise<Answer> {
  await tx.note({ act: 'set the keys of a channel', subject: 'channel:line', basis: BASES.security })
  await keepLineSettings(tx, seal, values)
  return redirect(PAGE, { notice: words.saved })
}

export async function forgetLine({ tx }: Submission<unknown>): Promise<Answer> {
  await tx.note({ act: 'erase the keys of a channel', subject: 'channel:line', basis: BASES.security })
  await forgetSettings(tx, 'line')
  return redirect(PAGE, { notice: words.forgotten })
}

/** Emptied, everything goes to the stand-in again. */
export async function savePush({ tx, seal, values: { contact } }: Submission<ValuesOf<typeof pushContactForm>>): Promise<Answer> {
  await tx.note({ act: 'set the keys of a channel', subject: 'channel:push', basis: BASES.security })
  if (contact === '') await forgetSettings(tx, 'push')
  else await keepPushContact(tx, seal, contact)
  return redirect(PAGE, { notice: contact === '' ? words.forgotten : words.saved })
}

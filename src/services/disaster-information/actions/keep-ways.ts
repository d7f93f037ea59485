import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Visit } from '#kernel/web/visit.ts'
import { TELEGRAMS_PATH } from '../pages/telegram-paths.ts'
import { showNewKey } from '../pages/telegram-ways.ts'
import { reviveLost } from '../store/feeds.ts'
import { intakeWords as words } from '../text/intake-words.ts'
import { makePushKey } from './take-push.ts'

/** Makes the key that the sender of pushed telegrams is given, and shows it once. */
export async function makeKey(visit: Visit): Promise<Answer> {
  return showNewKey(visit, await makePushKey(visit))
}

/** Lets everything be fetched again that was given up. */
export async function askLostAgain({ tx }: Visit): Promise<Answer> {
  await reviveLost(tx)
  return redirect(`${TELEGRAMS_PATH}/ways`, { notice: words.askedAgain })
}

import type { Voice } from '#kernel/text/text.ts'
import { serviceWords } from '../text/service-words.ts'

/** The duty board, one step above everything about telegrams. */
export function duty(voice: Voice) {
  return { href: '/staff/disaster', label: voice.say(serviceWords.dutyTitle) }
}

import type { Crumb } from '#kernel/web/answers.ts'
import type { Voice } from '#kernel/text/text.ts'
import { deskWords } from '../text/desk-words.ts'

export const DESK = '/staff/certificates'

export function deskPath(requestId: string): string {
  return `${DESK}/requests/${requestId}`
}

export function personPath(personId: string): string {
  return `${DESK}/people/${personId}`
}

export function deskCrumb(voice: Voice): Crumb {
  return { href: DESK, label: voice.say(deskWords.title) }
}

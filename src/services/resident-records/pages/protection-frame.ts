import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Crumb } from '#kernel/web/answers.ts'
import type { ProtectionPhase } from '../rules/protection.ts'
import { protectionWords as words } from '../text/protection-words.ts'
import { deskCrumb } from './staff-frame.ts'

export const PROTECTION_PATH = '/staff/residents/protection'
export const protectionPath = (id: string): string => `${PROTECTION_PATH}/${id}`
export const applicationPath = (personId: string): string => `${PROTECTION_PATH}/people/${personId}`

export const PHASES: readonly ProtectionPhase[] = ['draft', 'ending', 'active', 'coming', 'over', 'ended', 'refused']

const TONES: Readonly<Record<ProtectionPhase, BadgeTone>> = { draft: 'warning', coming: 'info', active: 'success', ending: 'warning', over: 'neutral', refused: 'neutral', ended: 'neutral' }

export function renderPhase(voice: Voice, phase: ProtectionPhase): Html {
  return renderBadge({ label: voice.say(words[`phase_${phase}`]), tone: TONES[phase] })
}

export function protectionCrumbs(voice: Voice): readonly Crumb[] {
  return [deskCrumb(voice), { href: PROTECTION_PATH, label: voice.say(words.title) }]
}

import type { Standing } from '#capabilities/residents/residents.ts'
import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { STANDING_WORDS } from '../text/field-words.ts'

const TONES: Readonly<Record<Standing, BadgeTone>> = { resident: 'success', 'moved-out': 'warning', deceased: 'neutral', removed: 'warning' }

export function renderStanding(voice: Voice, standing: Standing): Html {
  return renderBadge({ label: voice.say(STANDING_WORDS[standing]), tone: TONES[standing] })
}

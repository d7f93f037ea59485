import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import type { Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { Stage } from '../rules/rounds.ts'
import { STAGE_WORDS } from './round-names.ts'

const TONES: Readonly<Record<Stage, BadgeTone>> = {
  draft: 'neutral', section: 'info', department: 'info', office: 'accent', accepted: 'success', published: 'success',
}

/** A stage in a word; the colour only follows the word. */
export function renderStageBadge(voice: Voice, stage: Stage): Html {
  return renderBadge({ label: voice.say(STAGE_WORDS[stage]), tone: TONES[stage] })
}

import { renderLinkButton } from '#design/button/view.ts'
import { nothing, type Html } from '#kernel/html/html.ts'
import { officialVoice } from '#kernel/text/text.ts'
import type { Visit } from '#kernel/web/visit.ts'
import type { Suggestion } from '../store/suggestions.ts'
import { HAZARD_NAMES, dutyWords as words } from '../text/duty-words.ts'

/** Where staff are called. Another service's page: it is led to, never known. */
const MUSTER_DESK = '/staff/muster'
/** As much as the muster's form takes for a reason. */
const MOST_REASON = 100

type Calling = Pick<Suggestion, 'realm' | 'hazard' | 'areaName' | 'kindName' | 'callOut' | 'musterClass'>

/**
 * Leads to the muster with the class of the table and the reason filled in, one press before the call. Nothing where no
 * staff are to be called, or the city runs without the service that calls them.
 */
export function renderMusterLink({ voice, directory }: Pick<Visit, 'voice' | 'directory'>, suggestion: Calling, kind: 'primary' | 'secondary'): Html {
  const isThere = directory.parts.some(({ entrances }) => entrances?.some(({ path }) => path === MUSTER_DESK))
  if (suggestion.callOut === '' || !isThere) return nothing
  return renderLinkButton({ href: musterAddress(suggestion), label: voice.say(words.callStaff), kind, size: 'small', icon: 'megaphone' })
}

/** The reason is read by the staff who are called, so it is written in Japanese whatever language the officer reads. */
export function musterAddress({ realm, hazard, areaName, kindName, callOut, musterClass }: Calling): string {
  const kind = kindName === '' ? '' : ` (${kindName})`
  const reason = `${callOut}: ${areaName} ${officialVoice.plain(HAZARD_NAMES[hazard])}${kind}`
  const asked = new URLSearchParams({ ...(musterClass === '' ? {} : { class: musterClass }), reason: [...reason].slice(0, MOST_REASON).join(''), ...(realm === 'live' ? {} : { drill: '1' }) })
  return `${MUSTER_DESK}?${asked.toString()}`
}

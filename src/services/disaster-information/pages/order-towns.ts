import type { District } from '#capabilities/notices/model.ts'
import { renderField } from '#design/field/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import { dutyWords as words } from '../text/duty-words.ts'

/**
 * Towns to tick, folded by district; a district in which something is ticked is open. Ticking the district itself means
 * all its towns, so that nobody ticks twenty boxes at three in the morning.
 */
export function renderTownChoice(voice: Voice, districts: readonly District[], chosen: readonly string[], problem: Phrase<never> | undefined): Html {
  return html`<fieldset class="field">
    <legend class="field-label">${voice.say(words.townsField)}</legend>
    ${problem === undefined ? nothing : html`<p class="field-error">${voice.say(problem)}</p>`}
    ${districts.map((district) => renderDistrict(voice, district, chosen))}
  </fieldset>`
}

function renderDistrict(voice: Voice, { key, name, towns }: District, chosen: readonly string[]): Html {
  const ticked = towns.filter((town) => chosen.includes(town.name))
  const isWhole = ticked.length === towns.length
  return html`<details${ticked.length > 0 && !isWhole ? html` open` : nothing}>
    <summary>${voice.say(name)} ${voice.say(words.townsChosen, { chosen: ticked.length, all: towns.length })}</summary>
    ${renderField({
      voice, kind: 'checkboxes', name: 'districts', idPrefix: key, label: voice.say(words.wholeDistrict, { district: voice.plain(name) }), isRequired: false, isTagHidden: true,
      values: isWhole ? [key] : [], choices: [{ value: key, label: voice.say(words.wholeDistrict, { district: voice.plain(name) }) }],
    })}
    ${renderField({
      voice, kind: 'checkboxes', name: 'towns', idPrefix: key, label: voice.say(words.townsField), isRequired: false, isTagHidden: true,
      // A district that is ticked whole is untied by one tick; its single towns then start empty.
      values: isWhole ? [] : ticked.map((town) => town.name), choices: towns.map((town) => ({ value: town.name, label: voice.say(town.label) })),
    })}
  </details>`
}

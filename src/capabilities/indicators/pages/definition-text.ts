import { html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { definitionWords as words } from '../definition-words.ts'
import type { Condition, Definition, Scalar } from '../model.ts'

/** A definition in plain words: what is counted, of which records, under which conditions. */
export function renderDefinition(voice: Voice, definition: Definition): Html {
  const { count, where = [] } = definition
  return html`<p>${sayCounting(voice, definition)}</p>
    ${count.kind === 'share' && renderConditions(voice, voice.say(words.shareOf), count.of)}
    ${where.length > 0 && renderConditions(voice, voice.say(words.where), where)}`
}

export function sayCounting(voice: Voice, { count, fact }: Definition): Html {
  switch (count.kind) {
    case 'count':
    case 'share':
      return voice.say(words[count.kind], { fact })
    case 'sum':
    case 'distinct':
    case 'median':
      return voice.say(words[count.kind], { fact, field: nameOf(count.of) })
    case 'percentile':
      return voice.say(words.percentile, { fact, field: nameOf(count.of), percent: count.percent })
    default:
      return assertNever(count)
  }
}

function renderConditions(voice: Voice, heading: Html, conditions: readonly Condition[]): Html {
  return html`<p>${heading}:</p>
    <ul>
      ${conditions.map((condition) => html`<li>${sayCondition(voice, condition)}</li>`)}
    </ul>`
}

function sayCondition(voice: Voice, condition: Condition): Html {
  const field = nameOf(condition.field)
  const scalar = (value: Scalar) => (value === null ? voice.plain(words.nothing) : String(value))
  if ('is' in condition) return voice.say(words.is, { field, value: scalar(condition.is) })
  if ('isNot' in condition) return voice.say(words.isNot, { field, value: scalar(condition.isNot) })
  if ('oneOf' in condition) return voice.say(words.oneOf, { field, value: condition.oneOf.map(scalar).join(', ') })
  if ('atLeast' in condition) return voice.say(words.atLeast, { field, value: condition.atLeast })
  return voice.say(words.below, { field, value: condition.below })
}

/** The fields of a body are called as the fact's shape calls them. */
function nameOf(field: string): string {
  return field.replace(/^body\./, '')
}

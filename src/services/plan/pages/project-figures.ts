import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { Figure } from '../store/figures.ts'
import { publicWords } from '../text/public-words.ts'
import { dayText, wordOf, type Tongue } from './tongue.ts'

/** The numbers that were taken out of a project's reports. */
export function renderFigures(tongue: Tongue, figures: readonly Figure[]): Html {
  const { voice } = tongue
  if (figures.length === 0) return nothing
  const table = renderTable({
    caption: voice.say(publicWords.figures),
    isCaptionHidden: true,
    id: 'figures',
    isCardsOnPhone: true,
    columns: [
      { heading: voice.say(publicWords.figure) },
      { heading: voice.say(publicWords.filterYear), width: 'narrow' },
      { heading: voice.say(publicWords.kind) },
      { heading: voice.say(publicWords.value), isNumeric: true },
    ],
    rows: figures.map((figure) => [
      wordOf(voice, figure.words, 'name', figure.name),
      figure.year === null ? '' : tongue.year(figure.year),
      voice.say(KINDS[figure.kind]),
      html`${valueText(tongue, figure.value)} ${wordOf(voice, figure.words, 'unit', figure.unit)}${renderAsOf(tongue, figure.asOf)}`,
    ]),
  })
  return renderSection({ heading: voice.say(publicWords.figures), body: table })
}

const KINDS: Readonly<Record<Figure['kind'], Phrase<never>>> = {
  result: publicWords.kindResult,
  target: publicWords.kindTarget,
  change: publicWords.kindChange,
  outline: publicWords.kindOutline,
}

/** Plain numbers get the reader's grouping; whatever else stands there is printed as it is. */
function valueText({ voice }: Tongue, value: string): string {
  return /^-?\d{4,15}$/.test(value) ? voice.number(Number(value)) : value
}

function renderAsOf({ voice }: Tongue, asOf: string): Html {
  if (asOf === '') return nothing
  const date = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? dayText(voice, Temporal.PlainDate.from(asOf)) : asOf
  return html`<br><small>${voice.say(publicWords.asOf, { date })}</small>`
}

import { renderBadge, type BadgeTone } from '#design/badge/view.ts'
import { renderFactsList } from '#design/facts-list/view.ts'
import { renderHeading } from '#design/heading/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, join, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase, Voice } from '#kernel/text/text.ts'
import type { Outcome } from '../conditions.ts'
import type { CalculatedLine, Sheet, SheetText, State, WeighedRequirement } from '../model.ts'
import { filingWords } from '../text/filing-words.ts'
import { words } from '../text/resident-words.ts'

export const STATE_WORDS: Readonly<Record<State, Phrase<never>>> = {
  draft: filingWords.draft, submitted: filingWords.submitted, checking: filingWords.checking, 'correction-asked': filingWords['correction-asked'],
  corrected: filingWords.corrected, proposed: filingWords.proposed, approved: filingWords.approved, refused: filingWords.notApproved, withdrawn: filingWords.withdrawn,
}

const STATE_TONES: Readonly<Record<State, BadgeTone>> = {
  draft: 'neutral', submitted: 'info', checking: 'info', 'correction-asked': 'warning', corrected: 'info', proposed: 'info',
  approved: 'success', refused: 'error', withdrawn: 'neutral',
}

export function renderState(voice: Voice, state: State): Html {
  return renderBadge({ label: voice.say(STATE_WORDS[state]), tone: STATE_TONES[state] })
}

/** A day as the reader writes it, with its year and weekday. */
export function dayText(voice: Voice, day: Temporal.PlainDate): string {
  const weekday = day.toLocaleString(voice.locale, { weekday: 'short' })
  if (voice.htmlLang === 'ja') return `${day.year}年${day.month}月${day.day}日(${weekday})`
  return day.toLocaleString(voice.locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })
}

export function saidText(voice: Voice, text: SheetText): HtmlValue {
  return 'plain' in text ? text.plain : join(text.phrases.map((phrase) => voice.say(phrase)), voice.htmlLang === 'ja' ? '、' : ', ')
}

const OUTCOME_WORDS: Readonly<Record<Outcome, Phrase<never>>> = { yes: words.met, no: words.notMet, unknown: words.notKnown }
const OUTCOME_TONES: Readonly<Record<Outcome, BadgeTone>> = { yes: 'success', no: 'error', unknown: 'neutral' }

/** Each requirement with yes, no or not yet known, why, and under which article. */
export function renderRequirements(voice: Voice, requirements: readonly WeighedRequirement[]): Html {
  return renderFactsList({
    facts: requirements.map(({ title, outcome, because, article }) => ({
      term: voice.say(title),
      description: html`${renderBadge({ label: voice.say(OUTCOME_WORDS[outcome]), tone: OUTCOME_TONES[outcome] })} ${voice.say(because.phrase, because.values)} <small>${article}</small>`,
    })),
  })
}

export function renderCalculation(voice: Voice, lines: readonly CalculatedLine[]): Html {
  if (lines.length === 0) return nothing
  return renderTable({
    caption: voice.say(words.calculation),
    isCardsOnPhone: true,
    columns: [{ heading: voice.say(words.calculation) }, { heading: voice.say(filingWords.amount), isNumeric: true }, { heading: voice.say(filingWords.reason), width: 'wide' }, { heading: voice.say(words.basis) }],
    rows: lines.map(({ label, amount, because, article }) => [voice.say(label.phrase, label.values), amount, voice.say(because.phrase, because.values), article]),
  })
}

/** What was filed, page by page; `actionOf` puts a link beside an answer. */
export function renderSheet(voice: Voice, sheet: Sheet, actionOf?: (page: number, field: string, label: string) => HtmlValue): Html {
  return html`${sheet.pages.map(({ title, lines }, page) => html`${renderHeading({ level: 3, content: voice.say(title) })}
    ${renderFactsList({
      facts: lines.map(({ field, label, text }) => {
        const action = actionOf?.(page, field, voice.plain(label))
        return { term: voice.say(label), description: saidText(voice, text), ...(action === undefined ? {} : { action }) }
      }),
    })}`)}`
}

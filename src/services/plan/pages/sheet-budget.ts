import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { budgetWords } from '../text/budget-words.ts'
import type { Tongue } from './tongue.ts'

/** What the project costs, in yen: the budget's lines of each year, with their sum. */
export function renderBudget(tongue: Tongue, lines: readonly BudgetLine[]): Html {
  const { voice } = tongue
  const { budgeted, settled, general } = budgetWords
  if (lines.length === 0) return nothing
  const tables = renderBudgetTables(tongue, lines, { headings: [budgeted, settled, general], amount: (yen) => voice.say(budgetWords.yen, { amount: voice.number(yen) }) })
  return renderSection({ heading: voice.say(budgetWords.budget), id: 'budget', body: html`<div class="stack">${tables}</div>` })
}

export interface BudgetLook {
  /** Of the budget, the settlement and the general funds. */
  readonly headings: readonly [Phrase<never>, Phrase<never>, Phrase<never>]
  readonly amount: (yen: number) => HtmlValue
}

/** A table for each year, the newest first. */
export function renderBudgetTables(tongue: Tongue, lines: readonly BudgetLine[], { headings, amount }: BudgetLook): Html[] {
  const { voice } = tongue
  const settledText = (yen: number | null) => (yen === null ? voice.say(budgetWords.notSettled) : amount(yen))
  return [...Map.groupBy(lines, ({ year }) => year)].map(([year, own]) =>
    renderTable({
      caption: tongue.year(year),
      id: `budget-${year}`,
      isCardsOnPhone: true,
      columns: [{ heading: voice.say(budgetWords.budgetPath) }, ...headings.map((heading) => ({ heading: voice.say(heading), isNumeric: true }))],
      rows: own.map(({ account, category, subcategory, item, business, budgetYen, settledYen, generalYen }) => [
        html`<span${tongue.japaneseBlock}>${[account, category, subcategory, item].filter(Boolean).join(' › ')} ${business}</span>`,
        amount(budgetYen),
        settledText(settledYen),
        amount(generalYen),
      ]),
      ...(own.length < 2 ? {} : { footer: [voice.say(budgetWords.sum), amount(sumOf(own.map(({ budgetYen }) => budgetYen))), settledText(settledSum(own)), amount(sumOf(own.map(({ generalYen }) => generalYen)))] }),
    }),
  )
}

/** Null while any of the lines is open: part of a sum would look like the sum. */
function settledSum(lines: readonly BudgetLine[]): number | null {
  const settled = lines.flatMap(({ settledYen }) => settledYen ?? [])
  return settled.length < lines.length ? null : sumOf(settled)
}

function sumOf(yen: readonly number[]): number {
  return yen.reduce((sum, one) => sum + one, 0)
}

import { renderSection } from '#design/layout/view.ts'
import { renderTable } from '#design/table/view.ts'
import { html, nothing, type Html } from '#kernel/html/html.ts'
import type { BudgetLine } from '../rules/budget-table.ts'
import { budgetWords } from '../text/budget-words.ts'
import type { Tongue } from './tongue.ts'

/** What the project costs: the budget's lines of each year, with their sum. */
export function renderBudget(tongue: Tongue, lines: readonly BudgetLine[]): Html {
  const { voice } = tongue
  if (lines.length === 0) return nothing
  const yen = (amount: number) => voice.say(budgetWords.yen, { amount: voice.number(amount) })
  const tables = [...Map.groupBy(lines, ({ year }) => year)].map(([year, own]) =>
    renderTable({
      caption: tongue.year(year),
      id: `budget-${year}`,
      isCardsOnPhone: true,
      columns: [
        { heading: voice.say(budgetWords.budgetPath) },
        { heading: voice.say(budgetWords.budgeted), isNumeric: true },
        { heading: voice.say(budgetWords.settled), isNumeric: true },
        { heading: voice.say(budgetWords.general), isNumeric: true },
      ],
      rows: own.map(({ account, category, subcategory, item, business, budgetYen, settledYen, generalYen }) => [
        html`<span${tongue.japaneseBlock}>${[account, category, subcategory, item].filter(Boolean).join(' › ')} ${business}</span>`,
        yen(budgetYen),
        settledYen === null ? voice.say(budgetWords.notSettled) : yen(settledYen),
        yen(generalYen),
      ]),
      ...(own.length < 2 ? {} : { footer: ['', yen(sumOf(own, 'budgetYen')), yen(sumOf(own, 'settledYen')), yen(sumOf(own, 'generalYen'))] }),
    }),
  )
  return renderSection({ heading: voice.say(budgetWords.budget), id: 'budget', body: html`<div class="stack">${tables}</div>` })
}

function sumOf(lines: readonly BudgetLine[], column: 'budgetYen' | 'settledYen' | 'generalYen'): number {
  return lines.reduce((sum, line) => sum + (line[column] ?? 0), 0)
}

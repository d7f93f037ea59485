import type { ValuesOf } from '#kernel/forms/form.ts'
import { Fault } from '#kernel/faults/faults.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import type { freezeForm } from './forms.ts'
import { freeze } from './indicators.ts'
import { DESK, isOver, seenOf } from './pages/desk.ts'
import { getFigure } from './pages/figure-asked.ts'
import { yearIn } from './pages/words.ts'
import { staffWords } from './staff-words.ts'

/** Sets the figure of a year down as whoever confirms it saw it; a figure that changed meanwhile is shown again first. */
export async function setDown(visit: Submission<ValuesOf<typeof freezeForm>>): Promise<Answer> {
  const { values, tx } = visit
  const year = yearIn({ query: { year: values.year }, tx })
  const seen = await getFigure(visit, year)
  const { key } = seen.indicator
  const back = `${DESK}/${key}?year=${year}`
  if (!isOver(visit, year)) throw new Fault('forbidden')
  if (seenOf(seen) !== values.seen) return redirect(back, { notice: staffWords.changedMeanwhile })
  const set = await freeze(tx, key, year)
  if (set === null) return redirect(back, { notice: staffWords.notComplete })
  return redirect(`/evidence/${key}?year=${year}#set-down`, { notice: staffWords.done })
}

import type { Notice } from '#capabilities/notices/model.ts'

/** From this level on the first page is the notice: elderly people leave from level 3 on (避難情報に関するガイドライン, 2021-05). */
const EMERGENCY_FROM = 3

/** Whether a notice that stands takes the first page. The end of an emergency is told on the portal itself. */
export function isEmergency({ level, kind, isDrill }: Pick<Notice, 'level' | 'kind' | 'isDrill'>): boolean {
  return level >= EMERGENCY_FROM && kind !== 'cancel' && !isDrill
}

type Told = Pick<Notice, 'level' | 'cap'>

/** By which level people act; null where no notice tells them to leave or to prepare, but something else. */
export function levelToActOn(notices: readonly Told[]): 3 | 4 | 5 | null {
  const gravest = Math.max(0, ...levelsTold(notices))
  return gravest === 3 || gravest === 4 || gravest === 5 ? gravest : null
}

/**
 * To whom shelters are named. At level 5 it is too late to set out (避難情報に関するガイドライン, 2021-05: 緊急安全確保 asks nobody to go
 * to a shelter); they are named then only for places where another notice says level 3 or 4.
 */
export function sheltersNamedFor(notices: readonly Told[]): 'all' | 'lower-levels' | 'nobody' {
  if (levelToActOn(notices) !== 5) return 'all'
  return levelsTold(notices).some((level) => level === 3 || level === 4) ? 'lower-levels' : 'nobody'
}

function levelsTold(notices: readonly Told[]): number[] {
  return notices.filter(({ cap }) => cap !== null && ['Evacuate', 'Shelter', 'Prepare'].includes(cap.responseType)).map(({ level }) => level)
}

/** When the first of them expires: until then the page may be kept. Null: none does by itself. */
export function earliestEnd(notices: readonly Pick<Notice, 'expiresAt'>[]): Temporal.Instant | null {
  const ends = notices.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]))
  return ends.toSorted(Temporal.Instant.compare)[0] ?? null
}

import { html } from '#kernel/html/html.ts'
import type { Example } from '../example.ts'
import { sampleWords } from '../sample-text.ts'
import { renderMark, renderMarkLegend, type Mark } from './view.ts'

const SCHEDULE: readonly Mark[] = [
  { scale: 'schedule', glyph: '△', label: '調査、検討' },
  { scale: 'schedule', glyph: '○', label: '一部実施、推進' },
  { scale: 'schedule', glyph: '◎', label: '実施、完了' },
  { scale: 'schedule', glyph: '→', label: '継続' },
]

const ACHIEVEMENT: readonly Mark[] = [
  { scale: 'achievement', glyph: '◎', label: '達成' },
  { scale: 'achievement', glyph: '○', label: '概ね達成' },
  { scale: 'achievement', glyph: '△', label: '一部達成' },
  { scale: 'achievement', glyph: '×', label: '未実施' },
  { scale: 'achievement', glyph: '−', label: '対象外' },
]

export const markExamples: readonly Example[] = [
  {
    title: sampleWords.schedule,
    render: (voice) =>
      html`<div class="stack">
        ${renderMarkLegend({ heading: voice.say(sampleWords.schedule), marks: SCHEDULE })}
        <p class="cluster">${SCHEDULE.map((mark) => renderMark({ ...mark, moment: 'planned' }))}</p>
      </div>`,
  },
  {
    title: sampleWords.achievement,
    render: (voice) =>
      html`<div class="stack">
        ${renderMarkLegend({ heading: voice.say(sampleWords.achievement), marks: ACHIEVEMENT })}
        <p class="cluster">${ACHIEVEMENT.map((mark) => renderMark(mark))}</p>
      </div>`,
  },
]

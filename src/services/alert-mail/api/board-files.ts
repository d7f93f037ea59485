import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'

let script: string | undefined

/** Node blanks out the types, as for the city's other browser scripts; made once. */
export async function showBoardScript(): Promise<Answer> {
  script ??= stripTypeScriptTypes(readFileSync(new URL('../pages/board-client.ts', import.meta.url), 'utf8'), { mode: 'strip' })
  return fileAnswer(script, 'text/javascript; charset=utf-8')
}

export async function showBoardStyle(): Promise<Answer> {
  return fileAnswer(BOARD_STYLE, 'text/css; charset=utf-8')
}

/** The board hangs on a wall: its figures are read from across the room, and on a wide screen all of it but the names fits without scrolling. */
const BOARD_STYLE = `
.muster-board .figure-value { font-size: clamp(2.5rem, 7vw, 6rem); line-height: 1.1; }
.muster-board .figure dt { font-size: clamp(1rem, 2vw, 1.75rem); }
.muster-clock { font-size: clamp(1rem, 2vw, 1.5rem); }
.muster-curve { margin: 1.5rem 0; }
.muster-curve figcaption { font-weight: bold; }
@media (min-width: 100rem) and (min-height: 50rem) {
  .muster-board { width: 96vw; margin-inline: calc(50% - 48vw); }
  .muster-wall { display: grid; margin-top: 1.5rem; grid-template-columns: 1fr 1fr; gap: 2rem; align-items: start; }
  .muster-wall table { font-size: 1.25rem; }
  .muster-wall :is(th, td) { padding-block: 0.25rem; }
  .muster-curve { margin-block: 0; }
}
`

import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'

let source: string | undefined

/** Node blanks out the types, as for the city's other browser scripts; made once. */
export async function showBoardScript(): Promise<Answer> {
  source ??= stripTypeScriptTypes(readFileSync(new URL('../pages/duty-board-client.ts', import.meta.url), 'utf8'), { mode: 'strip' })
  return fileAnswer(source, 'text/javascript; charset=utf-8')
}

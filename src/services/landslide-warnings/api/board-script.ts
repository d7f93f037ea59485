import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'

let script: string | undefined

/** Node blanks out the types, as for the city's other browser scripts; made once. */
export async function showBoardScript(): Promise<Answer> {
  script ??= stripTypeScriptTypes(readFileSync(new URL('../pages/board-client.ts', import.meta.url), 'utf8'), { mode: 'strip' })
  return fileAnswer(script, 'text/javascript; charset=utf-8')
}
